package dev.pipewright.host.penguins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.host.command.CommandRun;
import dev.pipewright.modelanalysis.result.EvaluationArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs the sample pipeline three times, as a user would.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PenguinsTest {

  private static final List<String> ALL =
      List.of(
          "CsvExampleGen",
          "Evaluator",
          "ExampleValidator",
          "Pusher",
          "SchemaGen",
          "StatisticsGen",
          "Trainer",
          "Transform",
          "latest_blessed_model_resolver");

  @TempDir private static Path folder;

  @Test
  @Order(1)
  void aFirstRunMakesAnAccurateModelAndPushesIt() throws IOException {
    Sample.copyTo(folder);
    CommandRun run = run();
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(ALL, ended(run, "node-done"));
    Path evaluation = newest("Evaluator", "evaluation");
    double accuracy =
        EvaluationArtifact.open(evaluation)
            .overall()
            .orElseThrow()
            .value("sparse_categorical_accuracy")
            .orElseThrow();
    assertTrue(accuracy > 0.9, () -> "accuracy " + accuracy);
    assertTrue(Files.exists(newest("Evaluator", "blessing").resolve("BLESSED")));
    try (Stream<Path> pushed = Files.list(folder.resolve("serving_model"))) {
      assertTrue(Files.exists(pushed.findFirst().orElseThrow().resolve("saved_model.pb")));
    }
  }

  @Test
  @Order(2)
  void aSecondRunOnlyEvaluatesAgainstTheBlessedModel() throws IOException {
    CommandRun run = run();
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(List.of("Evaluator", "latest_blessed_model_resolver"), ended(run, "node-done"));
    assertEquals(7, ended(run, "node-cached").size());
  }

  @Test
  @Order(3)
  void aThirdRunFindsAllInTheCache() throws IOException {
    CommandRun run = run();
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(List.of("latest_blessed_model_resolver"), ended(run, "node-done"));
    assertEquals(8, ended(run, "node-cached").size());
  }

  @Test
  @Order(4)
  void everyArtifactCanBeShown() throws IOException {
    CommandRun root = CommandRun.of("show", root());
    assertEquals(0, root.exitCode(), root::all);
    assertTrue(root.out().contains("Every threshold is met."), root::all);
    for (String node : ALL) {
      if (Files.exists(folder.resolve("root").resolve(node))) {
        try (Stream<Path> outputs = Files.list(folder.resolve("root").resolve(node))) {
          for (Path output : outputs.toList()) {
            CommandRun show =
                CommandRun.of("show", newest(node, output.getFileName().toString()).toString());
            assertEquals(0, show.exitCode(), () -> output + ": " + show.all());
            assertTrue(show.out().lines().count() > 0, () -> output + " shows nothing");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @Order(5)
  @CsvSource(
      delimiter = '|',
      value = {
        "CsvExampleGen | examples | split eval: 140 rows",
        "CsvExampleGen | examples | Torgersen  female  Adelie",
        "StatisticsGen | statistics | split train: 204 examples",
        "StatisticsGen | statistics | Adelie (96), Gentoo (69), Chinstrap (39)",
        "SchemaGen | schema | Adelie, Chinstrap, Gentoo",
        "ExampleValidator | anomalies | split eval: none",
        "Transform | transform_graph | Signature transform_signature",
        "Transform | transform_graph | Asset vocab_",
        "Transform | transformed_examples | bill_length_mm_xf",
        "Trainer | model | Signature serving_default",
        "Trainer | model_run | epoch_loss",
        "Evaluator | evaluation | island:Biscoe",
        "Evaluator | evaluation | sparse_categorical_accuracy vs baseline",
        "Evaluator | blessing | BLESSED: the model met every threshold.",
        "Pusher | pushed_model | examples  string",
      })
  void showsWhatIsInAnArtifact(String node, String output, String text) throws IOException {
    CommandRun show = CommandRun.of("show", newest(node, output).toString());
    assertTrue(show.out().contains(text), show::all);
  }

  @Test
  @Order(5)
  void listsItsRuns() {
    CommandRun runs =
        CommandRun.of("runs", folder.resolve("penguins.pipewright").toString(), "--root", root());
    assertEquals(0, runs.exitCode(), runs::all);
    assertTrue(runs.out().contains("8 cached"), runs::all);
  }

  @Test
  @Order(6)
  void aChangedParameterRunsItsNodeAndWhatDependsOnItAgain() throws IOException {
    CommandRun run = run("--set", "Trainer.train_args.num_steps=120");
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(
        List.of("Evaluator", "Pusher", "Trainer", "latest_blessed_model_resolver"),
        ended(run, "node-done"));
  }

  @Test
  @Order(7)
  void aRootThatWasMovedIsShownWhereItIs() throws IOException {
    Path evaluation = newest("Evaluator", "evaluation");
    Path moved = folder.resolve("moved");
    Path below = moved.resolve(folder.resolve("root").relativize(evaluation));
    Files.move(folder.resolve("root"), moved);
    CommandRun root = CommandRun.of("show", moved.toString());
    assertEquals(0, root.exitCode(), root::all);
    assertTrue(root.out().contains(" " + moved.relativize(below)), root::all);
    assertTrue(root.out().contains("Every threshold is met."), root::all);
    assertEquals(root.out(), CommandRun.of("show", moved.resolve("metadata.db").toString()).out());
    assertEquals(
        CommandRun.of("show", below.toString()).out(),
        CommandRun.of("show", below.resolve("validations.tfrecord").toString()).out());
  }

  private CommandRun run(String... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "run",
                    folder.resolve("penguins.pipewright").toString(),
                    "--root",
                    root(),
                    "--json"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static String root() {
    return folder.resolve("root").toString();
  }

  private static List<String> ended(CommandRun run, String event) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      events.add(json.readTree(line));
    }
    return events.stream()
        .filter(e -> e.get("event").asText().equals(event))
        .map(e -> e.get("node").asText())
        .sorted()
        .toList();
  }

  private static Path newest(String node, String output) throws IOException {
    try (Stream<Path> executions =
        Files.list(folder.resolve("root").resolve(node).resolve(output))) {
      return executions
          .max(Comparator.comparingInt(p -> Integer.parseInt(p.getFileName().toString())))
          .orElseThrow();
    }
  }
}
