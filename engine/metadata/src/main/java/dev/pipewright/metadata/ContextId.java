package dev.pipewright.metadata;

/// ML Metadata's id of a context, from 1.
public record ContextId(long value) implements Comparable<ContextId> {

  public ContextId {
    if (value < 1) {
      throw new IllegalArgumentException("not a context id: " + value);
    }
  }

  @Override
  public int compareTo(ContextId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
