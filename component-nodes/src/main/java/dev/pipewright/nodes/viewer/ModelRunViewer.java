package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;

/// The curves of a training: a chart for each thing measured, the runs together in it.
public final class ModelRunViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public ModelRunViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.MODEL_RUN;
  }

  @Override
  public String icon() {
    return "mdi2c-chart-line";
  }

  @Override
  public Region view(Path folder) {
    return recorded(folder, new CurveBoard());
  }

  @Override
  public Region view(ViewerContext context) {
    return context
        .maker()
        .<Region>map(maker -> new TrainingView(context.folder(), maker))
        .orElseGet(() -> view(context.folder()));
  }

  /// The curves that lie in a folder, on a board.
  static ArtifactView<Curves> recorded(Path folder, CurveBoard board) {
    return new ArtifactView<>(
        folder,
        Curves::read,
        curves -> {
          board.show(curves, Double.NaN);
          return board;
        });
  }
}
