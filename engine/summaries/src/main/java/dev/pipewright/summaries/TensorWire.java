package dev.pipewright.summaries;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the numbers of a `tensorflow.TensorProto` of type float, double, int32 or int64, be they
/// in `tensor_content` or in the typed field.
final class TensorWire {

  static final int FLOAT = 1;
  static final int DOUBLE = 2;
  static final int INT32 = 3;
  static final int STRING = 7;
  static final int INT64 = 9;

  private static final double[] NONE = {};

  private int type;
  private byte[] content = {};
  private double[] values = new double[1];
  private int size;

  private TensorWire() {}

  /// The tensor's numbers; none for other types, or a damaged content.
  static double[] numbers(CodedInputStream in) throws IOException {
    var tensor = new TensorWire();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      tensor.field(in, tag);
    }
    return tensor.content.length > 0
        ? tensor.fromContent()
        : Arrays.copyOf(tensor.values, tensor.size);
  }

  private void field(CodedInputStream in, int tag) throws IOException {
    switch (WireFormat.getTagFieldNumber(tag)) {
      case 1 -> type = in.readInt32();
      case 4 -> content = in.readByteArray();
      case 5, 6, 7, 10 -> typed(in, tag);
      default -> in.skipField(tag);
    }
  }

  private void typed(CodedInputStream in, int tag) throws IOException {
    int field = WireFormat.getTagFieldNumber(tag);
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      add(number(in, field));
      return;
    }
    int limit = in.pushLimit(in.readRawVarint32());
    while (!in.isAtEnd()) {
      add(number(in, field));
    }
    in.popLimit(limit);
  }

  private static double number(CodedInputStream in, int field) throws IOException {
    return switch (field) {
      case 5 -> in.readFloat();
      case 6 -> in.readDouble();
      case 7 -> in.readInt32();
      default -> in.readInt64();
    };
  }

  private void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  private double[] fromContent() {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int width = type == FLOAT || type == INT32 ? 4 : 8;
    if (type != FLOAT && type != DOUBLE && type != INT32 && type != INT64) {
      return NONE;
    }
    var result = new double[content.length / width];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          switch (type) {
            case FLOAT -> bytes.getFloat(i * width);
            case DOUBLE -> bytes.getDouble(i * width);
            case INT32 -> bytes.getInt(i * width);
            default -> bytes.getLong(i * width);
          };
    }
    return result;
  }

  /// Rows of left, right, count.
  static Histogram histogram(double[] numbers) {
    List<Histogram.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i + 2 < numbers.length; i += 3) {
      buckets.add(new Histogram.Bucket(numbers[i], numbers[i + 1], numbers[i + 2]));
    }
    return new Histogram(buckets);
  }
}
