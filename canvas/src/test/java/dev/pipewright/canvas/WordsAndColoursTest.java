package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsAndColoursTest {

  @ParameterizedTest
  @EnumSource(CardState.class)
  void everyStateHasAWord(CardState state) {
    assertFalse(Messages.text(state).isBlank());
  }

  @Test
  void aTipHasNameTypeAndWhatThePortIsFor() {
    assertEquals(
        "model · Model\nWhat was trained.",
        Tips.text(new GraphPort("model", DemoGraph.MODEL, "What was trained.")));
    assertEquals("model · Model", Tips.text(DemoGraph.port("model", DemoGraph.MODEL)));
  }

  @Test
  void coloursAreMultipliedByTheirOpacity() {
    assertEquals(0xffff8000, Swatches.premultiplied(Color.rgb(255, 128, 0), 1));
    assertEquals(0x80804000, Swatches.premultiplied(Color.rgb(255, 128, 0, 0.5), 1));
    assertEquals(0x40402000, Swatches.faded(0x80804000, 0.5));
  }

  @ParameterizedTest
  @CsvSource({"4, FULL", "0.5, FULL", "0.49, REDUCED", "0.25, REDUCED", "0.24, BLOCKS"})
  void detailGoesWithTheZoom(double zoom, DetailLevel level) {
    assertEquals(level, DetailLevel.of(zoom));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.9, 0", "2.1, 4", "-3, -4", "17, 16"})
  void nodesSnapToFourPixels(double from, double to) {
    assertEquals(to, Desk.snap(from), 1e-9);
  }
}
