package dev.pipewright.host.show;

import dev.pipewright.datavalidation.AnomaliesArtifact;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.protos.tfmd.Anomalies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;

/// Anomalies, a row each.
final class AnomaliesView implements View {

  @Override
  public boolean fits(Path path) throws IOException {
    return !Splits.files(path, AnomaliesArtifact.FILE_NAME).isEmpty();
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Path folder = Splits.folder(path);
    AnomaliesArtifact artifact = AnomaliesArtifact.open(folder);
    for (String split : artifact.splitNames()) {
      Anomalies anomalies = artifact.anomalies(split);
      String title = Splits.title("Anomalies", split, folder);
      if (anomalies.getAnomalyInfoMap().isEmpty() && !anomalies.hasDatasetAnomalyInfo()) {
        out.println(title + ": none");
        continue;
      }
      out.println(title);
      TextTable table = TextTable.of("feature", "severity", "what", "more");
      if (anomalies.hasDatasetAnomalyInfo()) {
        var info = anomalies.getDatasetAnomalyInfo();
        table.row(
            "(all examples)",
            info.getSeverity().name().toLowerCase(Locale.ROOT),
            info.getShortDescription(),
            info.getDescription());
      }
      new TreeMap<>(anomalies.getAnomalyInfoMap())
          .forEach(
              (feature, info) ->
                  table.row(
                      feature,
                      info.getSeverity().name().toLowerCase(Locale.ROOT),
                      info.getShortDescription(),
                      info.getDescription()));
      out.print(table);
    }
  }
}
