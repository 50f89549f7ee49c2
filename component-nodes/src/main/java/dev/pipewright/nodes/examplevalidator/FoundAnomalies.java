package dev.pipewright.nodes.examplevalidator;

import dev.pipewright.datavalidation.AnomaliesArtifact;
import dev.pipewright.nodes.Texts;
import dev.pipewright.protos.tfmd.Anomalies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The anomalies of all splits.
///
/// @param byFeature what is wrong with each feature, a line a split; the empty name is for the data
///   as a whole
record FoundAnomalies(SortedMap<String, List<String>> byFeature) {

  static FoundAnomalies read(Path folder) throws IOException {
    AnomaliesArtifact artifact = AnomaliesArtifact.open(folder);
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (String split : artifact.splitNames()) {
      add(artifact.anomalies(split), split, found);
    }
    return new FoundAnomalies(found);
  }

  private static void add(
      Anomalies anomalies, String split, SortedMap<String, List<String>> found) {
    anomalies
        .getAnomalyInfoMap()
        .forEach(
            (feature, anomaly) ->
                put(
                    found,
                    feature,
                    Texts.text(
                        "anomalies.feature", split, feature, anomaly.getShortDescription())));
    if (anomalies.hasDatasetAnomalyInfo()) {
      String what = anomalies.getDatasetAnomalyInfo().getShortDescription();
      put(found, "", Texts.text("anomalies.dataset", split, what));
    }
    if (anomalies.getDataMissing()) {
      put(found, "", Texts.text("anomalies.no-data", split));
    }
  }

  private static void put(SortedMap<String, List<String>> found, String feature, String line) {
    found.computeIfAbsent(feature, _ -> new ArrayList<>()).add(line);
  }

  /// How many features have anomalies; the data as a whole counts as one.
  int count() {
    return byFeature.size();
  }

  /// What they are, a line each; the first of them.
  String lines() {
    List<String> lines = byFeature.values().stream().flatMap(List::stream).toList();
    int most = 12;
    String text = String.join("\n", lines.subList(0, Math.min(most, lines.size())));
    return lines.size() > most
        ? text + "\n" + Texts.text("anomalies.more", lines.size() - most)
        : text;
  }
}
