package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.check.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a component's panel says of its parameters beyond what the checks of the document can know:
/// those see no data. Lives as long as the form that shows it.
public interface Advice {

  /// Nothing to say.
  Advice NONE = () -> new ReadOnlyObjectWrapper<>(List.<Problem>of()).getReadOnlyProperty();

  /// What is to be said now, each at its field.
  ReadOnlyObjectProperty<List<Problem>> problems();
}
