package dev.pipewright.packaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// A picture in X's window dump format (XWD, version 7), true colour at 32 bits a pixel, as Xvfb
/// keeps its screen.
record ScreenDump(BufferedImage image) {
  private static final int HEADER_SIZE = 0;
  private static final int WIDTH = 4 * 4;
  private static final int HEIGHT = 5 * 4;
  private static final int BYTE_ORDER = 7 * 4;
  private static final int BITS_PER_PIXEL = 11 * 4;
  private static final int BYTES_PER_LINE = 12 * 4;
  private static final int COLORS = 19 * 4;
  private static final int COLOR_SIZE = 12;

  static ScreenDump read(Path file) throws IOException {
    ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(file));
    if (dump.getInt(BITS_PER_PIXEL) != Integer.SIZE) {
      throw new IOException("not of 32 bits a pixel: " + file);
    }
    int width = dump.getInt(WIDTH);
    int height = dump.getInt(HEIGHT);
    int line = dump.getInt(BYTES_PER_LINE);
    int start = dump.getInt(HEADER_SIZE) + dump.getInt(COLORS) * COLOR_SIZE;
    dump.order(dump.getInt(BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, dump.getInt(start + y * line + x * Integer.BYTES));
      }
    }
    return new ScreenDump(image);
  }

  long colors() {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
