package dev.pipewright.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Draws windows larger or smaller than they are laid out: those of the workbench, their dialogs,
/// and what pops up. To be closed.
final class WindowScale {

  /// The window of the workbench is laid out at least as large as this.
  private static final double LEAST_WIDTH = 800;

  private static final double LEAST_HEIGHT = 500;
  private static final double WHOLE = 100;

  private final ObservableValue<Integer> percent;
  private final List<Frame> windows = new ArrayList<>();
  private final Subscription changes;
  private final ListChangeListener<Window> opened =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(this::opened);
        }
      };

  WindowScale(ObservableValue<Integer> percent) {
    this.percent = percent;
    Window.getWindows().addListener(opened);
    changes = percent.subscribe(() -> windows.forEach(Parent::requestLayout));
  }

  void close() {
    changes.unsubscribe();
    Window.getWindows().removeListener(opened);
  }

  /// What stands for the content of a window of the workbench, until it is let go of.
  Parent frame(Region content) {
    Frame frame = new Frame(content, true);
    windows.add(frame);
    return frame;
  }

  /// The window of this content is closed.
  void forget(Parent frame) {
    windows.removeIf(each -> each == frame);
  }

  private void opened(Window window) {
    Scene scene = window.getScene();
    if (scene == null || scene.getRoot() instanceof Frame || !isOurs(window)) {
      return;
    }
    if (window instanceof PopupWindow) {
      popup(scene);
    } else if (percent.getValue() != WHOLE
        && window instanceof Stage stage
        && scene.getRoot() instanceof Region content) {
      scene.setRoot(new Pane());
      Frame frame = new Frame(content, false);
      scene.setRoot(frame);
      stage.sizeToScene();
    }
  }

  /// Whether it stands over the window of the workbench.
  private boolean isOurs(Window window) {
    @Nullable Window below = window;
    while (below != null) {
      if (below.getScene() != null && isWindow(below.getScene().getRoot())) {
        return true;
      }
      below =
          switch (below) {
            case PopupWindow popup -> popup.getOwnerWindow();
            case Stage stage -> stage.getOwner();
            default -> null;
          };
    }
    return false;
  }

  private boolean isWindow(Parent root) {
    return windows.stream().anyMatch(each -> each == root);
  }

  private void popup(Scene scene) {
    if (scene.getRoot() instanceof Pane root && root.getChildren().size() == 1) {
      Node only = root.getChildren().getFirst();
      if (only instanceof Frame frame) {
        frame.requestLayout();
      } else if (only instanceof Region content && percent.getValue() != WHOLE) {
        root.getChildren().clear();
        root.getChildren().add(new Frame(content, false));
      }
    }
  }

  /// A region that is laid out at another size than it is drawn at.
  private final class Frame extends Region {

    private final Region content;
    private final boolean isBounded;
    private final Scale transform = new Scale();

    /// @param isBounded whether it is drawn smaller where it had not enough room
    Frame(Region content, boolean isBounded) {
      this.content = content;
      this.isBounded = isBounded;
      content.getTransforms().add(transform);
      getChildren().setAll((Node) content);
    }

    private double scale() {
      double wanted = percent.getValue() / WHOLE;
      if (!isBounded || wanted <= 1) {
        return wanted;
      }
      double leastWidth = Math.max(LEAST_WIDTH, content.minWidth(-1));
      double most = Math.min(getWidth() / leastWidth, getHeight() / LEAST_HEIGHT);
      return Math.max(1, Math.min(wanted, most));
    }

    @Override
    protected void layoutChildren() {
      double scale = scale();
      transform.setX(scale);
      transform.setY(scale);
      content.resizeRelocate(0, 0, getWidth() / scale, getHeight() / scale);
    }

    @Override
    protected double computePrefWidth(double height) {
      return content.prefWidth(height < 0 ? -1 : height / scale()) * scale();
    }

    @Override
    protected double computePrefHeight(double width) {
      return content.prefHeight(width < 0 ? -1 : width / scale()) * scale();
    }

    @Override
    protected double computeMinWidth(double height) {
      return content.minWidth(-1) * scale();
    }

    @Override
    protected double computeMinHeight(double width) {
      return content.minHeight(-1) * scale();
    }
  }
}
