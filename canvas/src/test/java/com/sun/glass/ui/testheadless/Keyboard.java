package com.sun.glass.ui.testheadless;

import com.sun.glass.events.KeyEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// A US keyboard: which key gives which character, with Shift and without.
public final class Keyboard {
  private static final Map<KeyCode, Stroke[]> KEYS = new EnumMap<>(KeyCode.class);
  private static final Map<Character, Stroke> CHARACTERS = new HashMap<>();

  static {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      char capital = Character.toUpperCase(letter);
      key(KeyCode.valueOf(String.valueOf(capital)), letter, capital);
    }
    String aboveDigits = ")!@#$%^&*(";
    for (int digit = 0; digit < aboveDigits.length(); digit++) {
      key(KeyCode.valueOf("DIGIT" + digit), (char) ('0' + digit), aboveDigits.charAt(digit));
    }
    key(KeyCode.MINUS, '-', '_');
    key(KeyCode.EQUALS, '=', '+');
    key(KeyCode.OPEN_BRACKET, '[', '{');
    key(KeyCode.CLOSE_BRACKET, ']', '}');
    key(KeyCode.BACK_SLASH, '\\', '|');
    key(KeyCode.SEMICOLON, ';', ':');
    key(KeyCode.QUOTE, '\'', '"');
    key(KeyCode.BACK_QUOTE, '`', '~');
    key(KeyCode.COMMA, ',', '<');
    key(KeyCode.PERIOD, '.', '>');
    key(KeyCode.SLASH, '/', '?');
    key(KeyCode.SPACE, ' ', ' ');
    key(KeyCode.TAB, '\t', '\t');
    key(KeyCode.ENTER, '\r', '\r');
    CHARACTERS.put('\n', new Stroke(KeyCode.ENTER, '\r', Shift.UP));
    for (int digit = 0; digit <= 9; digit++) {
      char character = (char) ('0' + digit);
      key(KeyCode.valueOf("NUMPAD" + digit), character, character);
    }
    key(KeyCode.ADD, '+', '+');
    key(KeyCode.SUBTRACT, '-', '-');
    key(KeyCode.MULTIPLY, '*', '*');
    key(KeyCode.DIVIDE, '/', '/');
    key(KeyCode.DECIMAL, '.', '.');
  }

  private Keyboard() {}

  /// Whether Shift is held.
  public enum Shift {
    /// Not held.
    UP,
    /// Held.
    DOWN
  }

  /// A key pressed with Shift or without, and what it types.
  public record Stroke(KeyCode key, char character, Shift shift) {}

  private static void key(KeyCode key, char plain, char shifted) {
    Stroke[] strokes = {new Stroke(key, plain, Shift.UP), new Stroke(key, shifted, Shift.DOWN)};
    KEYS.put(key, strokes);
    for (Stroke stroke : strokes) {
      CHARACTERS.putIfAbsent(stroke.character(), stroke);
    }
  }

  /// How to type a character; empty if no key has it.
  public static Optional<Stroke> strokeFor(char character) {
    return Optional.ofNullable(CHARACTERS.get(character));
  }

  /// What a key types under the modifiers held: nothing with Control, Alt or Command.
  static char[] typedBy(KeyCode key, int modifiers) {
    int silencing = KeyEvent.MODIFIER_CONTROL | KeyEvent.MODIFIER_ALT | KeyEvent.MODIFIER_COMMAND;
    Stroke[] strokes = KEYS.get(key);
    if (strokes == null || (modifiers & silencing) != 0) {
      return new char[0];
    }
    Shift shift = (modifiers & KeyEvent.MODIFIER_SHIFT) == 0 ? Shift.UP : Shift.DOWN;
    return new char[] {strokes[shift.ordinal()].character()};
  }

  /// The modifier bit of a key, 0 if it is none.
  static int modifierOf(KeyCode key) {
    return switch (key) {
      case SHIFT -> KeyEvent.MODIFIER_SHIFT;
      case CONTROL -> KeyEvent.MODIFIER_CONTROL;
      case ALT -> KeyEvent.MODIFIER_ALT;
      case META, COMMAND, WINDOWS -> KeyEvent.MODIFIER_COMMAND;
      default -> 0;
    };
  }
}
