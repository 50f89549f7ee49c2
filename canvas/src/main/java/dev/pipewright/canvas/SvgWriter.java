package dev.pipewright.canvas;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/// Writes nodes of the scene as SVG, as they are drawn: the fills and borders of regions, shapes,
/// and texts as texts with their fonts named. Only what is drawn as a picture becomes one, and
/// glyphs of icon fonts become outlines, since no reader has those fonts. The shadows of cards are
/// layers of fills here as there; effects of the scene, which cards have none of, are left out.
final class SvgWriter implements Gradual<String> {

  private static final int FIRST_PRIVATE = 0xE000;
  private static final int SEMI_BOLD = 600;
  private static final int MEDIUM = 500;
  // For who has not the fonts of the workbench: what looks most like them.
  private static final String SANS_SERIF =
      "'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
  private static final String MONOSPACE = "Consolas, Menlo, 'DejaVu Sans Mono', monospace";
  private static final Object CLOSE = new Object();

  private final StringBuilder body = new StringBuilder();
  private final StringBuilder definitions = new StringBuilder();
  private int definitionCount;

  // What is to be written yet, the next on top: nodes, and what closes those that were begun.
  private final Deque<Object> open = new ArrayDeque<>();
  private final Map<Font, Double> ascents = new HashMap<>();
  private final double width;
  private final double height;
  private final int all;
  private int written;

  /// A node as a drawing of this size.
  ///
  /// @param ground what is below it; null for nothing
  SvgWriter(Node root, double width, double height, @Nullable Color ground) {
    this.width = width;
    this.height = height;
    all = count(root);
    if (ground != null) {
      rect(0, 0, width, height, CornerRadii.EMPTY, fill(ground));
    }
    open.push(root);
  }

