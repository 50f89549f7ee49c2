package dev.pipewright.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Byte strings, one after the other in one array.
///
/// Immutable: the arrays given are not to be changed afterwards.
public final class ByteStrings {

  private final byte[] data;
  private final int[] offsets;
  private final int size;

  /// String `i` is the bytes of `data` from `offsets[i]` to before `offsets[i + 1]`; `size`
  /// strings.
  public ByteStrings(byte[] data, int[] offsets, int size) {
    if (offsets.length <= size || offsets[size] > data.length) {
      throw new IllegalArgumentException(size + " strings do not fit");
    }
    this.data = data;
    this.offsets = offsets;
    this.size = size;
  }

  /// These strings, in UTF-8.
  public static ByteStrings of(List<String> strings) {
    int[] offsets = new int[strings.size() + 1];
    byte[][] encoded = new byte[strings.size()][];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = strings.get(i).getBytes(StandardCharsets.UTF_8);
      offsets[i + 1] = offsets[i] + encoded[i].length;
    }
    byte[] data = new byte[offsets[encoded.length]];
    for (int i = 0; i < encoded.length; i++) {
      System.arraycopy(encoded[i], 0, data, offsets[i], encoded[i].length);
    }
    return new ByteStrings(data, offsets, encoded.length);
  }

  /// How many there are.
  public int size() {
    return size;
  }

  /// The array that holds them all.
  public byte[] data() {
    return data;
  }

  /// Where string `index` starts in `data()`.
  public int start(int index) {
    return offsets[index];
  }

  /// Where string `index` ends in `data()`.
  public int end(int index) {
    return offsets[index + 1];
  }

  /// How many bytes string `index` has.
  public int length(int index) {
    return offsets[index + 1] - offsets[index];
  }

  /// A copy of string `index`.
  public byte[] get(int index) {
    return Arrays.copyOfRange(data, offsets[index], offsets[index + 1]);
  }

  /// String `index` read as UTF-8, with U+FFFD for what is not.
  public String text(int index) {
    return new String(data, offsets[index], length(index), StandardCharsets.UTF_8);
  }
}
