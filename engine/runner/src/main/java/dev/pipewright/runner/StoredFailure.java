package dev.pipewright.runner;

import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A failure among the custom properties of an execution: what, where and what to do, each under a
/// key of its own.
final class StoredFailure {

  private static final String WHAT = Ledger.ERROR;
  private static final String FIX = Ledger.ERROR + "_fix";
  private static final String FILE = Ledger.ERROR + "_file";
  private static final String LINE = Ledger.ERROR + "_line";
  private static final String COLUMN = Ledger.ERROR + "_column";
  private static final String SUBJECT = Ledger.ERROR + "_subject";

  private StoredFailure() {}

  /// The properties that tell of a failure; parts that are not known are left out.
  static SequencedMap<String, PropertyValue> properties(Failure failure) {
    SequencedMap<String, PropertyValue> properties = new LinkedHashMap<>();
    properties.put(WHAT, PropertyValue.of(failure.what()));
    put(properties, FIX, failure.fix());
    put(properties, FILE, failure.where().file());
    put(properties, LINE, failure.where().line());
    put(properties, COLUMN, failure.where().column());
    put(properties, SUBJECT, failure.where().subject());
    return properties;
  }

  private static void put(
      Map<String, PropertyValue> properties, String key, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      properties.put(key, PropertyValue.of(text));
    }
  }

  private static void put(Map<String, PropertyValue> properties, String key, long number) {
    if (number > 0) {
      properties.put(key, PropertyValue.of(number));
    }
  }

  /// The failure that properties tell of; empty when they tell of none.
  static Optional<Failure> read(Map<String, PropertyValue> properties) {
    String what = text(properties, WHAT);
    if (what == null) {
      return Optional.empty();
    }
    String fix = text(properties, FIX);
    Location where =
        new Location(
            text(properties, FILE),
            number(properties, LINE),
            number(properties, COLUMN),
            text(properties, SUBJECT));
    return Optional.of(new Failure(what, where, fix == null ? "" : fix));
  }

  private static @Nullable String text(Map<String, PropertyValue> properties, String key) {
    return properties.get(key) instanceof PropertyValue.Text(String text) ? text : null;
  }

  private static long number(Map<String, PropertyValue> properties, String key) {
    return properties.get(key) instanceof PropertyValue.Int(long number) ? number : 0;
  }
}
