package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.demo.ChartsDemo;
import dev.pipewright.charts.demo.Gallery;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class GalleryTest {

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void showsEveryChart(String theme) throws IOException {
    Parent page =
        Fx.call(
            () -> {
              Parent all = Gallery.page();
              ChartsDemo.style(all, theme);
              return all;
            });
    Scene scene = Fx.show(page, 1340, 960);
    Fx.settle();
    Fx.frames(2);
    Path picture = Fx.call(() -> Screens.write(scene, "charts-" + theme));

    assertTrue(Files.size(picture) > 30_000);
  }
}
