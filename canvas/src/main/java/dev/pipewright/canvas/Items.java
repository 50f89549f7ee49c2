package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// What is selected, as what is placed as one: what is in a selected frame goes with that.
final class Items {

  private final GraphView view;
  private final GraphDocument document;
  private final Set<String> inFrames = new HashSet<>();

  /// Something that is placed as one.
  record Item(Kind kind, String key) {
    enum Kind {
      NODE,
      NOTE,
      FRAME
    }
  }

  Items(GraphView view) {
    this.view = view;
    document = view.getDocument();
    for (GraphFrame frame : document.framesWithin(view.getSelection().frames())) {
      inFrames.addAll(frame.nodes());
      inFrames.addAll(frame.notes());
    }
  }

  static List<String> keys(SequencedMap<Item, Rectangle2D> items, Item.Kind kind) {
    return items.keySet().stream().filter(item -> item.kind() == kind).map(Item::key).toList();
  }

  /// Where what is selected is drawn; what a folded frame hides is not.
  SequencedMap<Item, Rectangle2D> bounds() {
    GraphSelection selection = view.getSelection();
    SequencedMap<Item, Rectangle2D> bounds = new LinkedHashMap<>();
    for (GraphNode node : document.nodes()) {
      Rectangle2D at = view.nodeBounds(node.key());
      if (at != null && isChosen(selection.nodes(), node.key())) {
        bounds.put(new Item(Item.Kind.NODE, node.key()), at);
      }
    }
    for (GraphNote note : document.notes()) {
      if (isChosen(selection.notes(), note.key())) {
        bounds.put(
            new Item(Item.Kind.NOTE, note.key()),
            new Rectangle2D(note.x(), note.y(), note.width(), note.height()));
      }
    }
    for (GraphFrame frame : document.frames()) {
      Rectangle2D at = view.frameBounds(frame.key());
      if (at != null && selection.frames().contains(frame.key()) && isOutermost(frame)) {
        bounds.put(new Item(Item.Kind.FRAME, frame.key()), at);
      }
    }
    return bounds;
  }

  private boolean isChosen(Set<String> selected, String key) {
    return selected.contains(key) && !inFrames.contains(key);
  }

  private boolean isOutermost(GraphFrame frame) {
    return frame.outer().isEmpty()
        || document.framesWithin(view.getSelection().frames()).stream()
            .noneMatch(each -> each.key().equals(frame.outer()));
  }

  /// The intent of placing these there, frames with all that is in them.
  GraphIntent.MoveItems moved(SequencedMap<Item, Point2D> places) {
    Moves moves = new Moves();
    places.forEach(
        (item, place) -> {
          switch (item.kind()) {
            case NODE -> moves.nodes.put(item.key(), place);
            case NOTE -> moves.notes.put(item.key(), place);
            case FRAME -> moves.frame(item.key(), place);
          }
        });
    return GraphIntent.MoveItems.staying(moves.nodes, moves.notes, moves.frames, moves.knots);
  }

  private final class Moves {
    private final SequencedMap<String, Point2D> nodes = new LinkedHashMap<>();
    private final SequencedMap<String, Point2D> notes = new LinkedHashMap<>();
    private final SequencedMap<String, Point2D> frames = new LinkedHashMap<>();
    private final SequencedMap<String, List<Point2D>> knots = new LinkedHashMap<>();

    private void frame(String key, Point2D place) {
      Rectangle2D at = view.frameBounds(key);
      if (at == null) {
        return;
      }
      Point2D by = place.subtract(at.getMinX(), at.getMinY());
      Set<String> inside = new HashSet<>();
      for (GraphFrame frame : document.framesWithin(List.of(key))) {
        frames.put(frame.key(), by.add(frame.x(), frame.y()));
        inside.addAll(frame.nodes());
        for (GraphNote note : document.notes()) {
          if (frame.notes().contains(note.key())) {
            notes.put(note.key(), by.add(note.x(), note.y()));
          }
        }
      }
      for (GraphNode node : document.nodes()) {
        Point2D was = inside.contains(node.key()) ? corner(node) : null;
        if (was != null) {
          nodes.put(node.key(), by.add(was));
        }
      }
      lead(inside, by);
    }

    private void lead(Set<String> inside, Point2D by) {
      for (GraphLink link : document.links()) {
        if (!link.knots().isEmpty()
            && inside.contains(link.from().node())
            && inside.contains(link.to().node())) {
          List<Point2D> led = new ArrayList<>(link.knots());
          led.replaceAll(by::add);
          knots.put(link.key(), led);
        }
      }
    }
  }

  private @Nullable Point2D corner(GraphNode node) {
    Rectangle2D drawn = view.nodeBounds(node.key());
    if (drawn != null) {
      return new Point2D(drawn.getMinX(), drawn.getMinY());
    }
    return node.isPlaced() ? new Point2D(node.x(), node.y()) : null;
  }
}
