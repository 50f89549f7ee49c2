package dev.pipewright.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PipewrightTest {

  @TempDir private Path folder;

  @Test
  void aCommandLineThatIsWrongEndsWith2() {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("rum"),
            List.of("run"),
            List.of("sample", "taxi", "out.csv", "--rows", "many"),
            List.of("run", "p.pipewright", "--root", ""),
            List.of("new", "penguin", "dir"))) {
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertEquals(2, run.exitCode(), arguments + run.all());
      assertFalse(run.err().contains("Exception"), run::all);
    }
  }

  @Test
  void aMissingProjectEndsWith2AndSaysSo() {
    CommandRun run = CommandRun.of("run", folder.resolve("none.pipewright").toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("none.pipewright"), run::all);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(20)
  void aPipeIsNoProjectAndIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.pipewright");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (String command : List.of("run", "check")) {
      CommandRun run = CommandRun.of(command, pipe.toString());
      assertEquals(2, run.exitCode(), run::all);
      assertEquals(
          "pipewright: " + pipe + ": It is a device or a pipe. Name a .pipewright file.",
          run.err().strip());
    }
  }

  @Test
  void aWrongProjectIsExplainedBeforeAnythingRuns() throws IOException {
    Path project = folder.resolve("wrong.pipewright");
    Files.writeString(
        project,
        """
        {"format": 1, "name": "wrong", "nodes": [
          {"id": "Gen", "component": "CsvExampleGen"},
          {"id": "Stats", "component": "StatisticGen", "inputs": {"examples": "Gen.example"}}]}
        """);
    CommandRun run = CommandRun.of("run", project.toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("Gen.input_base"), run::all);
    assertTrue(run.err().contains("StatisticsGen"), run::all);
    assertFalse(Files.exists(folder.resolve("wrong.runs")));
    assertEquals(2, CommandRun.of("check", project.toString()).exitCode());
  }

  @Test
  void aNodeThatFailsEndsWith1AndSaysWhereAndWhatToDo() throws IOException {
    CommandRun.of("new", "penguins", folder.resolve("p").toString());
    Files.writeString(folder.resolve("p/data/penguins.csv"), "species,year\nAdelie,2007\nGentoo\n");
    CommandRun run =
        CommandRun.of(
            "run", folder.resolve("p/penguins.pipewright").toString(), "--to", "StatisticsGen");
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("penguins.csv:3"), run::all);
    assertTrue(run.out().contains("skipped: it needs CsvExampleGen"), run::all);
  }

  @Test
  void makesAProjectThatIsReadyToRun() {
    for (String template : List.of("penguins", "taxi")) {
      Path made = folder.resolve(template);
      CommandRun run = CommandRun.of("new", template, made.toString());
      assertEquals(0, run.exitCode(), run::all);
      String project = made.resolve(template + ".pipewright").toString();
      assertTrue(run.out().contains(project), run::all);
      assertEquals(0, CommandRun.of("check", project).exitCode());
    }
  }

  @Test
  void makesNoProjectWhereThereAreFiles() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    CommandRun run = CommandRun.of("new", "penguins", folder.toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("not empty"), run::all);
    assertFalse(Files.exists(folder.resolve("penguins.pipewright")));
  }

  @Test
  void describesEveryComponent() {
    CommandRun list = CommandRun.of("describe");
    assertEquals(0, list.exitCode(), list::all);
    for (String component :
        List.of("CsvExampleGen", "Transform", "Trainer", "Evaluator", "Pusher", "Resolver")) {
      assertTrue(list.out().contains(component), list::all);
      assertTrue(CommandRun.of("describe", component).out().contains("Outputs"));
    }
  }

  @Test
  void suggestsTheComponentThatWasMeant() {
    CommandRun run = CommandRun.of("describe", "CsvExamplGen");
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("CsvExampleGen"), run::all);
  }

  @Test
  void writesASampleThatSaysItIsSynthetic() throws IOException {
    Path file = folder.resolve("new").resolve("trips.csv");
    CommandRun run = CommandRun.of("sample", "taxi", file.toString(), "--rows", "7", "--seed", "3");
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("synthetic"), run::all);
    assertEquals(8, Files.readAllLines(file).size());
  }

  @Test
  void showsNothingOfAFolderThatIsNoArtifact() {
    CommandRun run = CommandRun.of("show", folder.toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("no artifact"), run::all);
  }

  @Test
  void showsTheFileOrFolderThatAnArtifactIsMadeOf() throws IOException {
    Path blessed = Files.createFile(folder.resolve("BLESSED"));
    CommandRun blessing = CommandRun.of("show", blessed.toString());
    assertTrue(blessing.out().contains("met every threshold"), blessing::all);
    Path split = Files.createDirectories(folder.resolve("Split-train"));
    Files.writeString(split.resolve("data_tfrecord-00000-of-00001.gz"), "no gzip");
    CommandRun examples = CommandRun.of("show", split.toString());
    assertTrue(examples.err().contains("data_tfrecord-00000-of-00001.gz"), examples::all);
  }

  @Test
  void aFileNamedAsASavedModelsStandsForItsFolder() throws IOException {
    Path model = Files.write(folder.resolve("saved_model.pb"), new byte[] {0x08});
    CommandRun file = CommandRun.of("show", model.toString());
    CommandRun whole = CommandRun.of("show", folder.toString());
    assertEquals(2, file.exitCode(), file::all);
    assertEquals(whole.err(), file.err());
    assertTrue(
        file.err().contains("The SavedModel is damaged: saved_model.pb cannot be read."),
        file::all);
  }

  @Test
  void aDamagedArtifactIsAnErrorWithItsFile() throws IOException {
    Path split = Files.createDirectories(folder.resolve("Split-train"));
    Files.writeString(split.resolve("FeatureStats.pb"), "not a proto");
    CommandRun run = CommandRun.of("show", folder.toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("FeatureStats.pb"), run::all);
  }

  @Test
  void tellsTheStateOfTheMachine() {
    CommandRun run = CommandRun.of("doctor");
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("TensorFlow   2."), run::all);
    assertTrue(run.out().contains("Java"), run::all);
  }
}
