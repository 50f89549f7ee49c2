package dev.pipewright.nodes.theme;

import dev.pipewright.testing.Fx;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Windows that have their theme before their first frame.
public final class Themed {

  private Themed() {}

  /// Shows a scene with this root, of this size, in a new window.
  public static Scene show(Theme theme, Parent root, double width, double height) {
    Scene shown =
        Fx.call(
            () -> {
              Scene scene = new Scene(root, width, height);
              theme.apply(scene);
              Stage stage = new Stage();
              stage.setX(0);
              stage.setY(0);
              stage.setScene(scene);
              stage.show();
              stage.requestFocus();
              return scene;
            });
    Fx.settle();
    return shown;
  }
}
