import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws the mark of `pipewright.svg` into the formats that installers take:
/// `java packaging/icons/DrawIcons.java packaging/src/main/resources/dev/pipewright/packaging`.
class DrawIcons {
  static final int SIZE = 256;
  static final double UNITS = 24;

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    byte[] png = png();
    Files.write(folder.resolve("pipewright.png"), png);
    Files.write(folder.resolve("pipewright.ico"), ico(png));
    Files.write(folder.resolve("pipewright.icns"), icns(png));
  }

  static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SIZE / UNITS, SIZE / UNITS);
    graphics.setColor(new Color(0x0969da));
    graphics.fill(new RoundRectangle2D.Double(0, 0, 24, 24, 12, 12));
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER));
    Path2D link = new Path2D.Double();
    link.moveTo(7, 7.5);
    link.lineTo(10.5, 7.5);
    link.curveTo(13.5, 7.5, 10.5, 16.5, 13.5, 16.5);
    link.lineTo(17, 16.5);
    graphics.draw(link);
    dot(graphics, 6.8, 7.5, 2.6);
    dot(graphics, 17.2, 16.5, 2.6);
    graphics.setColor(new Color(0x80ccff));
    dot(graphics, 17.2, 7.5, 1.7);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  static void dot(Graphics2D graphics, double x, double y, double radius) {
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /// An ICO directory of one picture, which may be a PNG; 0 stands for 256 pixels.
  static byte[] ico(byte[] png) {
    int header = 22;
    return ByteBuffer.allocate(header + png.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 32)
        .putInt(png.length)
        .putInt(header)
        .put(png)
        .array();
  }

  /// An ICNS file of one 256 x 256 PNG.
  static byte[] icns(byte[] png) {
    return ByteBuffer.allocate(16 + png.length)
        .put("icns".getBytes(StandardCharsets.US_ASCII))
        .putInt(16 + png.length)
        .put("ic08".getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + png.length)
        .put(png)
        .array();
  }
}
