package dev.pipewright.nodes.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FontsTest {

  @Test
  void everyWeightIsAFontThatStyleSheetsCanName() {
    assertEquals(
        List.of(
            "Inter/Regular",
            "Inter SemiBold/Regular",
            "Inter/Bold",
            "Inter Medium/Regular",
            "JetBrains Mono/Regular",
            "JetBrains Mono/Bold"),
        Fx.call(() -> Fonts.FILES.stream().map(FontsTest::name).toList()));
  }

  private static String name(String file) {
    Font font = Objects.requireNonNull(Fonts.font(file), file);
    return font.getFamily() + "/" + font.getStyle();
  }
}
