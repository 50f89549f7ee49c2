package dev.pipewright.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Builds the values of a bytes column: dictionary-coded as long as values repeat; one entry a
/// value from when most of the first ones differ.
public final class BytesBuilder {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int TRIAL = 2048;

  private int[] codes = new int[64];
  private int count;
  private byte[] data = new byte[256];
  private int[] offsets = new int[65];
  private int[] hashes = new int[64];
  private int size;
  private int[] slots = new int[128];
  private boolean isDictionary = true;

  /// How many values there are.
  public int count() {
    return count;
  }

  /// Adds the value that is the bytes of `source` from `start` to before `end`.
  public void add(byte[] source, int start, int end) {
    if (count == codes.length) {
      codes = Arrays.copyOf(codes, count * 2);
    }
    if (isDictionary) {
      codes[count++] = codeOf(source, start, end);
      if (count == TRIAL && size > TRIAL / 2) {
        spreadOut();
      }
    } else {
      codes[count++] = append(source, start, end, 0);
    }
  }

  /// The code of a value, which becomes a dictionary's last entry when it is new.
  int codeOf(byte[] source, int start, int end) {
    int hash = hash(source, start, end);
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0) {
      int code = slots[at] - 1;
      if (hashes[code] == hash
          && Arrays.equals(data, offsets[code], offsets[code + 1], source, start, end)) {
        return code;
      }
      at = (at + 1) & mask;
    }
    int code = append(source, start, end, hash);
    slots[at] = code + 1;
    if (size * 2 > slots.length) {
      rehash();
    }
    return code;
  }

  private int append(byte[] source, int start, int end, int hash) {
    int from = offsets[size];
    int to = Math.addExact(from, end - start);
    if (to > data.length) {
      data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 8L, to * 2L));
    }
    System.arraycopy(source, start, data, from, end - start);
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2 + 1);
    }
    hashes[size] = hash;
    offsets[++size] = to;
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int at = hashes[code] & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = code + 1;
    }
  }

  /// Turns the dictionary into a list of all values.
  private void spreadOut() {
    isDictionary = false;
    byte[] distinct = data;
    int[] starts = offsets;
    data = new byte[distinct.length];
    offsets = new int[hashes.length + 1];
    size = 0;
    for (int i = 0; i < count; i++) {
      codes[i] = append(distinct, starts[codes[i]], starts[codes[i] + 1], 0);
    }
  }

  /// Takes back all values from `newCount` on.
  void truncate(int newCount) {
    count = newCount;
    if (!isDictionary) {
      size = newCount;
    }
  }

  /// A column of these values. The builder is not to be used afterwards.
  public Column.Bytes finish(RowLayout layout) {
    return new Column.Bytes(layout, codes, new ByteStrings(data, offsets, size));
  }

  private static int hash(byte[] bytes, int start, int end) {
    long hash = end - start;
    int at = start;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ (long) LONG.get(bytes, at));
    }
    long tail = 0;
    for (; at < end; at++) {
      tail = tail << 8 | bytes[at] & 0xff;
    }
    hash = mix(hash ^ tail);
    return (int) (hash ^ hash >>> 32);
  }

  private static long mix(long value) {
    long product = value * 0x9e3779b97f4a7c15L;
    return product ^ product >>> 29;
  }
}
