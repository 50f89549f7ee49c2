package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.trainer.TrainingPlan;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.PortSpec;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The curves of a node that trains: of the training at work, else of the last one. The node does
/// not keep it alive.
final class TrainingView extends StackPane {

  private final Path opened;
  private final NodeModel maker;
  private final CurveBoard board = new CurveBoard();
  private final InvalidationListener changed = _ -> changed();
  private final InvalidationListener weak = new WeakInvalidationListener(changed);
  private @Nullable Path shown;
  private @Nullable ArtifactView<Curves> recorded;
  private boolean isDue;

  TrainingView(Path folder, NodeModel maker) {
    this.opened = folder;
    this.maker = maker;
    getStyleClass().add("artifact-view");
    getStylesheets().add(ArtifactView.SHEET.toExternalForm());
    maker.status().addListener(weak);
    maker.outputs().addListener(weak);
    maker.scalars().byTag().addListener(weak);
    update();
  }

  /// Several things change at once: they are looked at together.
  private void changed() {
    if (!isDue) {
      isDue = true;
      Platform.runLater(
          () -> {
            isDue = false;
            update();
          });
    }
  }

  private void update() {
    boolean isLive =
        maker.status().get().state() == State.RUNNING && !maker.scalars().byTag().isEmpty();
    if (isLive) {
      if (shown != null || getChildren().isEmpty()) {
        shown = null;
        giveUp();
        getChildren().setAll(board);
      }
      long steps = TrainingPlan.of(ArtifactFace.parameters(maker)).steps();
      board.show(Curves.of(maker.scalars().byTag()), steps > 0 ? steps : Double.NaN);
    } else if (shown == null || !shown.equals(last())) {
      shown = last();
      giveUp();
      recorded = ModelRunViewer.recorded(shown, board);
      getChildren().setAll(recorded);
    }
  }

  /// The board must not go to a view that nobody looks at any more.
  private void giveUp() {
    if (recorded != null) {
      recorded.giveUp();
      recorded = null;
    }
  }

  /// Where the last training that ended is.
  private Path last() {
    return maker.spec().outputs().stream()
        .filter(port -> port.type().equals(ArtifactType.MODEL_RUN))
        .map(PortSpec::name)
        .findFirst()
        .flatMap(port -> Optional.ofNullable(maker.outputs().get().get(port)))
        .orElse(opened);
  }
}
