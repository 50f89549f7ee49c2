package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.shell.Questions.Remedy;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Looks back as a person does: at what was saved, at what another program has written, at another
/// project.
@ExtendWith(FxToolkit.class)
class VersionsTest {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final NodeId PUSHER = new NodeId("Pusher");

  private Path folder;
  private OpenWindow window;
  private PipelineTab tab;
  private Pipeline start;

  @BeforeEach
  void open(@TempDir Path temp) {
    folder = temp;
    window = OpenWindow.of(temp);
    tab = window.penguins(temp);
    start = document();
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private void edit(Edit... edits) {
    Fx.run(() -> tab.project().edit(new Edit.Sequence(List.of(edits))));
  }

  private static Edit[] much() {
    NodeId check = new NodeId("BulkCheck");
    return new Edit[] {
      new Edit.RemoveNode(PUSHER),
      new Edit.AddNode(0, Node.of(check, "ExampleDiff")),
      new Edit.MoveNode(check, new Position(420, 420)),
      new Edit.Connect(
          new Source(new NodeId("Transform"), "transformed_examples"), check, "examples"),
      new Edit.SetParameter(TRAINER, "custom_config", ParameterValue.of("epochs: 40\nrate: 0.001")),
      new Edit.SetSeed(7)
    };
  }

  private void save(Hands hands) {
    int before = Fx.call(() -> tab.versions().revision().get());
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("a version", () -> tab.versions().revision().get() > before);
  }

  @SuppressWarnings("unchecked")
  private <T> ListView<T> list(String style) {
    return (ListView<T>) window.find(style);
  }

  private List<String> rows(String style) {
    return Fx.call(
        () -> this.<Object>list(style).getItems().stream().map(VersionsTest::words).toList());
  }

  private static String words(Object row) {
    return row instanceof dev.pipewright.app.versions.VersionKeeper.Entry entry
        ? entry.words()
        : row.toString();
  }

  private void openHistory(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.H);
    Fx.settle();
  }

  @Test
  void bringsBackAVersionThatWasSaved(Hands hands) {
    edit(much());
    save(hands);
    openHistory(hands);
    Fx.await("versions", () -> rows(".version-list").size() == 2);
    Fx.settle();
    assertEquals(
        List.of(
            "BulkCheck added, Pusher removed, Trainer: custom_config not set \u2192"
                + " epochs: 40 rate: 0.001, and 2 more",
            start.nodes().size() + " nodes, the first version kept"),
        rows(".version-list"));
    Fx.run(() -> list(".version-list").requestFocus());
    hands.press(KeyCode.DOWN);
    Fx.settle();
    Screens.write(window.scene(), "versions-light");
    Fx.run(
        () -> {
          window.scene().getWindow().setWidth(1280);
          window.scene().getWindow().setHeight(720);
        });
    Fx.settle();
    Screens.write(window.scene(), "versions-1280x720");
    hands.moveTo(window.find("#version-restore"));
    Fx.settle();
    hands.click();
    Fx.await("the first version", () -> start.equals(document()));
    assertTrue(Fx.call(() -> tab.project().dirty().get()));
    assertEquals(tab, Fx.call(() -> window.workbench.selected().get()));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertTrue(document().node(PUSHER).isEmpty());
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
  }

  @Test
  void opensAVersionAsAPipelineOfItsOwn(Hands hands) {
    edit(new Edit.RemoveNode(PUSHER));
    save(hands);
    openHistory(hands);
    Fx.await("versions", () -> rows(".version-list").size() == 2);
    Fx.run(() -> list(".version-list").getSelectionModel().selectLast());
    Fx.settle();
    hands.click(window.find("#version-copy"));
    Fx.await("the copy", () -> window.workbench.activeNow().orElseThrow() != tab);
    PipelineTab copy = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    // It belongs to no folder yet: its paths lead to the same data from everywhere.
    NodeId gen = new NodeId("CsvExampleGen");
    String data = java.util.Objects.requireNonNull(tab.file()).resolveSibling("data").toString();
    Edit absolute = new Edit.SetParameter(gen, "input_base", ParameterValue.of(data));
    assertEquals(
        absolute.apply(start).nodes(), Fx.call(() -> copy.project().document().get().nodes()));
    assertEquals(null, copy.file());
    assertTrue(Fx.call(() -> copy.project().dirty().get()));
    assertTrue(document().node(PUSHER).isEmpty());
  }

