package dev.pipewright.canvas;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// An icon: a path in a box of 24 by 24, drawn smaller.
final class Glyph extends Region {

  static final String MINUS = "M19,13H5V11H19V13Z";
  static final String PLUS = "M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z";
  static final String FIT =
      "M17 4H20C21.1 4 22 4.9 22 6V8H20V6H17V4M4 8V6H7V4H4C2.9 4 2 4.9 2 6V8H4M20 16V18H17V20H20"
          + "C21.1 20 22 19.1 22 18V16H20M7 18H4V16H2V18C2 19.1 2.9 20 4 20H7V18M16 10V14H8V10H16"
          + "M18 8H6V16H18V8Z";
  static final String MAP =
      "M20.5,3L20.34,3.03L15,5.1L9,3L3.36,4.9C3.15,4.97 3,5.15 3,5.38V20.5A0.5,0.5 0 0,0 3.5,21"
          + "L3.66,20.97L9,18.9L15,21L20.64,19.1C20.85,19.03 21,18.85 21,18.62V3.5A0.5,0.5 0 0,0"
          + " 20.5,3M10,5.47L14,6.87V18.53L10,17.13V5.47M5,6.46L8,5.45V17.15L5,18.31V6.46M19,17.54"
          + "L16,18.55V6.86L19,5.7V17.54Z";
  static final String CLOSE =
      "M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59"
          + "L13.41,12L19,6.41Z";
  static final String ALERT = "M13 14H11V9H13M13 18H11V16H13M1 21H23L12 2L1 21Z";

  static final String MUTED =
      "M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M4 12C4 7.6 7.6 4 12 4C13.8 4"
          + " 15.5 4.6 16.9 5.7L5.7 16.9C4.6 15.5 4 13.8 4 12M12 20C10.2 20 8.5 19.4 7.1 18.3L18.3"
          + " 7.1C19.4 8.5 20 10.2 20 12C20 16.4 16.4 20 12 20Z";
  static final String FORK =
      "M12 2L22 12L12 22L2 12L12 2M12 4.8L4.8 12L12 19.2L19.2 12L12 4.8"
          + "M11 7H13V13H11V7M11 15H13V17H11V15Z";
  static final String BYPASSED =
      "M3 13H5.1C5.6 9.6 8.5 7 12 7C15.5 7 18.4 9.6 18.9 13H21L17.5 17.5L14 13H16.8C16.4 10.7 14.4"
          + " 9 12 9S7.6 10.7 7.2 13H7V15H3V13Z";
  static final String CHEVRON_DOWN = "M7.41,8.58L12,13.17L16.59,8.58L18,10L12,16L6,10L7.41,8.58Z";
  static final String CHEVRON_RIGHT = "M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";
  static final String FOLDER =
      "M20,18H4V8H20M20,6H12L10,4H4C2.89,4 2,4.89 2,6V18A2,2 0 0,0 4,20H20A2,2 0 0,0 22,18V8"
          + "C22,6.89 21.1,6 20,6Z";

  private static final double BOX = 24;

  /// @param size how large the box is drawn
  Glyph(String path, double size) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.setManaged(false);
    shape.getStyleClass().add("shape");
    shape.getTransforms().add(new Scale(size / BOX, size / BOX));
    getStyleClass().add("graph-glyph");
    getChildren().add(shape);
    setMinSize(size, size);
    setMaxSize(size, size);
    setPrefSize(size, size);
    setMouseTransparent(true);
  }
}
