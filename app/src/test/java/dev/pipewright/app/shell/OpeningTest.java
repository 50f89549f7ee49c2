package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.error.Notice;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is opened, the window says what it is and what to do, and goes on.
@ExtendWith(FxToolkit.class)
class OpeningTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = OpenWindow.of(folder, 1280, 720);
  }

  private PipelineTab opened(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("p.pipewright"), content);
    Fx.call(() -> window.workbench.open(file)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    return Fx.call(() -> window.workbench.activeNow().orElseThrow());
  }

  /// What is said of a file that cannot be opened.
  private Notice refused(Path file) throws Exception {
    Fx.call(() -> window.workbench.open(file)).get(20, TimeUnit.SECONDS);
    Fx.await("a notice", () -> !window.errors.notices().isEmpty());
    Fx.settle();
    assertEquals(List.of(), Fx.call(() -> List.copyOf(window.workbench.tabs())));
    return Fx.call(() -> window.errors.notices().getLast());
  }

  private static List<String> problems(PipelineTab tab) {
    Fx.await("problems", () -> !tab.project().problems().get().isEmpty());
    return Fx.call(() -> tab.project().problems().get().stream().map(OpeningTest::said).toList());
  }

  private static String said(Problem problem) {
    NodeId node = problem.node();
    return (node == null ? "" : node + ": ") + problem.what() + " " + problem.fix();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | :1 | It is empty. | Mend the file at this place, or go back to a copy of it.",
        "'{\"format\": 1,\n\"name\": \"p\", \"nodes\": [' | :2:24 |"
            + " It is not valid JSON: Unexpected end-of-input: expected close marker for Array"
            + " (start marker at line 2, column 23)."
            + " | Mend the file at this place, or go back to a copy of it.",
        "'{\"format\": 1,\n \"name\" \"p\"}' | :2:9 |"
            + " It is not valid JSON: Unexpected character ('\"' (code 34)): was expecting a colon"
            + " to separate field name and value."
            + " | Mend the file at this place, or go back to a copy of it.",
        "'{\"format\": 9, \"name\": \"p\"}' | :1:12 |"
            + " The file has format 9; this version reads up to 1."
            + " | Open it with a newer Pipewright.",
        "'{\"dependencies\": {}}' | :1:1 | The field \"format\" is missing. | Add it.",
        "'[1, 2]' | :1:1 | A project file must be an object, not a list."
            + " | Mend the file at this place, or go back to a copy of it."
      })
  void saysWhatIsWrongAndWhere(String content, String place, String what, String fix)
      throws Exception {
    Path file = Files.writeString(folder.resolve("p.pipewright"), content);
    Notice said = refused(file);
    assertEquals(List.of(what, file + place, fix), List.of(said.what(), said.where(), said.fix()));
    assertTrue(window.says(what));
  }

  @Test
  void aFolderIsNoProject(Hands hands) throws Exception {
    Notice said = refused(folder);
    assertEquals(folder.getFileName() + " is nothing that can be opened here.", said.what());
    hands.press(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.N);
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreRead() throws Exception {
    PipelineTab tab =
        opened("\uFEFF{\r\n  \"format\": 1,\r\n  \"name\": \"p\",\r\n  \"nodes\": []\r\n}\r\n");
    assertEquals("p", tab.project().document().get().name());
    assertEquals(List.of(), window.errors.notices());
  }

  @Test
  void anUnknownComponentIsKeptAndTheNearestOneNamed() throws Exception {
    PipelineTab tab =
        opened(
            """
            {"format": 1, "name": "p", "nodes": [
              {"id": "Gen", "component": "CsvExampleGen", "parameters": {"input_base": "data"}},
              {"id": "Stats", "component": "StatisticGen", "inputs": {"examples": "Gen.examples"},
               "parameters": {"own": [1, 2]}}]}
            """);
    assertTrue(
        problems(tab).stream()
            .anyMatch(p -> p.startsWith("Stats: ") && p.contains("StatisticsGen")),
        problems(tab).toString());
    Fx.run(() -> tab.canvas().reveal(new NodeId("Stats")));
    Fx.settle();
    Screens.write(window.scene(), "opening-unknown-component");
    Fx.run(() -> window.workbench.saving().overwrite(tab));
    Fx.await("saved", () -> read().contains("\"own\": [1, 2]"));
    assertTrue(read().contains("\"component\": \"StatisticGen\""));
  }

  private String read() {
    try {
      return Files.readString(folder.resolve("p.pipewright"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void twoNodesOfOneNameAreShownAndTold() throws Exception {
    PipelineTab tab =
        opened(
            """
            {"format": 1, "name": "p", "nodes": [
              {"id": "A", "component": "CsvExampleGen", "parameters": {"input_base": "data"}},
              {"id": "A", "component": "CsvExampleGen", "parameters": {"input_base": "more"}}]}
            """);
    Screens.write(window.scene(), "opening-one-name-twice");
    assertTrue(problems(tab).stream().anyMatch(p -> p.startsWith("A: ")), problems(tab).toString());
  }

  @Test
  void aCycleIsShownAndTold() throws Exception {
    PipelineTab tab =
        opened(
            """
            {"format": 1, "name": "p", "nodes": [
              {"id": "A", "component": "StatisticsGen", "inputs": {"examples": "B.schema"}},
              {"id": "B", "component": "SchemaGen", "inputs": {"statistics": "A.statistics"}}]}
            """);
    Screens.write(window.scene(), "opening-cycle");
    assertTrue(
        problems(tab).stream().anyMatch(p -> p.contains("circle") || p.contains("cycle")),
        problems(tab).toString());
  }

  @Test
  void twoHundredNodesOpenInTwoSeconds() throws Exception {
    String nodes =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    "{\"id\": \"N"
                        + i
                        + "\", \"component\": \"StatisticsGen\", \"inputs\": {\"examples\": \"N0."
                        + "examples\"}}")
            .collect(Collectors.joining(",\n"));
    PipelineTab tab = opened("{\"format\": 1, \"name\": \"p\", \"nodes\": [" + nodes + "]}");
    assertEquals(200, tab.project().document().get().nodes().size());
    assertEquals(200, Fx.call(() -> tab.run().nodes().size()));
    assertEquals(List.of(), window.errors.notices());
  }

  @Test
  void aFileThatIsOpenedTwiceAtOnceHasOneTab() throws Exception {
    Path file = folder.resolve("p.pipewright");
    Files.writeString(file, "{\"format\": 1, \"name\": \"p\", \"nodes\": []}");
    Fx.call(
            () -> {
              window.workbench.open(file);
              return window.workbench.open(folder.resolve("x/../p.pipewright"));
            })
        .get(20, TimeUnit.SECONDS);
    Fx.settle();
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
  }
}
