package dev.pipewright.charts;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture of a chart as it was, to be written on any thread.
public final class PlotPicture {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int RED_GREEN_BLUE_ALPHA = 6;
  private static final int CHANNELS = 4;

  private final int width;
  private final int height;
  private final int[] argb;

  /// Keeps the pixels of an image.
  PlotPicture(Image image) {
    width = (int) image.getWidth();
    height = (int) image.getHeight();
    argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
  }

  /// How many pixels it is wide.
  public int width() {
    return width;
  }

  /// How many pixels it is high.
  public int height() {
    return height;
  }

  /// Writes it as PNG (W3C PNG, third edition), whole or not at all.
  ///
  /// @throws IOException if the file cannot be written
  public void write(Path file) throws IOException {
    WholeFile.write(file, this::writePng);
  }

  private void writePng(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.write(SIGNATURE);
    chunk(out, "IHDR", header());
    chunk(out, "IDAT", pixels());
    chunk(out, "IEND", new byte[0]);
  }

  private byte[] header() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream header = new DataOutputStream(bytes)) {
      header.writeInt(width);
      header.writeInt(height);
      header.write(new byte[] {BITS, RED_GREEN_BLUE_ALPHA, 0, 0, 0});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Each row begins with the number of its filter, 0 for none.
  private byte[] pixels() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] row = new byte[1 + CHANNELS * width];
    try (OutputStream deflated = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int rgba = Integer.rotateLeft(argb[y * width + x], 8);
          for (int channel = 0; channel < CHANNELS; channel++) {
            row[1 + CHANNELS * x + channel] = (byte) (rgba >>> 8 * (CHANNELS - 1 - channel));
          }
        }
        deflated.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
