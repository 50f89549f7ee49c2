package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExampleGenTest {

  private static final String PENGUINS = "/dev/pipewright/data/parquet/penguins.parquet";
  private static final String CSV =
      "/dev/pipewright/data/starter/templates/penguins/data/penguins.csv";

  @TempDir private Path folder;

  private Path input(String name, String resource) throws IOException {
    Path base = Files.createDirectories(folder.resolve(name));
    Files.write(
        base.resolve("data"),
        ParquetExampleGenTest.class.getResourceAsStream(resource).readAllBytes());
    return base;
  }

  private Path run(Component component, Path base, Map<String, ParameterValue> more)
      throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(folder, "out");
    LinkedHashMap<String, ParameterValue> values = new LinkedHashMap<>(more);
    values.put("input_base", ParameterValue.of(base.toString()));
    Parameters parameters = Parameters.of(component.spec().name(), values);
    try (RecordedExecution execution = new RecordedExecution(out, parameters, Map.of(), 2)) {
      ((Executor) component.behavior()).execute(execution);
    }
    return out.resolve("examples");
  }

  private static List<String> records(Path examples, String split) {
    List<String> records = new ArrayList<>();
    try (TfRecordReader reader = TfRecordReader.open(ExamplesArtifact.rawFile(examples, split))) {
      while (reader.next()) {
        records.add(
            HexFormat.of()
                .formatHex(Arrays.copyOfRange(reader.buffer(), reader.start(), reader.end())));
      }
    }
    return records;
  }

  @Test
  void theSameRowsGiveTheExamplesAndSplitsOfTheCsvFile() throws Exception {
    Path parquet = run(new ParquetExampleGen(), input("parquet", PENGUINS), Map.of());
    Path csv = run(new CsvExampleGen(), input("csv", CSV), Map.of());
    assertEquals(344, records(parquet, "train").size() + records(parquet, "eval").size());
    assertEquals(records(csv, "train"), records(parquet, "train"));
    assertEquals(records(csv, "eval"), records(parquet, "eval"));
  }

  @Test
  void aColumnOfFractionsDoesNotPartition() throws IOException {
    Path base = input("parquet", PENGUINS);
    for (String feature : List.of("bill_length_mm", "none")) {
      ParameterValue split =
          ParameterValue.of(
              Map.of("name", ParameterValue.of("all"), "hash_buckets", ParameterValue.of(1L)));
      ParameterValue config =
          ParameterValue.of(
              Map.of(
                  "splits",
                  ParameterValue.of(List.of(split)),
                  "partition_feature_name",
                  ParameterValue.of(feature)));
      Map<String, ParameterValue> parameters =
          Map.of("output_config", ParameterValue.of(Map.of("split_config", config)));
      DataException e =
          assertThrows(DataException.class, () -> run(new ParquetExampleGen(), base, parameters));
      assertEquals(
          feature.equals("none")
              ? "There is no column none to partition by."
              : "The column bill_length_mm has no whole numbers or texts to partition by.",
          e.what());
    }
  }
}
