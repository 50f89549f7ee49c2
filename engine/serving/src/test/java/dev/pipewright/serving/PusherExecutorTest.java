package dev.pipewright.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PusherExecutorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_795_404_077L), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path model;
  private Path base;
  private final Map<String, Artifact> inputs = new HashMap<>();

  @BeforeEach
  void makeModel() throws IOException {
    model = Files.createDirectories(folder.resolve("model/Format-Serving"));
    Files.createDirectories(model.resolve("variables"));
    Files.createDirectories(model.resolve("assets"));
    Files.writeString(model.resolve("saved_model.pb"), "graph");
    Files.writeString(model.resolve("variables/variables.index"), "index");
    base = folder.resolve("serving");
    inputs.put("model", artifact(ArtifactType.MODEL, folder.resolve("model")));
  }

  private static Artifact artifact(ArtifactType type, Path uri) {
    return Artifact.of(1, type, uri, "fingerprint", Map.of());
  }

  private void bless(String port, ArtifactType type, String marker) throws IOException {
    Path blessing = Files.createDirectories(folder.resolve(port));
    Files.createFile(blessing.resolve(marker));
    inputs.put(port, artifact(type, blessing));
  }

  private RecordedExecution execution() {
    ParameterValue filesystem =
        ParameterValue.of(Map.of("base_directory", ParameterValue.of(base.toString())));
    var parameters = new LinkedHashMap<String, ParameterValue>();
    parameters.put("push_destination", ParameterValue.of(Map.of("filesystem", filesystem)));
    return new RecordedExecution(
        folder.resolve("out"), Parameters.of("Pusher", parameters), inputs, 1);
  }

  private RecordedExecution push() throws IOException, InterruptedException {
    try (RecordedExecution execution = execution()) {
      new PusherExecutor(CLOCK).execute(execution);
      return execution;
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted().toList()) {
        String name = root.relativize(path).toString();
        files.put(name, Files.isDirectory(path) ? "folder" : Files.readString(path));
      }
    }
    return files;
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void pushesABlessedModelAsAVersionAndAsItsOutput() throws Exception {
    bless("model_blessing", ArtifactType.MODEL_BLESSING, "BLESSED");
    RecordedExecution execution = push();
    assertEquals(List.of("1795404077"), names(base));
    assertEquals(files(model), files(base.resolve("1795404077")));
    assertEquals(files(model), files(execution.output("pushed_model")));
    assertEquals(
        Map.of(
            "pushed_model.pushed", ParameterValue.of(1L),
            "pushed_model.pushed_destination",
                ParameterValue.of(base.resolve("1795404077").toString()),
            "pushed_model.pushed_version", ParameterValue.of("1795404077")),
        execution.properties());
  }

  @Test
  void doesNotPushAModelThatIsNotBlessed() throws Exception {
    bless("model_blessing", ArtifactType.MODEL_BLESSING, "NOT_BLESSED");
    RecordedExecution execution = push();
    assertFalse(Files.exists(base));
    assertEquals(List.of(), names(execution.output("pushed_model")));
    assertEquals(Map.of("pushed_model.pushed", ParameterValue.of(0L)), execution.properties());
    assertEquals(
        List.of("warning: The model is not blessed by the evaluation: it is not pushed."),
        execution.log());
  }

  @Test
  void doesNotPushAModelWhoseEvaluationHadNoThresholds() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("model_blessing"));
    inputs.put("model_blessing", artifact(ArtifactType.MODEL_BLESSING, empty));
    assertEquals(Map.of("pushed_model.pushed", ParameterValue.of(0L)), push().properties());
  }

  @Test
  void needsBothBlessingsWhereBothAreLinked() throws Exception {
    bless("model_blessing", ArtifactType.MODEL_BLESSING, "BLESSED");
    bless("infra_blessing", ArtifactType.INFRA_BLESSING, "INFRA_NOT_BLESSED");
    assertEquals(
        List.of("warning: The model is not blessed by the serving test: it is not pushed."),
        push().log());
    assertFalse(Files.exists(base));
  }

  @Test
  void pushesWithoutABlessingAndSaysSo() throws Exception {
    RecordedExecution execution = push();
    assertEquals(
        List.of(
            "warning: No blessing is linked: the model is pushed without one.",
            "The model is pushed to " + base.resolve("1795404077") + "."),
        execution.log());
  }

  @Test
  void takesTheNextSecondWhereAVersionExists() throws Exception {
    Files.createDirectories(base.resolve("1795404077"));
    Files.writeString(base.resolve("1795404077/saved_model.pb"), "older");
    Files.createDirectories(base.resolve("1795404078"));
    push();
    assertEquals(List.of("1795404077", "1795404078", "1795404079"), names(base));
    assertEquals("older", Files.readString(base.resolve("1795404077/saved_model.pb")));
    assertEquals(List.of(), names(base.resolve("1795404078")));
  }

  @Test
  void removesWhatACrashLeft() throws Exception {
    Path left = Files.createDirectories(base.resolve(".pushing-1"));
    Files.writeString(left.resolve("saved_model.pb"), "half");
    Files.writeString(execution().workFolder().resolve(".pushing-"), left.toString());
    push();
    assertEquals(List.of("1795404077"), names(base));
  }

  @Test
  void leavesNothingWhenCancelled() throws Exception {
    VersionFolder versions = new VersionFolder(base, CLOCK);
    assertThrows(
        InterruptedException.class,
        () ->
            versions.publish(
                model,
                execution().workFolder(),
                () -> {
                  throw new InterruptedException();
                }));
    assertEquals(List.of(), names(base));
  }

  @Test
  void refusesABaseDirectoryThatIsAFile() throws IOException {
    Files.writeString(base, "a file");
    EngineException e = assertThrows(ParameterException.class, this::push);
    assertEquals("base_directory is a file, not a folder.", e.what());
    assertEquals("a file", Files.readString(base));
  }

  @Test
  void refusesABaseDirectoryBelowAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a file");
    base = file.resolve("serving");
    EngineException e = assertThrows(EnvironmentException.class, this::push);
    assertTrue(e.getMessage().contains(base.toString()), e.getMessage());
  }

  @Test
  void refusesABaseDirectoryThatIsReadOnly() throws IOException {
    Files.createDirectories(base);
    Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(base), "root may write anywhere");
    EngineException e = assertThrows(EnvironmentException.class, this::push);
    assertTrue(e.what().contains("may not be written to"), e.what());
  }

  @Test
  void saysThatAModelHasNothingToServe() throws IOException {
    ModelCopy.remove(model);
    assertThrows(ArtifactException.class, this::push);
    assertFalse(Files.exists(base));
  }

  @Test
  void letsOthersReadTheVersionAsTheyReadItsFolder() throws Exception {
    Files.createDirectories(base);
    Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
    push();
    assertEquals(
        "rwxr-xr-x",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve("1795404077"))));
  }

  @Test
  void isFoundAsAComponent() {
    List<String> names =
        ServiceLoader.load(Component.class).stream().map(p -> p.get().spec().name()).toList();
    assertEquals(List.of("Pusher"), names);
  }
}
