package dev.pipewright.metadata;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Follows events from an artifact to executions, from those to their other artifacts, and so on.
final class LineageQuery {

  private static final String INPUTS = numbers(EventType::isInput);
  private static final String OUTPUTS = numbers(EventType::isOutput);

  private LineageQuery() {}

  static Lineage ancestors(MetadataReader store, ArtifactId artifact) throws SQLException {
    return follow(store, artifact, OUTPUTS, INPUTS);
  }

  static Lineage descendants(MetadataReader store, ArtifactId artifact) throws SQLException {
    return follow(store, artifact, INPUTS, OUTPUTS);
  }

  /// From an artifact by its events of the near types to executions, and on by their events of the
  /// far types to artifacts.
  private static Lineage follow(MetadataReader store, ArtifactId artifact, String near, String far)
      throws SQLException {
    String reached =
        """
        WITH RECURSIVE reached(id) AS (
          VALUES (?)
          UNION
          SELECT f.artifact_id FROM reached r
          JOIN Event n ON n.artifact_id = r.id AND n.type IN (%1$s)
          JOIN Event f ON f.execution_id = n.execution_id AND f.type IN (%2$s)),
        passed(id) AS (
          SELECT n.execution_id FROM reached r
          JOIN Event n ON n.artifact_id = r.id AND n.type IN (%1$s))
        """
            .formatted(near, far);
    String edges =
        reached
            + """
            SELECT n.id FROM reached r JOIN Event n ON n.artifact_id = r.id AND n.type IN (%s)
            UNION
            SELECT f.id FROM passed p JOIN Event f ON f.execution_id = p.id AND f.type IN (%s)
            """
                .formatted(near, far);
    return new Lineage(
        store.artifacts.of(reached + "SELECT id FROM reached", artifact.value()),
        store.executions.of(reached + "SELECT id FROM passed", artifact.value()),
        store.events.of(edges, artifact.value()));
  }

  private static String numbers(Predicate<EventType> wanted) {
    List<String> numbers =
        Arrays.stream(EventType.values())
            .filter(wanted)
            .map(type -> Integer.toString(type.ordinal()))
            .toList();
    return String.join(", ", numbers);
  }
}
