package dev.pipewright.app.compare;

import dev.pipewright.pipeline.Pipeline;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// One of two pipelines that are compared.
///
/// @param title what it is called
/// @param pipeline what it is now
public record CompareSide(String title, ObservableValue<Pipeline> pipeline) {

  /// A pipeline that does not change.
  public static CompareSide of(String title, Pipeline pipeline) {
    return new CompareSide(title, new SimpleObjectProperty<>(pipeline));
  }
}
