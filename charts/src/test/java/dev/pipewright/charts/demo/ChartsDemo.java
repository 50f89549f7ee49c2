package dev.pipewright.charts.demo;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Shows the gallery; `--dark` in dark colours.
public final class ChartsDemo extends Application {

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(Gallery.page(), 1340, 960);
    style(scene.getRoot(), getParameters().getRaw().contains("--dark") ? "dark" : "light");
    stage.setTitle("Charts");
    stage.setScene(scene);
    stage.show();
  }

  /// Gives a page the colours of `light` or `dark`.
  public static void style(Parent page, String theme) {
    for (String name : List.of(theme, "demo")) {
      page.getStylesheets()
          .add(
              Objects.requireNonNull(ChartsDemo.class.getResource(name + ".css")).toExternalForm());
    }
    page.getStyleClass().add("root");
  }
}
