package dev.pipewright.app.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.app.run.LogLine.Level;
import dev.pipewright.app.run.LogOf;
import dev.pipewright.app.run.RunLog;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class LogViewTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");

  private final List<NodeId> revealed = new ArrayList<>();
  private RunLog log;
  private ToggleButton follow;
  private LogView view;
  private Scene scene;

  @BeforeEach
  void show() {
    log = LogOf.lines(List.of());
    follow = Fx.call(() -> new ToggleButton());
    Fx.run(() -> follow.setSelected(true));
    view = Fx.call(() -> new LogView(log, node -> "category-data", revealed::add, follow));
    Fx.run(() -> view.offer(List.of(A, B)));
    scene = Fx.show(view, 800, 300);
  }

  private void append(int from, int to) {
    List<LogLine> lines = IntStream.range(from, to).mapToObj(LogViewTest::line).toList();
    Fx.run(() -> LogOf.append(log, lines));
    Fx.settle();
  }

  private static LogLine line(int number) {
    return new LogLine(
        number, Level.values()[number % 3], number % 2 == 0 ? A : B, "line " + number);
  }

  @SuppressWarnings("unchecked")
  private ListView<LogLine> list() {
    return (ListView<LogLine>) Fx.call(() -> scene.lookup(".log-list"));
  }

  private List<LogLine> shown() {
    return Fx.call(() -> new ArrayList<>(list().getItems()));
  }

  private int lastVisible() {
    return Fx.call(
        () -> ((VirtualFlow<?>) list().lookup(".virtual-flow")).getLastVisibleCell().getIndex());
  }

  @SuppressWarnings("unchecked")
  private void choose(String node) {
    Fx.run(() -> ((ComboBox<String>) scene.lookup(".log-nodes")).setValue(node));
    Fx.settle();
  }

  private ToggleButton level(int index) {
    return Fx.call(
        () ->
            (ToggleButton) scene.getRoot().lookupAll(".segments .toggle-button").toArray()[index]);
  }

  private void type(Hands hands, String text) {
    hands.click(Fx.call(() -> (TextField) scene.lookup(".log-filter .text-field"))).type(text);
  }

  @Test
  void keepsTheLastLineInViewUntilAPersonScrollsUp(Hands hands) {
    append(0, 500);
    assertEquals(499, lastVisible());
    append(500, 600);
    assertEquals(599, lastVisible());

    hands.moveTo(list()).scroll(-3);
    assertFalse(Fx.call(follow::isSelected));
    int seen = lastVisible();
    append(600, 700);
    assertEquals(seen, lastVisible());

    Fx.run(() -> follow.setSelected(true));
    Fx.await("the end", () -> isWhollyShown(699));
    append(700, 701);
    assertTrue(Fx.call(() -> isWhollyShown(700)));
  }

  /// Whether the list has all of a line within it: the flow alone counts one that is cut off as
  /// seen, or does not.
  private boolean isWhollyShown(int index) {
    ListView<LogLine> list = list();
    double bottom = list.localToScene(list.getBoundsInLocal()).getMaxY();
    return list.lookupAll(".list-cell").stream()
        .map(cell -> (ListCell<?>) cell)
        .filter(cell -> cell.isVisible() && cell.getIndex() == index)
        .map(cell -> cell.localToScene(cell.getBoundsInLocal()))
        .anyMatch(bounds -> bounds.getMinY() > 0 && bounds.getMaxY() <= bottom + 0.5);
  }

  @Test
  void saysAllOfALineThatIsCutAndNothingTwice() {
    String text = "a line that goes on and on ".repeat(20).strip();
    Fx.run(
        () ->
            LogOf.append(
                log,
                List.of(
                    new LogLine(0, Level.INFO, A, text), new LogLine(0, Level.INFO, B, "short"))));
    Fx.settle();
    List<String> tips =
        Fx.call(
            () ->
                list().lookupAll(".log-text").stream()
                    .map(node -> ((Label) node))
                    .filter(label -> !label.getText().isEmpty())
                    .map(l -> l.getTooltip() == null ? "none" : l.getTooltip().getText())
                    .toList());
    assertEquals(List.of(text, "none"), tips);
  }

  @Test
  void showsTheLinesThatHoldAText(Hands hands) {
    append(0, 200);
    type(hands, "LINE 19");
    Fx.await("the filter", () -> list().getItems().size() == 11);
    assertEquals("line 19", shown().getFirst().text());
    append(200, 2_000);
    assertEquals(111, shown().size());
  }

  @Test
  void showsTheLinesOfANodeAndOfLevels(Hands hands) {
    append(0, 60);
    choose("A");
    assertEquals(30, shown().size());
    hands.click(level(0));
    assertEquals(20, shown().size());
    assertTrue(shown().stream().noneMatch(l -> l.level() == Level.INFO), shown().toString());
    assertTrue(shown().stream().allMatch(l -> A.equals(l.node())), shown().toString());
    assertEquals("Info 20", Fx.call(() -> level(0).getText()));
  }

  @Test
  void offersAWayBackWhereNothingMatches(Hands hands) {
    append(0, 10);
    type(hands, "nothing of the kind");
    Fx.await("the filter", () -> list().getItems().isEmpty());
    Fx.settle();
    hands.click(Fx.call(() -> (Hyperlink) scene.lookup(".hyperlink")));
    assertEquals(10, shown().size());
    assertEquals("", Fx.call(() -> ((TextField) scene.lookup(".text-field")).getText()));
  }

  @Test
  @SuppressWarnings("unchecked")
  void keepsTheChosenNodeWhileItIsThere() {
    append(0, 10);
    choose("B");
    Fx.run(() -> view.offer(List.of(B)));
    assertEquals(5, shown().size());
    Fx.run(() -> view.offer(List.of(A)));
    assertEquals(10, shown().size());
    ComboBox<String> nodes = (ComboBox<String>) Fx.call(() -> scene.lookup(".log-nodes"));
    assertEquals(List.of("All components", "A"), Fx.call(() -> List.copyOf(nodes.getItems())));
    Fx.settle();
    // The other cell is the one that the combo box measures with.
    List<String> texts =
        Fx.call(
            () ->
                nodes.lookupAll(".list-cell").stream()
                    .filter(javafx.scene.Node::isVisible)
                    .map(cell -> ((Labeled) cell).getText())
                    .toList());
    assertEquals(List.of("All components"), texts);
  }

  @Test
  void showsTheLinesOfTheNodeThatIsAskedFor() {
    append(0, 10);
    Fx.run(() -> view.show(B));
    assertEquals(5, shown().size());
  }

  @Test
  void copiesTheSelectedLinesWithTimeLevelAndNode(Hands hands) {
    append(0, 5);
    Fx.run(() -> list().getSelectionModel().selectIndices(1, 2));
    Fx.run(() -> list().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.C);
    assertEquals(
        LogCell.text(line(1)) + "\n" + LogCell.text(line(2)),
        Fx.call(() -> Clipboard.getSystemClipboard().getString()));
    assertTrue(LogCell.text(line(1)).endsWith(" warn B line 1"), LogCell.text(line(1)));
  }

  @Test
  void holdsAMillionLinesAndFiltersThem(Hands hands) {
    for (int from = 0; from < 1_000_000; from += 100_000) {
      append(from, from + 100_000);
    }
    assertEquals(999_999, lastVisible());
    assertEquals(line(123_456), Fx.call(() -> list().getItems().get(123_456)));
    type(hands, "line 99999");
    Fx.await("the filter", Duration.ofSeconds(60), () -> list().getItems().size() == 11);
    append(1_000_000, 1_050_000);
    assertEquals(line(999_999), shown().getLast());
    Fx.run(log::clear);
    Fx.settle();
    assertEquals(List.of(), shown());
  }

  @Test
  void letsGoOfTheLogWithTheProject() {
    append(0, 5);
    Fx.run(view::dispose);
    append(5, 10);
    assertEquals(List.of(), shown());
  }

  @Test
  void selectsTheNodeOfALineByAClickOnItsName(Hands hands) {
    append(0, 2);
    hands.click(
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".log-node").stream()
                    .filter(each -> "B".equals(((Label) each).getText()))
                    .findFirst()
                    .orElseThrow()));
    assertEquals(List.of(B), revealed);
  }
}