  private static int count(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += count(child);
      }
    }
    return count;
  }

  /// A node as a drawing of this size.
  ///
  /// @param ground what is below it; null for nothing
  static String write(Node root, double width, double height, @Nullable Color ground) {
    return new SvgWriter(root, width, height, ground).all();
  }

  @Override
  public boolean goOn(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (!open.isEmpty() && System.nanoTime() < end) {
      if (open.pop() instanceof Node node) {
        node(node);
      } else {
        body.append("</g>\n");
      }
    }
    return open.isEmpty();
  }

  @Override
  public double progress() {
    return open.isEmpty() ? 1 : Math.min(1, (double) written / all);
  }

  @Override
  public String made() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("written to " + progress());
    }
    String size = number(width) + "\" height=\"" + number(height);
    String box = "0 0 " + number(width) + " " + number(height);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
        // Readers of SVG 1.1 know no other address of a picture.
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + (" width=\"" + size + "\" viewBox=\"" + box + "\">\n")
        + (definitions.isEmpty() ? "" : "<defs>\n" + definitions + "</defs>\n")
        + body
        + "</svg>\n";
  }

  private void node(Node node) {
    written++;
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    String attributes = transform(node.getLocalToParentTransform()) + opacity(node) + clip(node);
    if (!attributes.isEmpty()) {
      body.append("<g").append(attributes).append(">\n");
      open.push(CLOSE);
    }
    switch (node) {
      case Text text -> text(text);
      case Shape shape -> shape(shape, paints(shape));
      case ImageView image -> picture(image);
      case Canvas canvas -> picture(canvas);
      case Region region -> {
        background(region);
        border(region);
        children(region);
      }
      case Parent parent -> children(parent);
      default -> {}
    }
  }

  private void children(Parent parent) {
    parent.getChildrenUnmodifiable().stream()
        .sorted(Comparator.comparingDouble(Node::getViewOrder).reversed())
        .toList()
        .reversed()
        .forEach(open::push);
  }

  private static String transform(Transform by) {
    if (by.isIdentity()) {
      return "";
    }
    boolean isMove = by.getMxx() == 1 && by.getMyy() == 1 && by.getMxy() == 0 && by.getMyx() == 0;
    String move = number(by.getTx()) + " " + number(by.getTy());
    if (isMove) {
      return " transform=\"translate(" + move + ")\"";
    }
    return " transform=\"matrix("
        + List.of(by.getMxx(), by.getMyx(), by.getMxy(), by.getMyy()).stream()
            .map(SvgWriter::number)
            .collect(Collectors.joining(" "))
        + (" " + move + ")\"");
  }

  private static String opacity(Node node) {
    return node.getOpacity() == 1 ? "" : " opacity=\"" + number(node.getOpacity()) + "\"";
  }

  private String clip(Node node) {
    if (!(node.getClip() instanceof Rectangle clip)) {
      return "";
    }
    String id = "c" + definitionCount++;
    definitions
        .append("<clipPath id=\"")
        .append(id)
        .append("\"><rect")
        .append(area(clip.getX(), clip.getY(), clip.getWidth(), clip.getHeight()))
        .append("/></clipPath>\n");
    return " clip-path=\"url(#" + id + ")\"";
  }

  private static String area(double x, double y, double width, double height) {
    return attribute("x", x)
        + attribute("y", y)
        + attribute("width", width)
        + attribute("height", height);
  }

  private static String attribute(String name, double value) {
    return " " + name + "=\"" + number(value) + "\"";
  }

  /// No more digits than anybody sees.
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    long rest = Math.abs(hundredths % 100);
    String digits = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : "" + rest;
    return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + "." + digits;
  }

  // Shadows are layers of a few thousandths each.
  private static String faint(double opacity) {
    return opacity == 0
        ? "0"
        : String.format(Locale.ROOT, "%.4f", opacity).replaceAll("\\.?0+$", "");
  }

  private void background(Region region) {
    if (region.getBackground() == null) {
      return;
    }
    for (BackgroundFill fill : region.getBackground().getFills()) {
      if (isSeen(fill.getFill())) {
        area(region, fill);
      }
    }
  }

  private static boolean isSeen(@Nullable Paint paint) {
    return paint != null && !(paint instanceof Color color && color.getOpacity() == 0);
  }

  private void area(Region region, BackgroundFill fill) {
    double x = fill.getInsets().getLeft();
    double y = fill.getInsets().getTop();
    double width = region.getWidth() - x - fill.getInsets().getRight();
    double height = region.getHeight() - y - fill.getInsets().getBottom();
    if (width <= 0 || height <= 0) {
      return;
    }
    String paint = fill(fill.getFill());
    if (region.getShape() instanceof Shape shape) {
      shaped(region, shape, new BoundingBox(x, y, width, height), paint);
    } else {
      rect(x, y, width, height, fill.getRadii(), paint);
    }
  }

  /// A region with a shape of its own fills that, stretched and in the middle if it says so.
  private void shaped(Region region, Shape shape, Bounds area, String paint) {
    Bounds own = shape.getLayoutBounds();
    double scaleX = region.isScaleShape() ? area.getWidth() / own.getWidth() : 1;
    double scaleY = region.isScaleShape() ? area.getHeight() / own.getHeight() : 1;
    double x = 0;
    double y = 0;
    if (region.isCenterShape()) {
      x = area.getMinX() + (area.getWidth() - own.getWidth() * scaleX) / 2 - own.getMinX() * scaleX;
      y =
          area.getMinY()
              + (area.getHeight() - own.getHeight() * scaleY) / 2
              - own.getMinY() * scaleY;
    }
    body.append("<g transform=\"matrix(")
        .append(number(scaleX))
        .append(" 0 0 ")
        .append(number(scaleY))
        .append(' ')
        .append(number(x))
        .append(' ')
        .append(number(y))
        .append(")\">\n");
    shape(shape, paint);
    body.append("</g>\n");
  }

  private void rect(
      double x, double y, double width, double height, CornerRadii radii, String paint) {
    double topLeft = radii.getTopLeftHorizontalRadius();
    double topRight = radii.getTopRightHorizontalRadius();
    double bottomRight = radii.getBottomRightHorizontalRadius();
    double bottomLeft = radii.getBottomLeftHorizontalRadius();
    boolean isEven = topLeft == topRight && topRight == bottomRight && topLeft == bottomLeft;
    if (isEven) {
      double round = Math.min(topLeft, Math.min(width, height) / 2);
      body.append("<rect")
          .append(area(x, y, width, height))
          .append(round > 0 ? attribute("rx", round) : "")
          .append(paint)
          .append("/>\n");
      return;
    }
    String path =
        "M"
            + at(x + topLeft, y)
            + ("H" + number(x + width - topRight))
            + arc(topRight, topRight, topRight)
            + ("V" + number(y + height - bottomRight))
            + arc(bottomRight, -bottomRight, bottomRight)
            + ("H" + number(x + bottomLeft))
            + arc(bottomLeft, -bottomLeft, -bottomLeft)
            + ("V" + number(y + topLeft))
            + arc(topLeft, topLeft, -topLeft)
            + "Z";
    body.append("<path d=\"").append(path).append('"').append(paint).append("/>\n");
  }

  private static String at(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String arc(double radius, double dx, double dy) {
    return radius == 0 ? "" : "a" + at(radius, radius) + " 0 0 1 " + at(dx, dy);
  }

  private void border(Region region) {
    if (region.getBorder() == null) {
      return;
    }
    for (BorderStroke stroke : region.getBorder().getStrokes()) {
      BorderWidths wide = stroke.getWidths();
      double thick = wide.getTop();
      boolean isEven =
          thick == wide.getLeft() && thick == wide.getRight() && thick == wide.getBottom();
      if (isSeen(stroke.getTopStroke()) && isEven && thick > 0) {
        double x = stroke.getInsets().getLeft() + thick / 2;
        double y = stroke.getInsets().getTop() + thick / 2;
        double width = region.getWidth() - x - stroke.getInsets().getRight() - thick / 2;
        double height = region.getHeight() - y - stroke.getInsets().getBottom() - thick / 2;
        String dashes = dashes(stroke.getTopStyle().getDashArray());
        String paint = " fill=\"none\"" + stroke(stroke.getTopStroke(), thick) + dashes;
        rect(x, y, width, height, stroke.getRadii(), paint);
      } else if (isSeen(stroke.getTopStroke()) && thick > 0) {
        String paint = fill(stroke.getTopStroke());
        rect(0, 0, region.getWidth(), thick, CornerRadii.EMPTY, paint);
      }
    }
  }

  private static String dashes(List<Double> dashes) {
    return dashes.isEmpty()
        ? ""
        : " stroke-dasharray=\""
            + dashes.stream().map(SvgWriter::number).collect(Collectors.joining(" "))
            + "\"";
  }

  private String paints(Shape shape) {
    String fill = isSeen(shape.getFill()) ? fill(shape.getFill()) : " fill=\"none\"";
    if (!isSeen(shape.getStroke()) || shape.getStrokeWidth() == 0) {
      return fill;
    }
    String cap = shape.getStrokeLineCap() == StrokeLineCap.ROUND ? " stroke-linecap=\"round\"" : "";
    return fill
        + stroke(shape.getStroke(), shape.getStrokeWidth())
        + cap
        + dashes(shape.getStrokeDashArray());
  }

  private String stroke(Paint paint, double width) {
    return fill(paint).replace(" fill", " stroke") + (" stroke-width=\"" + number(width) + "\"");
  }

  private String fill(Paint paint) {
    return switch (paint) {
      case Color color -> {
        String opacity =
            color.getOpacity() == 1 ? "" : " fill-opacity=\"" + faint(color.getOpacity()) + "\"";
        yield " fill=\"" + hex(color) + "\"" + opacity;
      }
      case LinearGradient gradient -> " fill=\"url(#" + define(gradient) + ")\"";
      default -> " fill=\"none\"";
    };
  }

  private static String hex(Color color) {
    long rgb =
        Math.round(color.getRed() * 255) << 16
            | Math.round(color.getGreen() * 255) << 8
            | Math.round(color.getBlue() * 255);
    return "#" + HexFormat.of().toHexDigits(rgb, 6);
  }

  private String define(LinearGradient gradient) {
    String id = "g" + definitionCount++;
    definitions
        .append("<linearGradient id=\"")
        .append(id)
        .append('"')
        .append(gradient.isProportional() ? "" : " gradientUnits=\"userSpaceOnUse\"")
        .append(attribute("x1", gradient.getStartX()))
        .append(attribute("y1", gradient.getStartY()))
        .append(attribute("x2", gradient.getEndX()))
        .append(attribute("y2", gradient.getEndY()))
        .append('>');
    for (Stop stop : gradient.getStops()) {
      definitions
          .append("<stop")
          .append(attribute("offset", stop.getOffset()))
          .append(" stop-color=\"")
          .append(hex(stop.getColor()))
          .append('"')
          .append(attribute("stop-opacity", stop.getColor().getOpacity()))
          .append("/>");
    }
    definitions.append("</linearGradient>\n");
    return id;
  }

  private void shape(Shape shape, String paint) {
    body.append("<path d=\"").append(SvgPaths.of(shape)).append('"').append(paint).append("/>\n");
  }

  private void text(Text text) {
    String words = text.getText();
    if (words.isBlank()) {
      return;
    }
    boolean isIcon = words.codePoints().anyMatch(SvgWriter::isPrivate);
    if (isIcon) {
      body.append("<path d=\"")
          .append(SvgPaths.outline(text))
          .append('"')
          .append(fill(text.getFill()))
          .append("/>\n");
      return;
    }
    for (Line line : lines(text)) {
      body.append("<text")
          .append(attribute("x", line.x()))
          .append(attribute("y", line.y()))
          .append(attribute("textLength", line.width()))
          .append(" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"")
          .append(font(text.getFont()))
          .append(fill(text.getFill()))
          .append(text.isUnderline() ? " text-decoration=\"underline\"" : "")
          .append('>')
          .append(escaped(line.words()))
          .append("</text>\n");
    }
  }

  private static boolean isPrivate(int character) {
    return character >= FIRST_PRIVATE && character <= 0xF8FF || character >= 0xF0000;
  }

  /// A line of a text, as it is broken where it is drawn.
  ///
  /// @param y its baseline
  private record Line(String words, double x, double y, double width) {}

  private List<Line> lines(Text text) {
    String words = text.getText();
    List<Line> lines = new ArrayList<>();
    // Most texts are one line, and where each letter is takes long to find.
    if (text.getWrappingWidth() == 0 && words.indexOf('\n') < 0) {
      Bounds whole = text.getLayoutBounds();
      String line = words.stripTrailing();
      double width =
          line.length() < words.length()
              ? box(text, 0, line.length()).getMaxX() - whole.getMinX()
              : whole.getWidth();
      return List.of(new Line(line, whole.getMinX(), whole.getMinY() + ascent(text), width));
    }
    int from = 0;
    Bounds first = box(text, 0, 1);
    for (int i = 1; i <= words.length(); i++) {
      Bounds here = i < words.length() ? box(text, i, i + 1) : null;
      boolean isNext = here == null || here.getMinY() > first.getMinY() + 1;
      if (isNext) {
        String line = words.substring(from, i).stripTrailing();
        if (!line.isEmpty()) {
          Bounds last = box(text, from + line.length() - 1, from + line.length());
          double baseline = first.getMinY() + ascent(text);
          lines.add(new Line(line, first.getMinX(), baseline, last.getMaxX() - first.getMinX()));
        }
        from = i;
        first = here == null ? first : here;
      }
    }
    return lines;
  }

  /// How far below the top of a line its baseline is.
  private double ascent(Text text) {
    return ascents.computeIfAbsent(
        text.getFont(),
        font -> {
          Text line = new Text("x");
          line.setFont(font);
          return line.getBaselineOffset();
        });
  }

  private static Bounds box(Text text, int from, int to) {
    return new javafx.scene.shape.Path(text.rangeShape(from, to)).getLayoutBounds();
  }

  private static String font(Font font) {
    String family = font.getFamily();
    int weight = 400;
    String plain = family;
    if (family.endsWith(" SemiBold")) {
      weight = SEMI_BOLD;
      plain = family.substring(0, family.length() - " SemiBold".length());
    } else if (family.endsWith(" Medium")) {
      weight = MEDIUM;
      plain = family.substring(0, family.length() - " Medium".length());
    } else if (font.getStyle().contains("Bold")) {
      weight = 700;
    }
    String rest = family.contains("Mono") ? MONOSPACE : SANS_SERIF;
    String named = plain.equals(family) ? "" : ", '" + plain + "'";
    return " font-family=\"'"
        + family
        + "'"
        + named
        + ", "
        + rest
        + "\""
        + attribute("font-size", font.getSize())
        + (weight == 400 ? "" : " font-weight=\"" + weight + "\"");
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
  }

  private void picture(Node node) {
    Bounds at = node.getLayoutBounds();
    if (at.getWidth() < 1 || at.getHeight() < 1) {
      return;
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(Transform.scale(2, 2));
    WritableImage image = node.snapshot(parameters, null);
    body.append("<image")
        .append(area(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()))
        .append(" xlink:href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(Png.of(image)))
        .append("\"/>\n");
  }
}
