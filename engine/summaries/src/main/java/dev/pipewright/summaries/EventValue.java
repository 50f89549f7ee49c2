package dev.pipewright.summaries;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One `Summary.Value` of a `tensorflow.Event`, still undecoded where it is large.
///
/// @param tag the tag
/// @param plugin the plugin that shows it, or empty where this event does not say
/// @param step the training step
/// @param wallTime when it was logged, in seconds since 1970
/// @param kind in which field the value is
/// @param simple the value of `simple_value`
/// @param payload the message in `tensor` or `histo`; a part of a buffer that is soon used again
record EventValue(
    String tag, String plugin, long step, double wallTime, Kind kind, float simple, Slice payload) {

  enum Kind {
    SIMPLE,
    TENSOR,
    HISTO,
    OTHER,
  }

  record Slice(byte[] bytes, int offset, int length) {
    static final Slice EMPTY = new Slice(new byte[0], 0, 0);

    CodedInputStream open() {
      return CodedInputStream.newInstance(bytes, offset, length);
    }

    /// Reads the length of a field and steps over its bytes.
    Slice take(CodedInputStream in) throws IOException {
      int size = in.readRawVarint32();
      var taken = new Slice(bytes, offset + in.getTotalBytesRead(), size);
      in.skipRawBytes(size);
      return taken;
    }

    String text() {
      return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
  }

  /// Takes a value and its place in its event.
  interface Sink {
    void accept(EventValue value, int index) throws IOException;
  }

  /// Hands the values of an event to `sink`.
  static void each(Slice event, Sink sink) throws IOException {
    double wallTime = 0;
    long step = 0;
    Slice summary = Slice.EMPTY;
    CodedInputStream in = event.open();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> wallTime = in.readDouble();
        case 2 -> step = in.readInt64();
        case 5 -> summary = event.take(in);
        default -> in.skipField(tag);
      }
    }
    int index = 0;
    in = summary.open();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 1) {
        sink.accept(value(summary.take(in), step, wallTime), index++);
      } else {
        in.skipField(tag);
      }
    }
  }

  private static EventValue value(Slice value, long step, double wallTime) throws IOException {
    String name = "";
    String plugin = "";
    Kind kind = Kind.OTHER;
    float simple = 0;
    Slice payload = Slice.EMPTY;
    CodedInputStream in = value.open();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> name = in.readStringRequireUtf8();
        case 2 -> {
          kind = Kind.SIMPLE;
          simple = in.readFloat();
        }
        case 5 -> {
          kind = Kind.HISTO;
          payload = value.take(in);
        }
        case 8 -> {
          kind = Kind.TENSOR;
          payload = value.take(in);
        }
        case 9 -> plugin = plugin(value.take(in));
        default -> in.skipField(tag);
      }
    }
    return new EventValue(name, plugin, step, wallTime, kind, simple, payload);
  }

  private static String plugin(Slice metadata) throws IOException {
    Slice name = Slice.EMPTY;
    CodedInputStream in = metadata.open();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 1) {
        name = firstField(metadata.take(in));
      } else {
        in.skipField(tag);
      }
    }
    return name.text();
  }

  private static Slice firstField(Slice message) throws IOException {
    Slice found = Slice.EMPTY;
    CodedInputStream in = message.open();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 1) {
        found = message.take(in);
      } else {
        in.skipField(tag);
      }
    }
    return found;
  }

  /// The numbers of a `simple_value` or a tensor.
  double[] numbers() throws IOException {
    return kind == Kind.SIMPLE ? new double[] {simple} : TensorWire.numbers(payload.open());
  }

  /// The histogram in a tensor of TensorFlow 2, or in a `HistogramProto` of TensorFlow 1.
  Histogram histogram() throws IOException {
    return kind == Kind.HISTO
        ? fromProto(payload.open())
        : TensorWire.histogram(TensorWire.numbers(payload.open()));
  }

  /// As tensorboard/data_compat.py does: the empty buckets at both ends go, and the ends are the
  /// smallest and the largest value.
  private static Histogram fromProto(CodedInputStream in) throws IOException {
    double min = 0;
    double max = 0;
    List<Double> limits = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> min = in.readDouble();
        case 2 -> max = in.readDouble();
        case 6 -> doubles(in, tag, limits);
        case 7 -> doubles(in, tag, counts);
        default -> in.skipField(tag);
      }
    }
    return trimmed(min, max, limits, counts);
  }

  private static Histogram trimmed(
      double min, double max, List<Double> limits, List<Double> counts) {
    int size = Math.min(limits.size(), counts.size());
    int start = 0;
    while (start < size && counts.get(start) <= 0) {
      start++;
    }
    int end = size - 1;
    while (end >= start && counts.get(end) <= 0) {
      end--;
    }
    List<Histogram.Bucket> buckets = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      buckets.add(
          new Histogram.Bucket(
              i == start ? min : limits.get(i - 1), i == end ? max : limits.get(i), counts.get(i)));
    }
    return new Histogram(buckets);
  }

  private static void doubles(CodedInputStream in, int tag, List<Double> out) throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      out.add(in.readDouble());
      return;
    }
    int limit = in.pushLimit(in.readRawVarint32());
    while (!in.isAtEnd()) {
      out.add(in.readDouble());
    }
    in.popLimit(limit);
  }
}
