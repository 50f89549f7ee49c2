package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.project.Project;
import dev.pipewright.canvas.FrameState;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.NodeMode;
import dev.pipewright.canvas.NodeShape;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.canvas.Wires;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.wiring.Wiring;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Does thousands of random edits on the canvas of a real window, and takes all of them back.
@ExtendWith(FxToolkit.class)
class RandomEditsTest {

  private static final int EDITS = 10_000;
  private static final int MOST_NODES = 14;
  private static final int MOST_FRAMES = 7;

  private final Random random = new Random(11);
  private Project project;
  private PipelineView canvas;

  @Test
  void takesTenThousandEditsBackAndDoesThemAgain(@TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    Fx.run(() -> window.workbench.opening().newPipeline());
    Fx.await("the empty pipeline", () -> window.workbench.activeNow().isPresent());
    Fx.settle();
    PipelineTab tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    project = tab.project();
    Fx.run(() -> tab.canvas().edit(view -> canvas = view));

    List<Pipeline> states = new ArrayList<>();
    states.add(document());
    for (int chunk = 0; chunk < EDITS / 100; chunk++) {
      Fx.run(
          () -> {
            for (int i = 0; i < 100; i++) {
              act();
              states.add(project.document().get());
            }
          });
    }
    Pipeline last = document();
    assertTrue(states.stream().distinct().count() > EDITS / 2, "most edits change something");

    int undone = walk(states, states.size() - 1, -1);
    assertEquals(states.getFirst(), document());
    assertFalse(Fx.call(() -> project.dirty().get()), "nothing is left to save");
    assertTrue(undone > EDITS / 4, undone + " steps");
    walk(states, 0, 1);
    assertEquals(last, document());
    assertTrue(
        states.stream().anyMatch(each -> deepest(each.layout()) > 1), "groups lay in groups");
    assertEquals(
        last, ProjectFile.parse(ProjectFile.format(last), "the file"), "it is read as written");
    // Names that are taken are refused and told; nothing else is.
    assertEquals(
        List.of(),
        Fx.call(
            () ->
                window.errors.notices().stream()
                    .filter(notice -> !notice.what().endsWith("already."))
                    .toList()));
  }

  private static int deepest(Layout layout) {
    return layout.frames().stream()
        .mapToInt(frame -> layout.outers(frame.id()).size())
        .max()
        .orElse(0);
  }

  private Pipeline document() {
    return Fx.call(() -> project.document().get());
  }

  /// Takes edits back or does them again, to the end. Each document on the way must be one that was
  /// seen before, in order: edits of a burst are one step.
  private int walk(List<Pipeline> states, int from, int direction) {
    int at = from;
    int steps = 0;
    while (can(direction)) {
      List<Pipeline> seen = Fx.call(() -> fewSteps(direction));
      for (Pipeline now : seen) {
        at += direction;
        while (at >= 0 && at < states.size() && !states.get(at).equals(now)) {
          at += direction;
        }
        assertTrue(at >= 0 && at < states.size(), "step " + steps + " is none that was");
        steps++;
      }
    }
    return steps;
  }

  private boolean can(int direction) {
    return Fx.call(() -> direction < 0 ? project.undoable().get() : project.redoable().get());
  }

  private List<Pipeline> fewSteps(int direction) {
    List<Pipeline> seen = new ArrayList<>();
    while (seen.size() < 100
        && (direction < 0 ? project.undoable().get() : project.redoable().get())) {
      if (direction < 0) {
        project.undo();
      } else {
        project.redo();
      }
      seen.add(project.document().get());
    }
    return seen;
  }

