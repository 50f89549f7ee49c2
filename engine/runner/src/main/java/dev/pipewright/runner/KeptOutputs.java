package dev.pipewright.runner;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What executions of a run keep in memory of their outputs, by the outputs' places. Given up when
/// memory runs short, and with the run.
final class KeptOutputs {

  private final Map<Path, SoftReference<Object>> contents = new ConcurrentHashMap<>();

  void put(Path place, Object content) {
    contents.put(place, new SoftReference<>(content));
  }

  <T> Optional<T> get(Path place, Class<T> type) {
    return Optional.ofNullable(contents.get(place))
        .map(SoftReference::get)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
