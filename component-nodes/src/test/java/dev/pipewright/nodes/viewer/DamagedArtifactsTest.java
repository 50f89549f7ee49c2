package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Artifacts that something has happened to: viewers say what is wrong and where, and read again
/// when asked. Nothing escapes: an exception on the JavaFX thread fails these tests.
@ExtendWith(FxToolkit.class)
class DamagedArtifactsTest {

  private static final Map<ArtifactType, ArtifactViewer> VIEWERS =
      ServiceLoader.load(ArtifactViewer.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toMap(ArtifactViewer::type, v -> v));

  /// Artifacts whose files must be right to be shown, and the one that is spoilt.
  enum Kind {
    EXAMPLES(ArtifactType.EXAMPLES, "examples", "Split-train/data_tfrecord-00000-of-00001.gz"),
    STATISTICS(ArtifactType.EXAMPLE_STATISTICS, "statistics", "Split-train/FeatureStats.pb"),
    SCHEMA(ArtifactType.SCHEMA, "schema", "schema.pbtxt"),
    ANOMALIES(ArtifactType.EXAMPLE_ANOMALIES, "anomalies", "Split-train/SchemaDiff.pb"),
    EVALUATION(ArtifactType.MODEL_EVALUATION, "evaluation", "metrics-00000-of-00001.tfrecord"),
    MODEL(ArtifactType.MODEL, "model", "Format-Serving/saved_model.pb");

    final ArtifactType type;
    final String output;
    final String file;

    Kind(ArtifactType type, String output, String file) {
      this.type = type;
      this.output = output;
      this.file = file;
    }
  }

  @TempDir private Path folder;
  private StackPane root;

  @BeforeEach
  void show() {
    root = Fx.call(StackPane::new);
    Themed.show(Theme.LIGHT, root, 1376, 600);
  }

  private Path copy(String output) throws IOException {
    Path from = Artifacts.penguins(output);
    Path to = folder.resolve(output);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }

  private void view(ArtifactType type, Path artifact) {
    Fx.run(() -> root.getChildren().setAll(VIEWERS.get(type).view(artifact)));
    awaitRead();
  }

  private void awaitRead() {
    Fx.await(
        "the artifact",
        () ->
            root.lookupAll(".artifact-view").stream()
                    .allMatch(v -> !((Region) v).getChildrenUnmodifiable().isEmpty())
                && root.lookup(".progress-indicator") == null);
    Fx.settle();
  }

  private List<String> texts(String style) {
    return Fx.call(() -> root.lookupAll(style).stream().map(n -> ((Labeled) n).getText()).toList());
  }

  private List<Button> tryAgain() {
    return Fx.call(
        () ->
            root.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> Messages.text("again").equals(b.getText()))
                .toList());
  }

  /// A message, what to do, where, and the button.
  private void assertSaysWhatIsWrong(String what) {
    assertEquals(1, tryAgain().size(), () -> what + ": " + texts(".label"));
    String title = texts(".empty-title").getFirst();
    assertTrue(title.length() > 10 && title.endsWith("."), title);
    List<String> lines = texts(".empty-line");
    assertTrue(lines.getFirst().endsWith("."), lines::toString);
    assertTrue(lines.getLast().startsWith(folder.toString()), lines::toString);
  }

  private void again() {
    Button button = tryAgain().getFirst();
    Fx.run(button::fire);
    awaitRead();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFolderWithoutTheArtifactSaysSoAndCanBeTriedAgain(Kind kind) throws IOException {
    Path artifact = Files.createDirectories(folder.resolve(kind.output));
    view(kind.type, artifact);
    assertSaysWhatIsWrong("an empty folder");
    again();
    assertSaysWhatIsWrong("an empty folder, again");
    copy(kind.output);
    again();
    assertEquals(List.of(), tryAgain());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFolderThatIsNotThereSaysSo(Kind kind) {
    view(kind.type, folder.resolve("gone"));
    assertSaysWhatIsWrong("no folder");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFileThatEndsEarlySaysSoAndIsReadOnceItIsWhole(Kind kind) throws IOException {
    Path artifact = copy(kind.output);
    Path file = artifact.resolve(kind.file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    view(kind.type, artifact);
    assertSaysWhatIsWrong("a file that ends early");
    Files.write(file, whole);
    again();
    assertEquals(List.of(), tryAgain());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFileOfSomethingElseSaysSo(Kind kind) throws IOException {
    Path artifact = copy(kind.output);
    byte[] noise = new byte[5_000];
    new Random(3).nextBytes(noise);
    Files.write(artifact.resolve(kind.file), noise);
    view(kind.type, artifact);
    assertSaysWhatIsWrong("noise");
    Files.writeString(artifact.resolve(kind.file), "<html>404</html>\n");
    again();
    assertSaysWhatIsWrong("a page");
  }

  /// Whatever bytes are flipped, there is a message or the content, and no exception.
  @ParameterizedTest
  @EnumSource(Kind.class)
  void anyDamageIsSurvived(Kind kind) throws IOException {
    Path artifact = copy(kind.output);
    Path file = artifact.resolve(kind.file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int i = 0; i < 6 && whole.length > 0; i++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      view(kind.type, artifact);
      Node shown = Fx.call(() -> root.getChildren().getFirst());
      assertFalse(Fx.call(() -> ((Region) shown).getChildrenUnmodifiable().isEmpty()));
    }
  }

  @Test
  void aTrainingWithADamagedEventFileSaysSo() throws IOException {
    Path artifact = copy("model_run");
    Path events;
    try (Stream<Path> files = Files.walk(artifact)) {
      events = files.filter(f -> f.toString().contains("tfevents")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(events);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(events, bytes);
    view(ArtifactType.MODEL_RUN, artifact);
    assertSaysWhatIsWrong("a damaged event file");
  }

  @Test
  void aTrainingThatIsAtWorkIsShownAsFarAsItIs() throws IOException {
    Path artifact = copy("model_run");
    Path events;
    try (Stream<Path> files = Files.walk(artifact)) {
      events = files.filter(f -> f.toString().contains("tfevents")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(events);
    Files.write(events, Arrays.copyOf(bytes, bytes.length - 5));
    view(ArtifactType.MODEL_RUN, artifact);
    assertEquals(List.of(), tryAgain());
    assertFalse(root.lookupAll(".line-plot").isEmpty());
  }
}
