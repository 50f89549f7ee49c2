package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.palette.PaletteDrops;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.Objects;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A component on its way from the palette to the canvas: a label follows the mouse until the
/// canvas shows a ghost of the card.
final class PaletteDrag implements PaletteDrops {

  private final Pane window;
  private final Workbench workbench;
  private final Label label = new Label();
  private final EventHandler<KeyEvent> keys = this::keyPressed;
  private Runnable cancelled = () -> {};

  /// @param window the label is drawn over what is in it
  PaletteDrag(Pane window, Workbench workbench) {
    this.window = window;
    this.workbench = workbench;
    label.getStyleClass().add("drag-label");
    label.setManaged(false);
    label.setMouseTransparent(true);
  }

  @Override
  public void begin(Runnable whenCancelled) {
    cancelled = whenCancelled;
    window.getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      cancelled.run();
      end();
    }
  }

  @Override
  public void over(ComponentSpec spec, double sceneX, double sceneY) {
    PipelineTab tab = active();
    boolean isOnCanvas = tab != null && tab.canvas().dragOver(spec, sceneX, sceneY);
    if (isOnCanvas) {
      window.getChildren().remove(label);
    } else {
      show(spec, sceneX, sceneY);
    }
  }

  private @Nullable PipelineTab active() {
    return workbench.activeNow().orElse(null);
  }

  private void show(ComponentSpec spec, double sceneX, double sceneY) {
    Components components = Objects.requireNonNull(workbench.components().get());
    label.setText(spec.name());
    label.setGraphic(
        Icons.of(
            components.binding(spec.name()).icon(),
            "category-icon",
            CategoryStyle.of(spec.category()).styleClass()));
    if (!window.getChildren().contains(label)) {
      window.getChildren().add(label);
    }
    label.applyCss();
    label.autosize();
    Point2D at = window.sceneToLocal(sceneX, sceneY);
    label.relocate(Math.rint(at.getX() + 8), Math.rint(at.getY() + 8));
  }

  @Override
  public void drop(double sceneX, double sceneY) {
    PipelineTab tab = active();
    if (tab != null) {
      tab.canvas().edit(canvas -> canvas.drop(sceneX, sceneY));
    }
    end();
  }

  private void end() {
    window.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    window.getChildren().remove(label);
    PipelineTab tab = active();
    if (tab != null) {
      tab.canvas().edit(canvas -> canvas.endDrag());
    }
  }
}
