package dev.pipewright.pipeline;

import java.util.regex.Pattern;

/// The name of a node, unique in its pipeline: letters, digits, `_`, `-` and `.`, starting with a
/// letter, 100 at most. It names a folder on disk.
public record NodeId(String value) implements Comparable<NodeId> {

  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");

  public NodeId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a node id: " + value);
    }
  }

  /// Whether this can name a node.
  public static boolean isValid(String value) {
    return VALID.matcher(value).matches() && !value.endsWith(".");
  }

  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