  @Test
  void saysThatThereIsNothingAndWhatCannotBeRead(Hands hands) throws IOException {
    openHistory(hands);
    Fx.await("the empty state", () -> window.says("No versions yet"));
    Screens.write(window.scene(), "versions-empty");
    Fx.run(() -> window.workbench.close(window.workbench.selected().get()));
    edit(new Edit.SetSeed(3));
    save(hands);
    try (Stream<Path> files = Files.walk(folder.resolve("settings/versions"))) {
      Files.writeString(
          files
              .filter(file -> file.toString().endsWith("saved.pipewright"))
              .findAny()
              .orElseThrow(),
          "{");
    }
    openHistory(hands);
    Fx.await("one version", () -> rows(".version-list").size() == 1);
    assertTrue(
        Fx.call(
            () ->
                ((javafx.scene.control.Label) window.find(".version-damaged"))
                    .getText()
                    .startsWith("1 version cannot be read and is left out.")));
  }

  @Test
  void showsWhatAnotherProgramHasWrittenAsAGraph(Hands hands) {
    ProjectFile.write(
        folder.resolve("penguins.pipewright"), new Edit.Sequence(List.of(much())).apply(start));
    edit(new Edit.SetSeed(9));
    window.answers.next.add(Remedy.COMPARE);
    hands.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("the comparison", () -> window.scene().lookup(".compare") != null);
    Fx.settle();
    assertTrue(Fx.call(() -> tab.project().dirty().get()));
    assertTrue(window.says("penguins.pipewright (on disk)"));
    assertTrue(window.says("+1 added"));
    assertTrue(window.says("\u22121 removed"));
    GraphView graph = (GraphView) window.find(".compare .graph-view");
    assertEquals(start.nodes().size() + 1, graph.getDocument().nodes().size());

    hands.moveTo(window.find("#compare-swap"));
    Fx.settle();
    hands.click();
    Fx.settle();
    Screens.write(window.scene(), "compare-light");
    hands.press(KeyCode.F7);
    hands.press(KeyCode.F7);
    Fx.settle();
    assertEquals(1, Fx.call(() -> graph.getSelection().nodes().size()));
    selectRow("custom_config");
    Fx.settle();
    assertEquals(List.of("Trainer"), Fx.call(() -> List.copyOf(graph.getSelection().nodes())));
    assertEquals(
        "epochs: 40\nrate: 0.001",
        Fx.call(() -> ((TextArea) window.find(".detail-after")).getText()));
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "compare-dark");
    Fx.run(() -> graph.fit());
    Fx.settle();
    Screens.write(window.scene(), "compare-dark-fit");
  }

  private void selectRow(String name) {
    Fx.run(
        () -> {
          ListView<Object> list = list(".compare-list");
          list.getItems().stream()
              .filter(row -> row.toString().contains("name=" + name))
              .findFirst()
              .ifPresent(row -> list.getSelectionModel().select(row));
        });
  }

  @Test
  void comparesWithAnotherFileAndChangesNeither(Hands hands) {
    Path other = folder.resolve("other.pipewright");
    ProjectFile.write(other, new Edit.RemoveNode(PUSHER).apply(start));
    window.answers.toOpen = List.of(other);
    Fx.run(() -> window.workbench.comparisons().ask(tab));
    Fx.await("the comparison", () -> window.scene().lookup(".compare") != null);
    Fx.settle();
    GraphView graph = (GraphView) window.find(".compare .graph-view");
    assertTrue(window.says("+1 added"));
    Fx.run(() -> graph.requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.press(KeyCode.DELETE);
    hands.press(KeyCode.TAB);
    Fx.settle();
    assertEquals(start, document());
    edit(new Edit.RemoveNode(PUSHER));
    Fx.await("equal", () -> window.says("Nothing differs"));
  }
}
