package dev.pipewright.nodes;

import dev.pipewright.charts.Series;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What a node has measured, by tag as `train/loss`: series that grow while it runs. JavaFX thread
/// only.
public final class Scalars {

  private final ObservableMap<String, Series> byTag =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ObservableMap<String, Series> readOnly =
      FXCollections.unmodifiableObservableMap(byTag);

  /// The series by tag, in the order in which tags came.
  public ObservableMap<String, Series> byTag() {
    return readOnly;
  }

  /// Adds a point to a tag's series, which is made when it is new.
  public void add(String tag, long step, double value) {
    byTag.computeIfAbsent(tag, Series::new).add(step, value);
  }

  /// Replaces everything, as when another run is shown.
  public void replace(SequencedMap<String, Series> series) {
    byTag.clear();
    byTag.putAll(series);
  }

  /// Forgets everything, as when a new run begins.
  public void clear() {
    byTag.clear();
  }
}
