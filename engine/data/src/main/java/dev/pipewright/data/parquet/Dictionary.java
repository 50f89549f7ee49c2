package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;
import java.util.Arrays;

/// The distinct values of a column chunk.
final class Dictionary implements Sink {

  private long[] integers = {};
  private double[] numbers = {};
  private byte[] data = {};
  private int[] starts = {};
  private int[] ends = {};
  private int size;

  /// Reads a dictionary page of plain values.
  static Dictionary read(ByteCursor in, PhysicalType type, int count) throws DamagedException {
    Dictionary dictionary = new Dictionary();
    Values values = Values.plain(in, type);
    for (int i = 0; i < count; i++) {
      values.next(dictionary);
      dictionary.size++;
    }
    return dictionary;
  }

  @Override
  public void integer(long value) {
    if (size == integers.length) {
      integers = Arrays.copyOf(integers, Math.max(64, size * 2));
    }
    integers[size] = value;
  }

  @Override
  public void number(double value) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(64, size * 2));
    }
    numbers[size] = value;
  }

  @Override
  public void bytes(byte[] source, int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, Math.max(64, size * 2));
      ends = Arrays.copyOf(ends, starts.length);
    }
    // They all lie in the page, which stays.
    data = source;
    starts[size] = start;
    ends[size] = end;
  }

  /// Hands over the value of this number.
  void get(int index, Sink target) throws DamagedException {
    if (index < 0 || index >= size) {
      throw new DamagedException("a value is not in the dictionary");
    }
    if (starts.length > 0) {
      target.bytes(data, starts[index], ends[index]);
    } else if (numbers.length > 0) {
      target.number(numbers[index]);
    } else {
      target.integer(integers[index]);
    }
  }
}
