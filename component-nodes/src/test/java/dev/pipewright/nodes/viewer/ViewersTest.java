package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxToolkit.class)
class ViewersTest {

  private static final Map<ArtifactType, ArtifactViewer> VIEWERS =
      ServiceLoader.load(ArtifactViewer.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toMap(ArtifactViewer::type, v -> v));

  /// Shows an artifact and waits until it is read.
  private static Region view(StackPane root, ArtifactType type, Path folder) {
    Region view =
        Fx.call(
            () -> {
              Region made = VIEWERS.get(type).view(folder);
              root.getChildren().setAll(made);
              return made;
            });
    Fx.await(type + " of " + folder, () -> isRead(view));
    Fx.settle();
    return view;
  }

  private static boolean isRead(Region view) {
    return !view.getChildrenUnmodifiable().isEmpty()
        && view.lookupAll(".artifact-view").stream()
            .allMatch(v -> !((Region) v).getChildrenUnmodifiable().isEmpty())
        && view.lookup(".progress-indicator") == null;
  }

  private static StackPane window(Theme theme) {
    StackPane root = Fx.call(StackPane::new);
    Themed.show(theme, root, 1376, 600);
    return root;
  }

  private static int rows(Region view) {
    return Fx.call(() -> ((TableView<?>) view.lookup(".table-view")).getItems().size());
  }

  private static List<String> texts(Region view, String style) {
    return Fx.call(() -> view.lookupAll(style).stream().map(n -> ((Labeled) n).getText()).toList());
  }

  @Test
  void showsEveryKindOfArtifactThatTheSampleMakes() {
    assertEquals(10, VIEWERS.size());
    StackPane root = window(Theme.LIGHT);
    Region examples = view(root, ArtifactType.EXAMPLES, Artifacts.penguins("examples"));
    Fx.await("examples", () -> texts(examples, ".row-count").equals(List.of("344")));
    assertEquals(
        5, rows(view(root, ArtifactType.EXAMPLE_STATISTICS, Artifacts.penguins("statistics"))));
    assertEquals(8, rows(view(root, ArtifactType.SCHEMA, Artifacts.penguins("schema"))));
    assertEquals(
        2, rows(view(root, ArtifactType.EXAMPLE_ANOMALIES, Artifacts.strict("anomalies"))));
    assertEquals(
        7, rows(view(root, ArtifactType.TRANSFORM_GRAPH, Artifacts.penguins("transform_graph"))));
    assertEquals(
        4, rows(view(root, ArtifactType.MODEL_EVALUATION, Artifacts.penguins("evaluation"))));
    assertEquals(10, rows(view(root, ArtifactType.MODEL, Artifacts.penguins("model"))));
    Region run = view(root, ArtifactType.MODEL_RUN, Artifacts.penguins("model_run"));
    assertTrue(Fx.call(() -> run.lookupAll(".line-plot").size()) >= 2);
  }

  @Test
  void saysWhatIsGood() {
    StackPane root = window(Theme.LIGHT);
    assertEquals(
        List.of("No anomalies in train"),
        texts(
            view(root, ArtifactType.EXAMPLE_ANOMALIES, Artifacts.penguins("anomalies")),
            ".empty-title"));
    assertEquals(
        List.of("Blessed"),
        texts(
            view(root, ArtifactType.MODEL_BLESSING, Artifacts.penguins("blessing")),
            ".empty-title"));
    assertEquals(
        List.of("Every threshold is met"),
        texts(
            view(root, ArtifactType.MODEL_EVALUATION, Artifacts.penguins("evaluation")),
            ".verdict-title"));
  }

  @Test
  void saysWhyAnArtifactCannotBeReadAndTriesAgain(@TempDir Path folder) throws IOException {
    StackPane root = window(Theme.LIGHT);
    Region view = view(root, ArtifactType.SCHEMA, folder);
    assertEquals(
        List.of("There is no file schema.pbtxt in the folder."), texts(view, ".empty-title"));
    Files.copy(
        Artifacts.penguins("schema").resolve("schema.pbtxt"), folder.resolve("schema.pbtxt"));
    Fx.run(() -> ((Button) view.lookup(".empty-state .button")).fire());
    Fx.await("the schema", () -> view.lookup(".table-view") != null);
    assertEquals(8, rows(view));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksAsDesigned(Theme theme) {
    StackPane root = window(theme);
    Map<String, Path> shown = new LinkedHashMap<>();
    shown.put("examples", Artifacts.penguins("examples"));
    shown.put("statistics", Artifacts.penguins("statistics"));
    shown.put("schema", Artifacts.penguins("schema"));
    shown.put("anomalies", Artifacts.strict("anomalies"));
    shown.put("transform_graph", Artifacts.penguins("transform_graph"));
    shown.put("evaluation", Artifacts.strict("evaluation"));
    shown.put("blessing", Artifacts.strict("blessing"));
    shown.put("model", Artifacts.penguins("model"));
    shown.put("model_run", Artifacts.penguins("model_run"));
    shown.forEach(
        (name, folder) -> {
          view(root, type(name), folder);
          Screens.write(
              root.getScene(), "viewer-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        });
  }

  private static ArtifactType type(String output) {
    return switch (output) {
      case "examples" -> ArtifactType.EXAMPLES;
      case "statistics" -> ArtifactType.EXAMPLE_STATISTICS;
      case "schema" -> ArtifactType.SCHEMA;
      case "anomalies" -> ArtifactType.EXAMPLE_ANOMALIES;
      case "transform_graph" -> ArtifactType.TRANSFORM_GRAPH;
      case "evaluation" -> ArtifactType.MODEL_EVALUATION;
      case "blessing" -> ArtifactType.MODEL_BLESSING;
      case "model" -> ArtifactType.MODEL;
      default -> ArtifactType.MODEL_RUN;
    };
  }
}
