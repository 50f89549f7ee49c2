package dev.pipewright.canvas;

import java.util.List;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;

/// Shapes as the path data of SVG.
final class SvgPaths {

  private SvgPaths() {}

  static String of(Shape shape) {
    return switch (shape) {
      case SVGPath path -> SvgWriter.escaped(path.getContent());
      case Line line ->
          "M" + at(line.getStartX(), line.getStartY()) + "L" + at(line.getEndX(), line.getEndY());
      case CubicCurve curve ->
          "M"
              + at(curve.getStartX(), curve.getStartY())
              + "C"
              + at(curve.getControlX1(), curve.getControlY1())
              + " "
              + at(curve.getControlX2(), curve.getControlY2())
              + " "
              + at(curve.getEndX(), curve.getEndY());
      case Circle circle -> circle(circle.getCenterX(), circle.getCenterY(), circle.getRadius());
      case Rectangle box when box.getArcWidth() == 0 ->
          "M"
              + at(box.getX(), box.getY())
              + "h"
              + SvgWriter.number(box.getWidth())
              + "v"
              + SvgWriter.number(box.getHeight())
              + "h"
              + SvgWriter.number(-box.getWidth())
              + "Z";
      case Path path -> elements(path.getElements());
      default -> outline(shape);
    };
  }

  private static String circle(double x, double y, double radius) {
    String half = "a" + at(radius, radius) + " 0 1 1 ";
    return "M" + at(x - radius, y) + half + at(2 * radius, 0) + half + at(-2 * radius, 0) + "Z";
  }

  /// What a shape covers, strokes and glyphs too.
  static String outline(Shape shape) {
    Shape inner = shape instanceof Text text ? glyphs(text) : shape;
    Shape outline = Shape.union(inner, new Rectangle(0, 0));
    return outline instanceof Path path ? elements(path.getElements()) : "";
  }

  /// A union is where the scene has the text: a copy is at its own place.
  private static Text glyphs(Text text) {
    Text copy = new Text(text.getX(), text.getY(), text.getText());
    copy.setFont(text.getFont());
    copy.setTextOrigin(text.getTextOrigin());
    copy.setBoundsType(text.getBoundsType());
    return copy;
  }

  private static String elements(List<PathElement> elements) {
    StringBuilder data = new StringBuilder();
    elements.forEach(element -> data.append(of(element)));
    return data.toString();
  }

  private static String of(PathElement element) {
    return switch (element) {
      case MoveTo to -> "M" + at(to.getX(), to.getY());
      case LineTo to -> "L" + at(to.getX(), to.getY());
      case HLineTo to -> "H" + SvgWriter.number(to.getX());
      case VLineTo to -> "V" + SvgWriter.number(to.getY());
      case CubicCurveTo to ->
          "C"
              + at(to.getControlX1(), to.getControlY1())
              + " "
              + at(to.getControlX2(), to.getControlY2())
              + " "
              + at(to.getX(), to.getY());
      case QuadCurveTo to ->
          "Q" + at(to.getControlX(), to.getControlY()) + " " + at(to.getX(), to.getY());
      case ArcTo to ->
          "A"
              + at(to.getRadiusX(), to.getRadiusY())
              + " "
              + SvgWriter.number(to.getXAxisRotation())
              + (to.isLargeArcFlag() ? " 1 " : " 0 ")
              + (to.isSweepFlag() ? "1 " : "0 ")
              + at(to.getX(), to.getY());
      case ClosePath close -> "Z";
      default -> throw new IllegalStateException("unknown part of a path: " + element);
    };
  }

  private static String at(double x, double y) {
    return SvgWriter.number(x) + " " + SvgWriter.number(y);
  }
}
