package dev.pipewright.data.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

  @TempDir Path folder;

  private Table table(String header, IntFunction<String> row) throws IOException {
    return table("data.csv", header, row, 120);
  }

  private Table table(String file, String header, IntFunction<String> row, int rows)
      throws IOException {
    String lines = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n"));
    return Table.read(Files.writeString(folder.resolve(file), header + "\n" + lines + "\n"));
  }

  private Draft predict(Table table, String label) {
    return Draft.predict(table, "data", folder.resolve("project"), label);
  }

  private static Fields parameters(Pipeline pipeline, String node) {
    return pipeline.node(new NodeId(node)).orElseThrow().parameters();
  }

  private static Map<String, String> outputs(Draft draft) {
    Map<String, String> outputs = new LinkedHashMap<>();
    Items list = (Items) parameters(draft.pipeline(), "Transform").get("outputs").orElseThrow();
    for (ParameterValue each : list.values()) {
      Fields output = (Fields) each;
      outputs.put(
          ((Text) output.get("name").orElseThrow()).value(),
          ((Text) output.get("expression").orElseThrow()).value());
    }
    return outputs;
  }

  private static ParameterValue of(Draft draft, String parameter) {
    return parameters(draft.pipeline(), "Trainer").get(parameter).orElseThrow();
  }

  @Test
  void looksAtATableWithoutALabel() throws IOException {
    Draft draft = Draft.look(table("a,b", i -> i + ",x"), "mine", folder);
    assertEquals("mine", draft.pipeline().name());
    assertEquals(
        List.of("CsvExampleGen", "StatisticsGen", "SchemaGen", "ExampleValidator"),
        draft.pipeline().nodes().stream().map(n -> n.id().value()).toList());
    assertEquals(
        Json.object(
            "input_base",
            ".",
            "input_config",
            Json.object(
                "splits", Json.list(Json.object("name", "single_split", "pattern", "data.csv")))),
        parameters(draft.pipeline(), "CsvExampleGen"));
    assertEquals(4, draft.pipeline().layout().positions().size());
  }

  @Test
  void theCompletedPipelineBeginsAsTheOneThatOnlyLooks() throws IOException {
    Table table = table("a,b", i -> i * i + "," + (i % 2 == 0 ? "x" : "y"));
    List<?> looked = Draft.look(table, "data", folder).pipeline().nodes();
    List<?> completed = Draft.predict(table, "data", folder, "b").pipeline().nodes();
    assertEquals(looked, completed.subList(0, looked.size()));
  }

  @Test
  void makesFeaturesOfColumnsByWhatIsInThem() throws IOException {
    Draft draft =
        predict(
            table(
                "id,size,few,word,free,same,gap,odd,label",
                i ->
                    "%d,%s,%d,%s,text %d,1,%s,%s,%s"
                        .formatted(
                            i,
                            i % 7 == 0 ? "" : i + ".5",
                            i % 3,
                            i % 2 == 0 ? "a" : "",
                            i,
                            i % 5 == 0 ? "" : Integer.toString(10 + i % 4),
                            i % 2 == 0 ? "nan" : "1",
                            i % 3 == 0 ? "yes" : "no")),
            "label");
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("size_xf", "tft.scale_to_z_score(fill_missing(size, default=60.0))");
    expected.put(
        "few_xf", "tft.compute_and_apply_vocabulary(fill_missing(few), num_oov_buckets=1)");
    expected.put(
        "word_xf", "tft.compute_and_apply_vocabulary(fill_missing(word), num_oov_buckets=1)");
    expected.put(
        "gap_xf",
        "tft.compute_and_apply_vocabulary(fill_missing(gap, default=9), num_oov_buckets=1)");
    expected.put(
        "odd_xf",
        "tft.scale_to_z_score(tf.where(tf.math.is_finite(fill_missing(odd, default=1.0)),"
            + " fill_missing(odd, default=1.0), tf.ones_like(fill_missing(odd, default=1.0))"
            + " * 1.0))");
    expected.put("label_xf", "tf.cast(fill_missing(label) == 'yes', tf.int64)");
    assertEquals(expected, outputs(draft));
    assertEquals(
        List.of(
            "1 stands for label yes.",
            "id numbers the rows, and is left out.",
            "free has nearly as many texts as rows, and is left out.",
            "same has the same value in all rows, and is left out."),
        draft.notes());
  }

  @Test
  void namesFeaturesOfAnyColumnAndQuotesThem() throws IOException {
    Draft draft =
        predict(
            table(
                "a b,a-b,größe,日本,2nd,in,x_xf,x,y",
                i ->
                    IntStream.range(0, 8)
                            .mapToObj(c -> i * i + c + ".5")
                            .collect(Collectors.joining(","))
                        + ","
                        + i % 2),
            "y");
    assertEquals(
        List.of(
            "a_b_xf",
            "a_b_2_xf",
            "groe_xf",
            "column_xf",
            "n2nd_xf",
            "in_xf",
            "x_xf_xf",
            "x_2_xf",
            "y_xf"),
        List.copyOf(outputs(draft).keySet()));
    assertTrue(outputs(draft).get("in_xf").contains("fill_missing(`in`, default="));
    assertTrue(outputs(draft).get("a_b_xf").contains("fill_missing(`a b`, default="));
  }

  @Test
  void choosesTheGoalByTheLabel() throws IOException {
    IntFunction<String> row =
        i ->
            "%d,%s,%d,%d,%s"
                .formatted(
                    i * i % 997, List.of("a", "b", "it's").get(i % 3), i % 4, 5 + i % 2, i + ".25");
    Table table = table("n,word,count,two,real", row);
    assertEquals(
        "tft.compute_and_apply_vocabulary(fill_missing(word))",
        outputs(predict(table, "word")).get("word_xf"));
    assertEquals(
        ParameterValue.of("sparse_categorical_crossentropy"), of(predict(table, "word"), "loss"));
    assertEquals("fill_missing(count)", outputs(predict(table, "count")).get("count_xf"));
    assertEquals(
        "tf.cast(fill_missing(two) == 6, tf.int64)", outputs(predict(table, "two")).get("two_xf"));
    assertEquals(ParameterValue.of("binary_crossentropy"), of(predict(table, "two"), "loss"));
    assertEquals(
        "tf.cast(fill_missing(real, default=59.75), tf.float32)",
        outputs(predict(table, "real")).get("real_xf"));
    assertEquals(ParameterValue.of("mean_squared_error"), of(predict(table, "real"), "loss"));
  }

  @Test
  void rowsWithoutALabelCountAsTheMostFrequentClass() throws IOException {
    Draft draft =
        predict(
            table("n,kind", i -> i * i + "," + List.of("it's", "it's", "b", "").get(i % 4)),
            "kind");
    assertEquals(
        "tf.cast(fill_missing(kind, default='it\\'s') == 'b', tf.int64)",
        outputs(draft).get("kind_xf"));
    assertTrue(draft.notes().contains("30 rows have no kind; they count as it's."));
  }

  @Test
  void classesTooRareToBeTrainedOnShareAPlace() throws IOException {
    Draft draft =
        predict(
            table("n,kind", i -> i * i + "," + (i < 3 ? "rare" : i % 2 == 0 ? "a" : "b")), "kind");
    assertEquals(
        "tft.compute_and_apply_vocabulary(fill_missing(kind), num_oov_buckets=1)",
        outputs(draft).get("kind_xf"));
    assertTrue(of(draft, "model").toString().contains("value=softmax"));
    assertTrue(of(draft, "model").toString().contains("units=Int[value=4]"));
  }

  @Test
  void aNumberComesOutInItsOwnUnits() throws IOException {
    Draft draft = predict(table("n,big", i -> i % 50 + "," + (long) i * 100_000_000), "big");
    String model = of(draft, "model").toString();
    assertTrue(model.contains("enlarged_1"), model);
    assertTrue(model.contains("1.0E-12"), model);
  }

  @Test
  void fitsTheTrainingToTheRows() throws IOException {
    IntFunction<String> row = i -> i * 37 % 1001 + "," + i % 2;
    assertEquals(ParameterValue.of(16L), of(predict(table("n,y", row), "y"), "train_batch_size"));
    Table large = table("data.csv", "n,y", row, 15_000);
    assertEquals(ParameterValue.of(128L), of(predict(large, "y"), "train_batch_size"));
    assertEquals(Json.object("num_steps", 1_500), of(predict(large, "y"), "train_args"));
  }

  @Test
  void badRowsAreLeftOutOfTheRunToo() throws IOException {
    Draft draft = Draft.look(table("a,b", i -> i == 7 ? "1,2,3" : i + ",x"), "data", folder);
    assertEquals(
        ParameterValue.of("skip"),
        parameters(draft.pipeline(), "CsvExampleGen").get("bad_rows").orElseThrow());
    assertTrue(draft.notes().getFirst().startsWith("One row cannot be used"));
  }

  @Test
  void aPatternNamesOneFile() {
    assertEquals("a?1??b?.?c.csv", PipelineText.pattern(Path.of("a[1]{b}..c.csv")));
    assertEquals("my data.csv", PipelineText.pattern(Path.of("my data.csv")));
  }

  @Test
  void saysWhyNothingCanBeLearned() throws IOException {
    Table table = table("id,same,text,label", i -> i + ",1,text " + i + "," + i % 2);
    assertTrue(error(table, "label").contains("No column is left"));
    assertTrue(error(table, "same").contains("all rows have the same value"));
    assertTrue(error(table, "text").contains("too many different texts"));
    assertTrue(error(table, "lable").contains("There is no column lable"));
    Table small = table("data.csv", "a,b", i -> i * i + "," + i % 2, 12);
    assertTrue(error(small, "b").contains("too few to learn from"));
  }

  private String error(Table table, String label) {
    DataException e = assertThrows(DataException.class, () -> predict(table, label));
    return e.getMessage();
  }

  @Test
  void everyTemplateIsMadeWithItsData() throws IOException {
    for (Template template : Template.values()) {
      Path made = template.copyTo(folder.resolve(template.id()));
      assertEquals(template.id() + ".pipewright", made.getFileName().toString());
      try (var data = Files.list(made.resolveSibling("data"))) {
        assertEquals(1, data.count());
      }
      assertTrue(template.pipeline().nodes().size() >= 8);
    }
  }

  @Test
  void aFileOfRowsIsLookedAtByTheExampleGenOfItsFormat() {
    RowsFile rows = RowsFile.of(Path.of("/data/trips.2.parquet")).orElseThrow();
    assertEquals("trips.2", rows.name());
    Pipeline pipeline = Draft.look(rows, Path.of("/home/trips"));
    assertEquals(
        List.of("ParquetExampleGen", "StatisticsGen", "SchemaGen", "ExampleValidator"),
        pipeline.nodes().stream().map(Node::component).toList());
    assertEquals(
        List.of("ParquetExampleGen.examples"),
        pipeline.nodes().get(1).links().map(link -> link.source().toString()).toList());
  }
}
