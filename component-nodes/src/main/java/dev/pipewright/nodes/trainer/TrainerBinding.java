package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.form.ParameterForm;
import java.util.Optional;
import javafx.scene.layout.Region;

/// What Trainer looks like.
public final class TrainerBinding implements NodeBinding {

  /// Room for a curve.
  private static final double WIDE = 200;

  /// For `ServiceLoader`.
  public TrainerBinding() {}

  @Override
  public String component() {
    return "Trainer";
  }

  @Override
  public String icon() {
    return "mdi2s-school-outline";
  }

  @Override
  public double width() {
    return WIDE;
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new TrainerFace(model);
  }

  @Override
  public Optional<Region> panel(NodeModel model) {
    return Optional.of(ParameterForm.of(model, new RepeatedRows(model)));
  }
}
