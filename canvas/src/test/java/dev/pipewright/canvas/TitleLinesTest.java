package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxToolkit.class)
class TitleLinesTest {

  @ParameterizedTest
  @CsvSource({
    "latest_blessed_model_resolver, latest_blessed_x, latest_blessed_|model_resolver",
    "CsvExampleGen2, CsvExampleGen, CsvExampleGen|2",
    "ExampleValidator, ExampleVali, Example|Validator",
    "Model of taxi, Model of t, Model of|taxi",
    "Trainer, Trainer, Trainer",
    "abcdefghijkl, abcd, abcdefghijkl"
  })
  void breaksWhereWordsEnd(String title, String widest, String lines) {
    Font font = Font.font(13);
    double width = Fx.call(() -> Math.ceil(laidOut(widest, font)));
    assertEquals(lines.replace('|', '\n'), Fx.call(() -> TitleLines.of(title, font, width)));
  }

  private static double laidOut(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