  private void act() {
    Pipeline now = project.document().get();
    List<Node> nodes = now.nodes();
    if (nodes.isEmpty() || (nodes.size() < MOST_NODES && random.nextInt(4) == 0)) {
      List<String> names = OpenWindow.COMPONENTS.registry().names();
      canvas.add(names.get(random.nextInt(names.size())));
      return;
    }
    String node = pick(nodes).id().value();
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> connect(now);
      case 3 -> move(node);
      case 4 ->
          canvas.intend(
              new GraphIntent.SetMode(
                  List.of(node), NodeMode.values()[random.nextInt(NodeMode.values().length)]));
      case 5 ->
          canvas.intend(
              new GraphIntent.Collapse(
                  List.of(node), NodeShape.values()[random.nextInt(NodeShape.values().length)]));
      case 6 -> canvas.intend(new GraphIntent.Rename(node, "n" + random.nextInt(40)));
      case 7 -> frame(now, node);
      case 8 -> note(now);
      case 9 -> link(now);
      case 10 ->
          canvas.intend(
              new GraphIntent.Delete(
                  List.of(node),
                  List.of(),
                  List.of(),
                  List.of(),
                  random.nextBoolean() ? Wires.KEEP : Wires.DROP));
      default -> {
        List<Frame> frames = now.layout().frames();
        canvas
            .graph()
            .getSelection()
            .select(
                List.of(node),
                frames.isEmpty() || frames.size() > MOST_FRAMES
                    ? List.of()
                    : List.of(pick(frames).id()),
                List.of());
        if (nodes.size() < MOST_NODES) {
          canvas.duplicate();
        }
      }
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Point2D point() {
    return new Point2D(4 * random.nextInt(300), 4 * random.nextInt(200));
  }

  private void connect(Pipeline now) {
    Wiring wiring = new Wiring(OpenWindow.COMPONENTS.registry(), now);
    List<Link> links = wiring.joins(pick(now.nodes()).id(), pick(now.nodes()).id());
    if (!links.isEmpty()) {
      Link link = pick(links);
      canvas.intend(
          new GraphIntent.Connect(
              new PortRef(link.source().node().value(), link.source().port()),
              new PortRef(link.node().value(), link.port())));
    }
  }

  private void move(String node) {
    SequencedMap<String, Point2D> places = new LinkedHashMap<>();
    places.put(node, point());
    canvas.intend(GraphIntent.MoveItems.nodes(places));
  }

  private void frame(Pipeline now, String node) {
    List<Frame> frames = now.layout().frames();
    boolean isRoom = frames.size() < MOST_FRAMES;
    if (frames.isEmpty() || (isRoom && random.nextInt(3) == 0)) {
      canvas.intend(group(node, List.of()));
      return;
    }
    String frame = pick(frames).id();
    canvas.intend(
        switch (random.nextInt(isRoom ? 8 : 7)) {
          case 7 -> group(node, List.of(frame));
          case 4, 5 -> intoAnother(now.layout(), frame);
          case 6 ->
              new GraphIntent.ResizeFrame(
                  frame,
                  new Rectangle2D(0, 0, 300, 200),
                  List.of(node),
                  List.of(),
                  now.layout().frames().stream()
                      .filter(each -> each.outer().equals(frame) && random.nextBoolean())
                      .map(Frame::id)
                      .toList());
          case 0 -> new GraphIntent.FoldFrame(frame, FrameState.FOLDED);
          case 1 -> new GraphIntent.FoldFrame(frame, FrameState.OPEN);
          case 2 -> new GraphIntent.RenameFrame(frame, "frame " + random.nextInt(9));
          default -> new GraphIntent.Ungroup(List.of(frame));
        });
  }

  private static GraphIntent group(String node, List<String> frames) {
    return new GraphIntent.Group(List.of(node), List.of(), frames, new Rectangle2D(0, 0, 200, 160));
  }

  /// Drops a frame in one that is not in it, or out of all.
  private GraphIntent intoAnother(Layout layout, String frame) {
    List<String> within = layout.framesWithin(List.of(frame)).stream().map(Frame::id).toList();
    List<String> homes = new ArrayList<>(layout.frames().stream().map(Frame::id).toList());
    homes.removeAll(within);
    homes.add("");
    SequencedMap<String, Point2D> places = new LinkedHashMap<>();
    places.put(frame, point());
    SequencedMap<String, String> joins = new LinkedHashMap<>();
    joins.put(frame, pick(homes));
    SequencedMap<String, Point2D> none = new LinkedHashMap<>();
    SequencedMap<String, String> stay = new LinkedHashMap<>();
    return new GraphIntent.MoveItems(none, none, places, new LinkedHashMap<>(), stay, stay, joins);
  }

  private void note(Pipeline now) {
    List<Note> notes = now.layout().notes();
    if (notes.size() < 3) {
      canvas.intend(new GraphIntent.AddNote(point()));
    } else {
      String note = pick(notes).id();
      canvas.intend(
          random.nextBoolean()
              ? new GraphIntent.EditNote(note, "*" + random.nextInt(99) + "*")
              : new GraphIntent.Delete(List.of(), List.of(), List.of(), List.of(note), Wires.DROP));
    }
  }

  private void link(Pipeline now) {
    List<String> links = now.nodes().stream().flatMap(Node::links).map(Link::toString).toList();
    if (!links.isEmpty()) {
      String link = pick(links);
      canvas.intend(
          random.nextBoolean()
              ? new GraphIntent.SetKnots(
                  link, Stream.generate(this::point).limit(random.nextInt(3)).toList())
              : new GraphIntent.Disconnect(link));
    }
  }
}
