package dev.pipewright.nodes.code;

import java.util.Arrays;

/// Where the lines of a text begin.
final class LineStarts {

  private final String text;
  private int[] starts = new int[16];
  private int count = 1;

  LineStarts(String text) {
    this.text = text;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at + 1;
    }
  }

  /// How many lines there are; an empty text is one.
  int count() {
    return count;
  }

  /// The offset of a line's first character.
  int start(int line) {
    return starts[line];
  }

  /// The offset after a line's last character, where its line break is.
  int end(int line) {
    return line + 1 < count ? starts[line + 1] - 1 : text.length();
  }

  /// A line without its break.
  String line(int line) {
    return text.substring(start(line), end(line));
  }

  char character(int offset) {
    return text.charAt(offset);
  }

  /// The line that an offset is in.
  int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : -found - 2;
  }
}
