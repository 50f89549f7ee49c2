package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// Whether a model is blessed.
public final class BlessingViewer implements ArtifactViewer {

  /// What a folder says of a model, by the file in it.
  enum Blessing {
    BLESSED("mdi2c-check-decagram", "success-text"),
    NOT_BLESSED("mdi2c-close-octagon-outline", "danger-text"),
    UNDECIDED("mdi2h-help-circle-outline", "muted");

    private final String icon;
    private final String style;

    Blessing(String icon, String style) {
      this.icon = icon;
      this.style = style;
    }
  }

  /// For `ServiceLoader`.
  public BlessingViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.MODEL_BLESSING;
  }

  @Override
  public String icon() {
    return "mdi2c-check-decagram-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, BlessingViewer::read, BlessingViewer::content);
  }

  static Blessing read(Path folder) {
    if (Files.exists(folder.resolve(Blessing.BLESSED.name()))) {
      return Blessing.BLESSED;
    }
    return Files.exists(folder.resolve(Blessing.NOT_BLESSED.name()))
        ? Blessing.NOT_BLESSED
        : Blessing.UNDECIDED;
  }

  static Region content(Blessing blessing) {
    return ArtifactView.empty(
        blessing.icon,
        Messages.text("blessing." + blessing),
        Messages.text("blessing." + blessing + ".line"),
        blessing.style);
  }
}
