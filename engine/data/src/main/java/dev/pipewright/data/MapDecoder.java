package dev.pipewright.data;

import dev.pipewright.data.Wire.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a map from names to messages, as `Features.feature` is, into a builder a name. Names
/// mostly come in the order that they had in the row before, so that is where each is looked for
/// first.
///
/// @param <B> what builds the values of one name
final class MapDecoder<B> {

  /// Reads a map's value.
  interface ValueDecoder<B> {

    /// Forgets what the row has so far: an earlier entry of the same name.
    void restart(B builder, int row);

    /// Reads the message that ends at `end` into the row, which has none so far, if it is of the
    /// most common form; false, with nothing read, when it is not.
    boolean decodeShort(int end, B builder, int row);

    /// Reads the message that ends at `end` into the row, after what the row has.
    void decode(int end, B builder, int row) throws MalformedException;
  }

  private static final int ENTRY = 1 << 3 | Wire.LENGTH;
  private static final int KEY = 1 << 3 | Wire.LENGTH;
  private static final int VALUE = 2 << 3 | Wire.LENGTH;

  private final Wire wire;
  private final ValueDecoder<B> values;
  private final Supplier<B> newBuilder;
  private final @Nullable Set<String> wanted;

  private final BytesBuilder keys = new BytesBuilder();
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> keysOfEntries = new ArrayList<>();
  private final List<@Nullable B> builders = new ArrayList<>();
  private int[] expected = new int[16];
  private int entryInRow;

  /// @param wanted the names to read; null for all
  MapDecoder(
      Wire wire, ValueDecoder<B> values, Supplier<B> newBuilder, @Nullable Set<String> wanted) {
    this.wire = wire;
    this.values = values;
    this.newBuilder = newBuilder;
    this.wanted = wanted;
    Arrays.fill(expected, -1);
  }

  /// Starts a row.
  void startRow() {
    entryInRow = 0;
  }

  /// Reads entries up to `end` into the row.
  void decode(int end, int row) throws MalformedException {
    while (wire.position < end) {
      int guess = expectedColumn(end);
      if (guess >= 0) {
        expectedEntry(guess, row);
        continue;
      }
      int tag = wire.tag(end);
      if (tag == ENTRY) {
        entry(wire.end(end), row);
      } else {
        wire.skip(tag, end);
      }
    }
  }

  /// The column whose entry stands here, when it is the one expected, with its key first and
  /// lengths of one byte; -1 for any other.
  private int expectedColumn(int end) {
    int guess = entryInRow < expected.length ? expected[entryInRow] : -1;
    if (guess < 0) {
      return -1;
    }
    byte[] key = keysOfEntries.get(guess);
    byte[] data = wire.data;
    int at = wire.position;
    int value = at + 2 + key.length;
    boolean isExpected =
        value < end
            && data[at] == ENTRY
            && data[at + 1] >= 0
            && at + 2 + data[at + 1] <= end
            && wire.isAt(key, at + 2)
            && data[value] >= 0
            && value + 1 + data[value] == at + 2 + data[at + 1];
    return isExpected ? guess : -1;
  }

  private void expectedEntry(int column, int row) throws MalformedException {
    int at = wire.position;
    int end = at + 2 + wire.data[at + 1];
    int start = at + 3 + keysOfEntries.get(column).length;
    entryInRow++;
    B builder = builders.get(column);
    if (builder == null) {
      wire.position = end;
      return;
    }
    wire.position = start;
    if (!values.decodeShort(end, builder, row)) {
      wire.position = start;
      values.restart(builder, row);
      values.decode(end, builder, row);
    }
  }

  private void entry(int end, int row) throws MalformedException {
    int start = wire.position;
    int column = findKey(end);
    B builder = builders.get(column);
    if (builder == null) {
      wire.position = end;
      return;
    }
    values.restart(builder, row);
    if (wire.position < end && wire.data[wire.position] != VALUE) {
      wire.position = start;
    }
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == VALUE) {
        values.decode(wire.end(end), builder, row);
      } else {
        wire.skip(tag, end);
      }
    }
  }

  /// The column of the entry's key. Leaves the cursor after a key that stands first and alone, and
  /// at the start of the entry otherwise.
  private int findKey(int end) throws MalformedException {
    int start = wire.position;
    int keyStart = start;
    int keyEnd = start;
    boolean isPlain = true;
    int rest = start;
    while (wire.position < end) {
      int tag = wire.tag(end);
      if (tag == KEY) {
        isPlain = keyEnd == start && wire.position == start + 1;
        keyEnd = wire.end(end);
        keyStart = wire.position;
        wire.position = keyEnd;
        rest = keyEnd;
      } else {
        wire.skip(tag, end);
      }
    }
    wire.position = isPlain ? rest : start;
    return column(keyStart, keyEnd);
  }

  private int column(int start, int end) throws MalformedException {
    if (entryInRow == expected.length) {
      expected = Arrays.copyOf(expected, entryInRow * 2);
      Arrays.fill(expected, entryInRow, expected.length, -1);
    }
    int column = keys.codeOf(wire.data, start, end);
    if (column == names.size()) {
      addColumn(start, end);
    }
    expected[entryInRow++] = column;
    return column;
  }

  private void addColumn(int start, int end) throws MalformedException {
    String name = text(start, end);
    names.add(name);
    keysOfEntries.add(entryKey(Arrays.copyOfRange(wire.data, start, end)));
    builders.add(wanted == null || wanted.contains(name) ? newBuilder.get() : null);
  }

  /// What an entry of this name has between its length and that of its value.
  private static byte[] entryKey(byte[] name) {
    int prefix = 1 + Wire.sizeOf(name.length);
    byte[] key = new byte[prefix + name.length + 1];
    key[0] = KEY;
    Wire.put(key, 1, name.length);
    System.arraycopy(name, 0, key, prefix, name.length);
    key[key.length - 1] = VALUE;
    return key;
  }

  private String text(int start, int end) throws MalformedException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(wire.data, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("the name of a feature is not UTF-8");
    }
  }

  /// The names seen, in the order in which they were first.
  List<String> names() {
    return names;
  }

  /// The builder of the `index`-th name; null when it is not wanted.
  @Nullable B builder(int index) {
    return builders.get(index);
  }

  /// The name that was read last, for a message about its value.
  String lastName() {
    return entryInRow == 0 ? "" : names.get(expected[entryInRow - 1]);
  }
}
