package dev.pipewright.charts;

import java.util.Objects;

/// The looks that the controls have before anybody styles them.
final class Stylesheet {

  static final String URL =
      Objects.requireNonNull(Stylesheet.class.getResource("charts.css")).toExternalForm();

  private Stylesheet() {}
}
