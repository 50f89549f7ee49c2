package dev.pipewright.charts;

import java.util.Objects;
import javafx.css.PseudoClass;

/// The looks of the controls. Each control carries the sheet itself: a user agent's would lose to
/// any rule of an application, also to one for all labels.
final class Stylesheet {

  static final String URL =
      Objects.requireNonNull(Stylesheet.class.getResource("charts.css")).toExternalForm();

  /// The state of a control that draws little.
  static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private Stylesheet() {}
}
