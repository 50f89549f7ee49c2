package dev.pipewright.charts;

/// Draws what a [Trace] found, in pixels.
interface Pen {

  /// A value that has no place between the axes.
  enum Mark {
    /// Not a number.
    NAN,
    /// Above every axis.
    ABOVE,
    /// Below every axis: minus infinity, or nothing and less on a logarithmic axis.
    BELOW
  }

  /// Lifts the pen and sets it down elsewhere.
  void move(double x, double y);

  /// Draws on to a point; to where it is, a dot.
  void line(double x, double y);

  /// Says that there is a value here which cannot be drawn.
  void mark(double x, Mark mark);
}
