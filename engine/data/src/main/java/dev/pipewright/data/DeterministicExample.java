package dev.pipewright.data;

import dev.pipewright.data.Wire.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Serializes tf.Examples and tf.SequenceExamples that others wrote as Python's
/// `SerializeToString(deterministic=True)` would after parsing them: map keys sorted, the last
/// entry of a name taken, numbers packed. By these bytes TFX's ExampleGens split. Used by one
/// thread at a time.
final class DeterministicExample {

  private static final int FIRST = 1 << 3 | Wire.LENGTH;
  private static final int SECOND = 2 << 3 | Wire.LENGTH;
  private static final int BYTES_LIST = 1;
  private static final int FLOAT_LIST = 2;
  private static final int INT64_LIST = 3;

  private final Wire wire = new Wire();
  private final boolean isSequence;

  /// @param format tf.Examples or tf.SequenceExamples
  DeterministicExample(PayloadFormat format) {
    isSequence =
        switch (format) {
          case FORMAT_TF_EXAMPLE -> false;
          case FORMAT_TF_SEQUENCE_EXAMPLE -> true;
          case FORMAT_PROTO -> throw new IllegalArgumentException("no examples: " + format);
        };
  }

  /// A record, read.
  private final class Message {
    private final MapField features = new MapField();
    private final MapField lists = new MapField();
    private final Bytes unknown = new Bytes();

    void read(int end) throws MalformedException {
      while (wire.position < end) {
        int from = wire.position;
        int tag = wire.tag(end);
        if (tag == FIRST) {
          features.read(wire.end(end), Feature::new);
        } else if (tag == SECOND && isSequence) {
          lists.read(wire.end(end), FeatureList::new);
        } else {
          wire.skip(tag, end);
          unknown.add(wire.data, from, wire.position);
        }
      }
    }

    byte[] write() {
      Bytes out = new Bytes();
      features.write(out, FIRST);
      lists.write(out, SECOND);
      out.add(unknown);
      return out.toArray();
    }
  }

  /// A map's value, read piece by piece.
  private interface Value {
    void read(int end) throws MalformedException;

    void write(Bytes out);
  }

  private interface NewValue {
    Value make();
  }

  /// `Features` or `FeatureLists`: a message that has a map alone.
  private final class MapField {
    private final SortedMap<byte[], Value> entries = new TreeMap<>(EntryField::compareKeys);
    private final Bytes unknown = new Bytes();
    private boolean isPresent;

    void read(int end, NewValue newValue) throws MalformedException {
      isPresent = true;
      while (wire.position < end) {
        int from = wire.position;
        int tag = wire.tag(end);
        if (tag == FIRST) {
          readEntry(wire.end(end), newValue.make());
        } else {
          wire.skip(tag, end);
          unknown.add(wire.data, from, wire.position);
        }
      }
    }

    private void readEntry(int end, Value value) throws MalformedException {
      byte[] key = {};
      while (wire.position < end) {
        int tag = wire.tag(end);
        if (tag == FIRST) {
          int to = wire.end(end);
          key = Arrays.copyOfRange(wire.data, wire.position, to);
          wire.position = to;
        } else if (tag == SECOND) {
          value.read(wire.end(end));
        } else {
          wire.skip(tag, end);
        }
      }
      requireUtf8(key);
      entries.put(key, value);
    }

    void write(Bytes out, int tag) {
      if (!isPresent) {
        return;
      }
      Bytes map = new Bytes();
      entries.forEach(
          (key, value) -> {
            Bytes written = new Bytes();
            value.write(written);
            Bytes entry = new Bytes();
            entry.field(FIRST, key, key.length);
            entry.field(SECOND, written.data, written.length);
            map.field(FIRST, entry.data, entry.length);
          });
      map.add(unknown);
      out.field(tag, map.data, map.length);
    }
  }

