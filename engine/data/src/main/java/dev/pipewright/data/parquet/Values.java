package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of a page, in one of Parquet's encodings.
@FunctionalInterface
interface Values {

  /// Hands over the next value.
  void next(Sink target) throws DamagedException;

  /// Those of a data page.
  ///
  /// @param encoding Parquet's number of the encoding
  static Values of(int encoding, ByteCursor in, PhysicalType type, @Nullable Dictionary dictionary)
      throws DamagedException {
    return switch (encoding) {
      case 0 -> plain(in, type);
      case 2, 8 -> {
        if (dictionary == null) {
          throw new DamagedException("a dictionary is missing");
        }
        // A page of nulls alone has not even the width.
        HybridRuns places = in.remaining() == 0 ? null : new HybridRuns(in, in.octet());
        yield target -> dictionary.get(required(places).next(), target);
      }
      case 3 -> {
        HybridRuns bits = in.remaining() == 0 ? null : new HybridRuns(in.take(in.int32()), 1);
        require(type == PhysicalType.BOOLEAN);
        yield target -> target.integer(required(bits).next());
      }
      case 5 -> {
        require(type == PhysicalType.INT32 || type == PhysicalType.INT64);
        DeltaRuns numbers = new DeltaRuns(in);
        yield type == PhysicalType.INT32
            ? target -> target.integer((int) numbers.next())
            : target -> target.integer(numbers.next());
      }
      case 6 -> {
        require(type == PhysicalType.BYTE_ARRAY);
        yield deltaLengths(in);
      }
      case 7 -> {
        require(type == PhysicalType.BYTE_ARRAY);
        yield deltaTexts(in);
      }
      case 9 -> split(in, type);
      default -> throw new DamagedException("values have an encoding of number " + encoding);
    };
  }

  private static HybridRuns required(@Nullable HybridRuns runs) throws DamagedException {
    if (runs == null) {
      throw new DamagedException("a page ends too early");
    }
    return runs;
  }

  private static void require(boolean fits) throws DamagedException {
    if (!fits) {
      throw new DamagedException("values have an encoding that their type cannot have");
    }
  }

  /// Values one after the other.
  static Values plain(ByteCursor in, PhysicalType type) throws DamagedException {
    return switch (type) {
      case BOOLEAN -> bits(in);
      case INT32 -> target -> target.integer(in.int32());
      case INT64 -> target -> target.integer(in.int64());
      case FLOAT -> target -> target.number(Float.intBitsToFloat(in.int32()));
      case DOUBLE -> target -> target.number(Double.longBitsToDouble(in.int64()));
      case BYTE_ARRAY ->
          target -> {
            int length = in.int32();
            int start = in.skip(length);
            target.bytes(in.data(), start, start + length);
          };
      case INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new DamagedException("values of the type " + type + " are not read");
    };
  }

  private static Values bits(ByteCursor in) {
    int[] octet = new int[2];
    return target -> {
      if (octet[1] == 0) {
        octet[0] = in.octet();
        octet[1] = 8;
      }
      target.integer(octet[0] & 1);
      octet[0] >>= 1;
      octet[1]--;
    };
  }

  private static int[] all(ByteCursor in) throws DamagedException {
    DeltaRuns runs = new DeltaRuns(in);
    int[] numbers = new int[(int) Math.min(runs.left(), 1 << 10)];
    int count = 0;
    while (runs.left() > 0) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.multiplyExact(count, 2));
      }
      numbers[count++] = (int) runs.next();
    }
    return Arrays.copyOf(numbers, count);
  }

  private static Values deltaLengths(ByteCursor in) throws DamagedException {
    int[] lengths = all(in);
    int[] at = new int[1];
    return target -> {
      int length = at(lengths, at[0]++);
      int start = in.skip(length);
      target.bytes(in.data(), start, start + length);
    };
  }

  private static int at(int[] numbers, int index) throws DamagedException {
    if (index >= numbers.length) {
      throw new DamagedException("a page has too few lengths");
    }
    return numbers[index];
  }

  /// Each text begins as so many bytes of the one before.
  private static Values deltaTexts(ByteCursor in) throws DamagedException {
    int[] prefixes = all(in);
    int[] lengths = all(in);
    int[] at = new int[1];
    byte[][] last = {{}};
    return target -> {
      int prefix = at(prefixes, at[0]);
      int length = at(lengths, at[0]++);
      int start = in.skip(length);
      if (prefix < 0 || prefix > last[0].length) {
        throw new DamagedException("a text begins as more of the last than there is");
      }
      byte[] text = Arrays.copyOf(last[0], Math.addExact(prefix, length));
      System.arraycopy(in.data(), start, text, prefix, length);
      last[0] = text;
      target.bytes(text, 0, text.length);
    };
  }

  /// All first bytes of the values, then all second ones, and so on.
  private static Values split(ByteCursor in, PhysicalType type) throws DamagedException {
    int width =
        switch (type) {
          case INT32, FLOAT -> Integer.BYTES;
          case INT64, DOUBLE -> Long.BYTES;
          default -> 0;
        };
    require(width > 0);
    int count = in.remaining() / width;
    int start = in.skip(in.remaining());
    int[] at = new int[1];
    byte[] value = new byte[width];
    return target -> {
      if (at[0] == count) {
        throw new DamagedException("a page ends too early");
      }
      for (int i = 0; i < width; i++) {
        value[i] = in.data()[start + i * count + at[0]];
      }
      at[0]++;
      plain(new ByteCursor(value, 0, width), type).next(target);
    };
  }
}
