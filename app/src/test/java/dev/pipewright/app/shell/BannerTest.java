package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.shell.Banner.Choice;
import dev.pipewright.app.shell.Banner.Tone;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class BannerTest {

  private static final List<Choice> FOUR =
      List.of(
          new Choice("Compare", () -> {}),
          new Choice("Read it again", () -> {}),
          new Choice("Replace it", () -> {}),
          new Choice("Save as...", () -> {}));

  private static final String CHANGED = "penguins.pipewright was changed by another program.";

  /// How far right its last button reaches, and whether its parts stand one below the other.
  private record Shape(boolean isStacked, double end) {}

  private static Shape in(VBox room, Banner banner, double width) {
    return Fx.call(
        () -> {
          room.resize(width, 400);
          room.applyCss();
          room.layout();
          Button last =
              banner.lookupAll(".button").stream()
                  .map(Button.class::cast)
                  .filter(button -> button.getText().equals("Save as..."))
                  .findFirst()
                  .orElseThrow();
          return new Shape(
              banner.getStyleClass().contains("stacked"),
              banner.sceneToLocal(last.localToScene(last.getBoundsInLocal())).getMaxX());
        });
  }

  @Test
  void standsInOneLineAsLongAsItFits() {
    Banner banner = Fx.call(() -> new Banner(Tone.WARNING, CHANGED, "", FOUR));
    VBox room = Fx.call(() -> new VBox(banner));
    Fx.run(
        () -> {
          Theme.LIGHT.apply(new Scene(room));
          room.getStylesheets().add(BannerTest.class.getResource("workbench.css").toExternalForm());
        });

    assertEquals(false, in(room, banner, 1000).isStacked());
    for (double width = 1000; width > 240; width -= 20) {
      Shape shape = in(room, banner, width);
      double most = width - 12;
      assertTrue(shape.end() <= most, shape + " in " + width);
    }
    assertEquals(true, in(room, banner, 400).isStacked());
    assertEquals(false, in(room, banner, 1000).isStacked());
  }
}
