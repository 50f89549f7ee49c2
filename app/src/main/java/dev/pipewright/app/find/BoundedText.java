package dev.pipewright.app.find;

/// A text that may only be looked at for so long: a regular expression that goes back and forth in
/// it without end is stopped.
record BoundedText(String text, long deadline) implements CharSequence {

  /// The time is over.
  static final class OverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverException() {
      super("the pattern takes too long");
    }
  }

  @Override
  public char charAt(int index) {
    if (System.nanoTime() - deadline > 0) {
      throw new OverException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
