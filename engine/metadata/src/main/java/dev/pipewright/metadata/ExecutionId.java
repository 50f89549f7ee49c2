package dev.pipewright.metadata;

/// ML Metadata's id of an execution, from 1.
public record ExecutionId(long value) implements Comparable<ExecutionId> {

  public ExecutionId {
    if (value < 1) {
      throw new IllegalArgumentException("not an execution id: " + value);
    }
  }

  @Override
  public int compareTo(ExecutionId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
