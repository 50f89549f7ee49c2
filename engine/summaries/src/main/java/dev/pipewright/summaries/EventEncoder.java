package dev.pipewright.summaries;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes `tensorflow.Event` (tensorflow/core/util/event.proto, tensorflow/core/framework
/// summary.proto and tensor.proto). By hand, because loading the generated classes takes ten times
/// as long as writing a small file.
final class EventEncoder {

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private EventEncoder() {}

  /// The record that every file starts with.
  static byte[] fileVersion(double wallTime) {
    byte[] source = message(out -> out.writeString(1, "tensorflow.core.util.events_writer"));
    return message(
        out -> {
          out.writeDouble(1, wallTime);
          out.writeString(3, "brain.Event:2");
          out.writeByteArray(10, source);
        });
  }

  /// One value in an event of its own, as TensorFlow 2 writes them.
  static byte[] event(double wallTime, long step, String tag, byte[] metadata, byte[] tensor) {
    byte[] value =
        message(
            out -> {
              out.writeString(1, tag);
              out.writeByteArray(8, tensor);
              out.writeByteArray(9, metadata);
            });
    byte[] summary = message(out -> out.writeByteArray(1, value));
    return message(
        out -> {
          out.writeDouble(1, wallTime);
          if (step != 0) {
            out.writeInt64(2, step);
          }
          out.writeByteArray(5, summary);
        });
  }

  /// `SummaryMetadata` that names the plugin which shows the value.
  static byte[] metadata(String plugin, String content) {
    byte[] data =
        message(
            out -> {
              out.writeString(1, plugin);
              if (!content.isEmpty()) {
                out.writeString(2, content);
              }
            });
    return message(out -> out.writeByteArray(1, data));
  }

  static byte[] scalarTensor(float value) {
    byte[] content = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    return tensor(TensorWire.FLOAT, new byte[0], content);
  }

  static byte[] histogramTensor(Histogram histogram) {
    int rows = histogram.buckets().size();
    ByteBuffer content = ByteBuffer.allocate(24 * rows).order(ByteOrder.LITTLE_ENDIAN);
    for (Histogram.Bucket bucket : histogram.buckets()) {
      content.putDouble(bucket.left()).putDouble(bucket.right()).putDouble(bucket.count());
    }
    byte[] shape =
        message(
            out -> {
              out.writeByteArray(2, dimension(rows));
              out.writeByteArray(2, dimension(3));
            });
    return tensor(TensorWire.DOUBLE, shape, content.array());
  }

  static byte[] stringTensor(String text) {
    return message(
        out -> {
          out.writeInt32(1, TensorWire.STRING);
          out.writeByteArray(2, new byte[0]);
          out.writeByteArray(8, text.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static byte[] tensor(int type, byte[] shape, byte[] content) {
    return message(
        out -> {
          out.writeInt32(1, type);
          out.writeByteArray(2, shape);
          out.writeByteArray(4, content);
        });
  }

  private static byte[] dimension(int size) {
    return message(out -> out.writeInt64(1, size));
  }

  private static byte[] message(Fields fields) {
    var bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