  private static void requireUtf8(byte[] key) throws MalformedException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key));
    } catch (CharacterCodingException e) {
      throw new MalformedException("the name of a feature is not UTF-8");
    }
  }

  /// `FeatureList`.
  private final class FeatureList implements Value {
    private final Bytes features = new Bytes();
    private final Bytes unknown = new Bytes();

    @Override
    public void read(int end) throws MalformedException {
      while (wire.position < end) {
        int from = wire.position;
        int tag = wire.tag(end);
        if (tag == FIRST) {
          Feature feature = new Feature();
          feature.read(wire.end(end));
          Bytes written = new Bytes();
          feature.write(written);
          features.field(FIRST, written.data, written.length);
        } else {
          wire.skip(tag, end);
          unknown.add(wire.data, from, wire.position);
        }
      }
    }

    @Override
    public void write(Bytes out) {
      out.add(features);
      out.add(unknown);
    }
  }

  /// `Feature`: one of three lists; the last kind that stands there counts.
  private final class Feature implements Value {
    private final Bytes values = new Bytes();
    private final Bytes listUnknown = new Bytes();
    private final Bytes unknown = new Bytes();
    private int kind;

    @Override
    public void read(int end) throws MalformedException {
      while (wire.position < end) {
        int from = wire.position;
        int tag = wire.tag(end);
        int field = tag >>> 3;
        if ((tag & 7) == Wire.LENGTH && field <= INT64_LIST) {
          if (kind != field) {
            kind = field;
            values.length = 0;
            listUnknown.length = 0;
          }
          readList(wire.end(end));
        } else {
          wire.skip(tag, end);
          unknown.add(wire.data, from, wire.position);
        }
      }
    }

    private void readList(int end) throws MalformedException {
      while (wire.position < end) {
        int from = wire.position;
        int tag = wire.tag(end);
        if (!(tag >>> 3 == 1 && readValues(tag & 7, end))) {
          wire.skip(tag, end);
          listUnknown.add(wire.data, from, wire.position);
        }
      }
    }

    /// Reads the values of a list's field; false, with nothing read, where it has another wire
    /// type.
    private boolean readValues(int wireType, int end) throws MalformedException {
      if (wireType == Wire.LENGTH) {
        int to = wire.end(end);
        switch (kind) {
          case BYTES_LIST -> readText(to);
          case FLOAT_LIST -> readFloats(to);
          default -> readInts(to);
        }
        return true;
      }
      if (kind == FLOAT_LIST && wireType == Wire.FIXED32) {
        wire.float32(end);
        values.add(wire.data, wire.position - Float.BYTES, wire.position);
        return true;
      }
      if (kind == INT64_LIST && wireType == Wire.VARINT) {
        values.varint(wire.varint(end));
        return true;
      }
      return false;
    }

    private void readText(int to) {
      values.varint(FIRST);
      values.varint(to - wire.position);
      values.add(wire.data, wire.position, to);
      wire.position = to;
    }

    private void readFloats(int to) throws MalformedException {
      if ((to - wire.position) % Float.BYTES != 0) {
        throw new MalformedException("a list of numbers is cut off");
      }
      values.add(wire.data, wire.position, to);
      wire.position = to;
    }

    private void readInts(int to) throws MalformedException {
      while (wire.position < to) {
        values.varint(wire.varint(to));
      }
    }

    @Override
    public void write(Bytes out) {
      if (kind > 0) {
        Bytes list = new Bytes();
        if (kind == BYTES_LIST) {
          list.add(values);
        } else if (values.length > 0) {
          list.field(FIRST, values.data, values.length);
        }
        list.add(listUnknown);
        out.field(kind << 3 | Wire.LENGTH, list.data, list.length);
      }
      out.add(unknown);
    }
  }

  /// Bytes that are appended to.
  private static final class Bytes {
    private byte[] data = {};
    private int length;

    void add(byte[] source, int from, int to) {
      reserve(to - from);
      System.arraycopy(source, from, data, length, to - from);
      length += to - from;
    }

    void add(Bytes other) {
      add(other.data, 0, other.length);
    }

    void varint(long value) {
      reserve(Wire.MAX_VARINT);
      length = Wire.put(data, length, value);
    }

    void field(int tag, byte[] source, int count) {
      varint(tag);
      varint(count);
      add(source, 0, count);
    }

    byte[] toArray() {
      return Arrays.copyOf(data, length);
    }

    private void reserve(int more) {
      if (more > data.length - length) {
        data = Arrays.copyOf(data, Math.max(Math.addExact(length, more), 2 * length + 16));
      }
    }
  }

  /// The record that is the bytes of `data` from `start` to before `end`, serialized anew.
  ///
  /// @throws MalformedException when it is no such message
  byte[] of(byte[] data, int start, int end) throws MalformedException {
    return read(data, start, end).write();
  }

  /// One feature (of a tf.SequenceExample, of its context) of that record, serialized as
  /// `tf.train.Feature` without its name; empty where the record lacks it.
  byte[] feature(byte[] data, int start, int end, byte[] name) throws MalformedException {
    Value value = read(data, start, end).features.entries.get(name);
    Bytes out = new Bytes();
    if (value != null) {
      value.write(out);
    }
    return out.toArray();
  }

  /// What a record looks like: a tf.SequenceExample has feature lists, a message of another type
  /// other fields. Records come with checksums: what cannot be parsed is not damaged, but another
  /// message.
  static PayloadFormat guess(byte[] data, int start, int end) {
    try {
      Message message =
          new DeterministicExample(PayloadFormat.FORMAT_TF_SEQUENCE_EXAMPLE).read(data, start, end);
      if (message.unknown.length > 0) {
        return PayloadFormat.FORMAT_PROTO;
      }
      return message.lists.isPresent
          ? PayloadFormat.FORMAT_TF_SEQUENCE_EXAMPLE
          : PayloadFormat.FORMAT_TF_EXAMPLE;
    } catch (MalformedException e) {
      return PayloadFormat.FORMAT_PROTO;
    }
  }

  private Message read(byte[] data, int start, int end) throws MalformedException {
    wire.data = data;
    wire.position = start;
    Message message = new Message();
    message.read(end);
    return message;
  }
}
