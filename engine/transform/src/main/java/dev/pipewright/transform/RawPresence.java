package dev.pipewright.transform;

import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.util.Collection;
import java.util.Set;

/// Tells a feature without any value from one that nobody knows: a schema made from the examples
/// has neither.
final class RawPresence {

  private RawPresence() {}

  /// Refuses splits without rows, and used features that are in the examples but without a value.
  ///
  /// @param used the features that expressions use
  /// @param known those that the schema gives a type
  /// @throws DataException saying so
  static void require(SplitReader reader, Set<String> used, Collection<String> known) {
    try (RecordBlocks blocks = reader.blocks()) {
      if (!blocks.hasNext()) {
        throw new DataException(
            "There are no examples in " + String.join(", ", reader.splits()) + ".",
            Location.of(reader.examples().uri()),
            "Analyze other splits, or split the data otherwise.");
      }
      if (known.containsAll(used)) {
        return;
      }
      Set<String> named = blocks.next().featureNames();
      for (String feature : used) {
        if (named.contains(feature) && !known.contains(feature)) {
          throw new DataException(
              "The feature " + feature + " has no value in the examples.",
              Location.subject("feature " + feature),
              "Leave it out of the expressions, or give data that has it.");
        }
      }
    }
  }
}
