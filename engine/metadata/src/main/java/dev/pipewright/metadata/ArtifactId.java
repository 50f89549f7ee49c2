package dev.pipewright.metadata;

/// ML Metadata's id of an artifact, from 1.
public record ArtifactId(long value) implements Comparable<ArtifactId> {

  public ArtifactId {
    if (value < 1) {
      throw new IllegalArgumentException("not an artifact id: " + value);
    }
  }

  @Override
  public int compareTo(ArtifactId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
