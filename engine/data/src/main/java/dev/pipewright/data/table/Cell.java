package dev.pipewright.data.table;

import dev.pipewright.data.table.StoredColumn.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A feature in a row, as a person sees it.
///
/// @param column the feature in the row's block; null when it has it in no row
/// @param row the row in that block
public record Cell(@Nullable StoredColumn column, int row) {

  /// What a cell shows of bytes that are no text.
  private static final int MOST_BYTES = 16;

  private static final int[][] PICTURES = {{0x89, 'P', 'N', 'G'}, {0xff, 0xd8, 0xff}};

  /// Whether there is a value.
  public boolean hasValue() {
    return column != null && column.count(row) > 0;
  }

  /// Whether the row has the feature, with an empty list: not the same as lacking it, though no
  /// value is there either.
  public boolean isEmptyList() {
    return column != null && column.isPresent(row) && column.count(row) == 0;
  }

  /// How many values there are.
  public int count() {
    return column == null ? 0 : column.count(row);
  }

  /// The only value as a number; null where there is none or several, or it is no number.
  public @Nullable Double number() {
    return column == null ? null : column.single(row);
  }

  /// The picture that the only value is, as the bytes of a PNG or JPEG file; null for others.
  public byte @Nullable [] picture() {
    if (column == null || column.kind() != Kind.BYTES || column.count(row) != 1) {
      return null;
    }
    int code = column.code(column.start(row));
    byte[] head = column.bytes(code, 4);
    for (int[] magic : PICTURES) {
      boolean isThat = head.length >= magic.length;
      for (int i = 0; isThat && i < magic.length; i++) {
        isThat = (head[i] & 0xff) == magic[i];
      }
      if (isThat) {
        return column.bytes(code);
      }
    }
    return null;
  }

  /// All values as text; empty where there is none. One value stands alone, several in brackets,
  /// the steps of a feature list in brackets of their own.
  public String text() {
    return text(Integer.MAX_VALUE);
  }

  /// The same, cut after about so many characters, with a sign that it is.
  public String text(int most) {
    if (column == null || !column.isPresent(row)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (column.isSequence()) {
      text.append('[');
      for (int step = column.step(row); step < column.step(row + 1); step++) {
        separate(text, step > column.step(row));
        list(text, column, column.inner(step), column.inner(step + 1), most);
        if (text.length() > most) {
          break;
        }
      }
      text.append(']');
    } else if (column.count(row) == 1) {
      value(text, column, column.start(row), most);
    } else if (column.count(row) > 1) {
      list(text, column, column.start(row), column.end(row), most);
    }
    return text.length() > most ? text.substring(0, most) + "\u2026" : text.toString();
  }

  /// Each value as text.
  public List<String> texts() {
    StoredColumn of = column;
    if (of == null) {
      return List.of();
    }
    return IntStream.range(of.start(row), of.end(row))
        .mapToObj(
            i -> {
              StringBuilder text = new StringBuilder();
              value(text, of, i, Integer.MAX_VALUE);
              return text.toString();
            })
        .toList();
  }

  private static void separate(StringBuilder text, boolean isLater) {
    if (isLater) {
      text.append(", ");
    }
  }

  private static void list(StringBuilder text, StoredColumn column, int from, int to, int most) {
    text.append('[');
    for (int i = from; i < to && text.length() <= most; i++) {
      separate(text, i > from);
      value(text, column, i, most);
    }
    text.append(']');
  }

  private static void value(StringBuilder text, StoredColumn column, int index, int most) {
    switch (column.kind()) {
      case INT64 -> text.append(column.int64(index));
      case FLOAT -> text.append(number(column.float32(index)));
      case BYTES -> {
        int code = column.code(index);
        // A character has up to four bytes.
        int bytes = most == Integer.MAX_VALUE ? most : 4 * most + 4;
        text.append(readable(column.bytes(code, bytes), column.length(code)));
      }
    }
  }

  /// A float as Python writes it: `1e-05`, `2.0`.
  static String number(float value) {
    if (Float.isNaN(value)) {
      return "NaN";
    }
    String text = Float.toString(value);
    return text.replace("Infinity", "\u221e").replace(".0E", "e").replace('E', 'e');
  }

  /// Bytes as text: those that are no UTF-8 as `\xe9`, those of no text at all as the first of them
  /// in hexadecimal, with their number.
  private static String readable(byte[] bytes, int length) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return isText(text) ? text : binary(bytes, length);
    } catch (CharacterCodingException e) {
      return bytes.length < length ? cutOff(bytes, length) : escaped(bytes, length);
    }
  }

  /// The text may end in the middle of a character.
  private static String cutOff(byte[] bytes, int length) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int good = Math.max(0, text.length() - 2);
    return text.indexOf('\ufffd') >= good && isText(text.substring(0, good))
        ? text.substring(0, good)
        : escaped(bytes, length);
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r');
  }

  private static String escaped(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder();
    int bad = 0;
    int at = 0;
    while (at < bytes.length) {
      int size = characterAt(bytes, at);
      if (size == 0) {
        text.append("\\x").append(HexFormat.of().toHexDigits(bytes[at]));
        bad++;
        at++;
      } else {
        text.append(new String(bytes, at, size, StandardCharsets.UTF_8));
        at += size;
      }
    }
    return 4 * bad > bytes.length || !isText(text.toString())
        ? binary(bytes, length)
        : text.toString();
  }

  /// How many bytes the character there has; 0 where there is none.
  private static int characterAt(byte[] bytes, int at) {
    for (int size = 1; size <= 4 && at + size <= bytes.length; size++) {
      String text = new String(bytes, at, size, StandardCharsets.UTF_8);
      if (text.indexOf('\ufffd') < 0) {
        return size;
      }
    }
    return 0;
  }

  private static String binary(byte[] bytes, int length) {
    int shown = Math.min(MOST_BYTES, bytes.length);
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
    return length > shown ? "%s\u2026 (%,d bytes)".formatted(hex, length) : hex;
  }
}
