package com.sun.glass.ui.testheadless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.ui.testheadless.Keyboard.Shift;
import com.sun.glass.ui.testheadless.Keyboard.Stroke;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeyboardTest {
  @Test
  void findsTheKeyOfACharacter() {
    assertEquals(Optional.of(new Stroke(KeyCode.DIGIT2, '@', Shift.DOWN)), Keyboard.strokeFor('@'));
    assertEquals(Optional.of(new Stroke(KeyCode.Q, 'q', Shift.UP)), Keyboard.strokeFor('q'));
    assertEquals(Optional.empty(), Keyboard.strokeFor('ß'));
  }

  @Test
  void typesBackWhateverItFinds() {
    for (char character = ' '; character <= '~'; character++) {
      Stroke stroke = Keyboard.strokeFor(character).orElseThrow();
      int modifiers = stroke.shift() == Shift.DOWN ? KeyEvent.MODIFIER_SHIFT : 0;
      assertEquals(
          String.valueOf(character), new String(Keyboard.typedBy(stroke.key(), modifiers)));
    }
  }

  @Test
  void typesNothingWithControl() {
    assertEquals("", new String(Keyboard.typedBy(KeyCode.S, KeyEvent.MODIFIER_CONTROL)));
    assertEquals("", new String(Keyboard.typedBy(KeyCode.F5, 0)));
  }
}
