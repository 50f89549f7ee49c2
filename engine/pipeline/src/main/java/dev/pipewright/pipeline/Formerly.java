package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The names that something had before, which ML Metadata knows it by: a field of the project file
/// beside those that versions without it keep and write back.
final class Formerly {

  private static final String FIELD = "formerly";

  /// Names of long ago lead to runs of long ago.
  private static final int MOST = 20;

  private Formerly() {}

  /// A name, and those before it, the latest first.
  static List<String> names(String name, Fields other) {
    return Stream.concat(Stream.of(name), former(other).reversed().stream()).distinct().toList();
  }

  private static List<String> former(Fields other) {
    return other.get(FIELD).orElse(null) instanceof Items(var items)
        ? items.stream()
            .flatMap(item -> item instanceof Text(String text) ? Stream.of(text) : Stream.empty())
            .toList()
        : List.of();
  }

  /// What was called so is now called otherwise.
  static Fields renamed(Fields other, String from, String to) {
    List<String> names = new ArrayList<>(former(other));
    names.removeIf(name -> name.equals(from) || name.equals(to));
    names.add(from);
    List<String> kept = names.subList(Math.max(0, names.size() - MOST), names.size());
    return other.with(FIELD, ParameterValue.of(kept.stream().map(ParameterValue::of).toList()));
  }

  static Fields without(Fields other) {
    return other.without(FIELD);
  }
}
