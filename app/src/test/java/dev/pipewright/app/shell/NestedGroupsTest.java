package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.outline.OutlineView;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Groups in groups, made and used with mouse and keys.
@ExtendWith(FxToolkit.class)
class NestedGroupsTest {

  private static final Set<String> INNER = Set.of("StatisticsGen", "SchemaGen");
  private static final Set<String> OUTER = Set.of("StatisticsGen", "SchemaGen", "ExampleValidator");

  private OpenWindow window;
  private PipelineTab tab;

  /// A group around two nodes in a group around three.
  @BeforeEach
  void group(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    group("Validation", OUTER);
    group("Look", INNER);
    tidy();
  }

  private void group(String title, Set<String> nodes) {
    Hands hands = new Hands();
    Fx.run(() -> graph().getSelection().selectNodes(nodes));
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.G);
    hands.type(title);
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  private void tidy() {
    Map<NodeId, Layout.Position> before = layout().positions();
    Fx.run(() -> graph().getSelection().clear());
    Fx.run(() -> tab.canvas().edit(PipelineView::arrange));
    Fx.await("places", () -> !layout().positions().equals(before) && isStill());
    Fx.run(() -> graph().fit());
    Fx.settle();
  }

  private void picture(String name) {
    Screens.write(window.scene(), name + "-light");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), name + "-dark");
    Fx.run(() -> window.workbench.layout().theme().set(Theme.LIGHT));
    Fx.settle();
  }

  /// Cards and frames glide to their places.
  private boolean isStill() {
    return tab.project().document().get().layout().positions().entrySet().stream()
        .allMatch(
            place -> {
              Rectangle2D at = graph().nodeBounds(place.getKey().value());
              return at == null
                  || at.getMinX() == place.getValue().x() && at.getMinY() == place.getValue().y();
            });
  }

  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private Layout layout() {
    return document().layout();
  }

  private Frame frame(String title) {
    return layout().frames().stream()
        .filter(frame -> frame.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> inside(String title) {
    return layout().nodesWithin(frame(title).id()).stream()
        .map(NodeId::value)
        .collect(Collectors.toSet());
  }

  private Point2D at(double x, double y) {
    return Fx.call(() -> graph().localToScreen(graph().viewPoint(x, y)));
  }

  private Point2D title(String title) {
    Area area = frame(title).area();
    return at(area.x() + 60, area.y() + 14);
  }

  private Point2D chevron(String title) {
    Area area = frame(title).area();
    return at(area.x() + 20, area.y() + 14);
  }

  private Rectangle2D bounds(String node) {
    return Fx.call(() -> graph().nodeBounds(node));
  }

  private static boolean isIn(Area inner, Area outer) {
    return inner.x() >= outer.x()
        && inner.y() >= outer.y()
        && inner.x() + inner.width() <= outer.x() + outer.width()
        && inner.y() + inner.height() <= outer.y() + outer.height();
  }

  @Test
  void aGroupWithinAGroupIsItsMemberAndArrangedWithIt() {
    assertEquals(frame("Validation").id(), frame("Look").outer());
    assertEquals(OUTER, inside("Validation"));
    assertEquals(INNER, inside("Look"));
    assertTrue(isIn(frame("Look").area(), frame("Validation").area()));
    picture("nested-open");
  }

  @Test
  void foldsTheInnerAndTheOuterOne(Hands hands) {
    hands.click(chevron("Look"));
    Fx.settle();
    assertTrue(frame("Look").isFolded());
    assertNull(bounds("StatisticsGen"));
    assertNotNull(bounds("ExampleValidator"));
    tidy();
    picture("nested-inner-folded");

    hands.click(chevron("Validation"));
    Fx.settle();
    assertTrue(frame("Validation").isFolded());
    assertNull(bounds("ExampleValidator"));
    assertNull(Fx.call(() -> graph().frameBounds(frame("Look").id())));
    tidy();
    picture("nested-outer-folded");

    // What is led to is shown as the card that it is in.
    Fx.run(() -> graph().center(new GraphTarget.OnFrame(frame("Look").id())));
    Rectangle2D card = Fx.call(() -> graph().frameBounds(frame("Validation").id()));
    double middle = Fx.call(() -> graph().documentPoint(graph().getWidth() / 2, 0).getX());
    assertEquals(card.getMinX() + card.getWidth() / 2, middle, 2);
  }

  @Test
  void draggedOutOfItsGroupItIsInNoneAndUndoPutsItBack(Hands hands) {
    Area outer = frame("Validation").area();
    hands.drag(title("Look"), at(outer.x() + 60, outer.y() - 200));
    Fx.settle();
    assertEquals("", frame("Look").outer());
    assertEquals(Set.of("ExampleValidator"), inside("Validation"));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    Fx.settle();
    assertEquals(frame("Validation").id(), frame("Look").outer());
    assertTrue(isIn(frame("Look").area(), frame("Validation").area()));
  }

  @Test
  void copiesComeWithTheirInnerGroups(Hands hands) {
    hands.click(title("Validation"));
    hands.press(KeyCode.CONTROL, KeyCode.D);
    Fx.settle();
    assertEquals(4, layout().frames().size());
    Frame copy = layout().frames().get(2);
    Frame innerCopy = layout().frames().get(3);
    assertEquals(copy.id(), innerCopy.outer());
    assertEquals(
        Set.of(new NodeId("StatisticsGen2"), new NodeId("SchemaGen2")),
        Set.copyOf(innerCopy.nodes()));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(2, layout().frames().size());
  }

  @Test
  void mutesAllThatIsInItAndUngroupsOneLevel(Hands hands) {
    hands.click(title("Validation"));
    hands.press(KeyCode.CONTROL, KeyCode.M);
    Fx.settle();
    assertEquals(
        OUTER,
        document().nodes().stream()
            .filter(node -> node.mode() == Node.Mode.MUTED)
            .map(node -> node.id().value())
            .collect(Collectors.toSet()));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    Fx.settle();
    assertEquals(List.of("Look"), layout().frames().stream().map(Frame::title).toList());
    assertEquals("", frame("Look").outer());
    assertEquals(INNER, inside("Look"));
  }

  @Test
  void opensInTabsThatLeadToOneAnother(Hands hands) {
    hands.click(title("Validation"));
    command(hands, "open group in");
    assertEquals(
        Set.of("Look"),
        Fx.call(
            () ->
                graph().getDocument().frames().stream()
                    .map(each -> each.title())
                    .collect(Collectors.toSet())));
    assertTrue(window.says("3 components"));
    picture("nested-part-outer");

    // Grouping goes on in the tab.
    group("Deepest", Set.of("SchemaGen"));
    assertEquals(frame("Look").id(), frame("Deepest").outer());
    Fx.run(() -> graph().getSelection().selectFrames(List.of(frame("Look").id())));
    command(hands, "open group in");
    assertTrue(window.says("2 components"));
    assertTrue(
        Fx.call(() -> graph().getDocument().nodes().stream().map(GraphNode::key).toList())
            .contains("ExampleValidator"));
    picture("nested-part-inner");
    hands.click(window.find("#part-up-" + frame("Validation").id()));
    Fx.settle();
    assertTrue(
        Fx.call(() -> window.workbench.selected().get()) instanceof Tab.Part part
            && part.frame().equals(frame("Validation").id()));
  }

  private void command(Hands hands, String words) {
    hands.press(KeyCode.CONTROL, KeyCode.K);
    hands.type(words);
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  @Test
  void theOutlineIsATreeOfThem(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    Fx.settle();
    OutlineView outline = (OutlineView) window.find(".outline");
    TreeView<?> tree = (TreeView<?>) outline.lookup(".tree-view");
    TreeItem<?> outer = named(tree.getRoot(), "Validation");
    assertNotNull(outer);
    TreeItem<?> inner = named(outer, "Look");
    assertNotNull(inner);
    assertEquals(outer, inner.getParent());
    assertEquals(2, inner.getChildren().size());
    picture("nested-outline");
  }

  private static TreeItem<?> named(TreeItem<?> item, String title) {
    if (item.getValue() != null
        && item.getValue()
            .toString()
            .matches("Branch\\[item=OfFrame\\[id=\\w+\\], title=" + title + ",.*")) {
      return item;
    }
    return item.getChildren().stream()
        .map(child -> named(child, title))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }
}
