package dev.pipewright.app.components;

import dev.pipewright.canvas.PortType;
import dev.pipewright.pipeline.component.ArtifactType;
import javafx.scene.layout.Region;

/// The shape of a type of artifacts in its colour, 12 pixels.
public final class TypeMark {

  private TypeMark() {}

  /// The mark of a type.
  public static Region of(ArtifactType type) {
    PortType look = TypeLook.of(type);
    Region mark = new Region();
    mark.setStyle("-fx-shape: \"" + look.shape() + "\";");
    mark.getStyleClass().addAll("type-shape", "type-mark", look.styleClass());
    return mark;
  }
}
