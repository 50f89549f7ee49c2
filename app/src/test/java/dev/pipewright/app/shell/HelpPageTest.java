package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Asks for help as a person does.
@ExtendWith(FxToolkit.class)
class HelpPageTest {

  private static String title(OpenWindow window) {
    return Fx.call(
        () -> ((javafx.scene.control.Labeled) window.find(".help-title .page-title")).getText());
  }

  private static String text(OpenWindow window) {
    return Fx.call(
        () ->
            window.find(".help-text").lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(each -> ((Text) each).getText())
                .collect(Collectors.joining("\n")));
  }

  private static javafx.scene.Node link(OpenWindow window, String words) {
    return Fx.call(
        () ->
            ((Parent) window.find(".help-text"))
                .lookupAll(".address").stream()
                    .filter(each -> each instanceof Text text && text.getText().equals(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link " + words)));
  }

  @Test
  void opensThePageOfTheSelectedNodeAndFollowsItsLinks(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    hands.press(KeyCode.F1);
    Fx.settle();
    assertEquals("Trainer", title(window));
    assertTrue(text(window).contains("optimizer"), () -> text(window));
    Screens.write(window.scene(), "help-trainer-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "help-trainer-dark");
    hands.click(link(window, "TransformGraph"));
    Fx.settle();
    assertEquals("TransformGraph", title(window));
    Screens.write(window.scene(), "help-type");
    hands.click(window.find(".help-head .button"));
    Fx.settle();
    assertEquals("Trainer", title(window));
  }

  @Test
  void findsPagesByTheirTextAndAddsTheComponent(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    int nodes = tab.project().document().get().nodes().size();
    Fx.run(() -> window.workbench.pages().openHelp());
    Fx.settle();
    Screens.write(window.scene(), "help-index");
    hands.click(window.find("#help-search"));
    hands.type("importsch");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals("ImportSchemaGen", title(window));
    hands.click(window.find("#help-add"));
    Fx.settle();
    List<Node> now = tab.project().document().get().nodes();
    assertEquals(nodes + 1, now.size());
    assertEquals("ImportSchemaGen", now.getLast().component());
    assertEquals(tab, Fx.call(() -> window.workbench.selected().get()));
  }

  @Test
  void everyComponentAndTypeAndTextHasAPage(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    Fx.run(() -> window.workbench.pages().openHelp());
    Fx.settle();
    ListView<?> list = (ListView<?>) window.find(".help-index .list-view");
    int pages = Fx.call(() -> list.getItems().size());
    assertTrue(pages > OpenWindow.COMPONENTS.registry().names().size() + 10, "" + pages);
    for (int i = 0; i < pages; i++) {
      int index = i;
      Fx.run(() -> list.getSelectionModel().select(index));
      assertTrue(text(window).length() > 60, () -> title(window) + " says nothing");
    }
    Fx.settle();
    hands(window, "Running a pipeline, and parts of it");
    Screens.write(window.scene(), "help-running-1280");
    assertEquals(List.of(), CutTexts.of(window.find(".help-page")));
  }

  private static void hands(OpenWindow window, String page) {
    ListView<?> list = (ListView<?>) window.find(".help-index .list-view");
    Fx.run(
        () -> {
          for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains("RUNNING")) {
              list.getSelectionModel().select(i);
            }
          }
        });
    Fx.settle();
    assertEquals(page, title(window));
  }

  @Test
  void explainsTheChosenRowOfThePalette(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    window.penguins(folder);
    ListView<?> list = (ListView<?>) window.find(".palette-list");
    Fx.run(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(1);
        });
    hands.press(KeyCode.F1);
    Fx.settle();
    assertEquals("AvroExampleGen", title(window));
  }
}
