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
  private final List<byte[]> encodedNames = new ArrayList<>();
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
      int tag = wire.tag(end);
      if (tag == ENTRY) {
        int entryEnd = wire.end(end);
        entry(entryEnd, row);
      } else {
        wire.skip(tag, end);
      }
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
    int guess = expected[entryInRow];
    if (guess >= 0) {
      byte[] name = encodedNames.get(guess);
      if (Arrays.equals(name, 0, name.length, wire.data, start, end)) {
        entryInRow++;
        return guess;
      }
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
    encodedNames.add(Arrays.copyOfRange(wire.data, start, end));
    builders.add(wanted == null || wanted.contains(name) ? newBuilder.get() : null);
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
