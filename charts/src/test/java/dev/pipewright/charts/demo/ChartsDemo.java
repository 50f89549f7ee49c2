package dev.pipewright.charts.demo;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
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

  private static void loadFonts() {
    String folder = "/com/formdev/flatlaf/fonts/";
    for (String name :
        List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf")) {
      Font.loadFont(
          Objects.requireNonNull(ChartsDemo.class.getResource(folder + name), name)
              .toExternalForm(),
          12);
    }
  }

  /// Gives a page the colours of `light` or `dark`.
  public static void style(Parent page, String theme) {
    loadFonts();
    for (String name : List.of(theme, "demo")) {
      page.getStylesheets()
          .add(
              Objects.requireNonNull(ChartsDemo.class.getResource(name + ".css")).toExternalForm());
    }
    page.getStyleClass().add("root");
  }
}
