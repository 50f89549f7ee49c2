package dev.pipewright.canvas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// What a person wants done to the graph. The view does none of it: who owns the document does, and
/// sets the document that comes of it. One gesture is one intent. Places are in document pixels.
public sealed interface GraphIntent {

  /// Items were moved: by a drag, by keys, aligned, or distributed. A frame that moves has the new
  /// places of all that is in it beside its own.
  ///
  /// @param nodes the new left top corner of each, by key
  /// @param notes the new left top corner of each, by key
  /// @param frames the new left top corner of each, by key
  /// @param knots all knots of each link of which some moved, by key
  /// @param nodeFrames the frame that a node was moved into, by the node's key; empty for one that
  ///   was moved out of its frame
  /// @param noteFrames the same for notes
  /// @param frameFrames the same for frames; none is in what it was moved into
  record MoveItems(
      SequencedMap<String, Point2D> nodes,
      SequencedMap<String, Point2D> notes,
      SequencedMap<String, Point2D> frames,
      SequencedMap<String, List<Point2D>> knots,
      SequencedMap<String, String> nodeFrames,
      SequencedMap<String, String> noteFrames,
      SequencedMap<String, String> frameFrames)
      implements GraphIntent {

    /// Keeps copies.
    public MoveItems {
      nodes = copy(nodes);
      notes = copy(notes);
      frames = copy(frames);
      knots = copy(knots);
      nodeFrames = copy(nodeFrames);
      noteFrames = copy(noteFrames);
      frameFrames = copy(frameFrames);
    }

    /// Nodes alone, each staying in its frame.
    public static MoveItems nodes(SequencedMap<String, Point2D> places) {
      SequencedMap<String, Point2D> none = new LinkedHashMap<>();
      return staying(places, none, none, new LinkedHashMap<>());
    }

    /// Items that stay in their frames.
    public static MoveItems staying(
        SequencedMap<String, Point2D> nodes,
        SequencedMap<String, Point2D> notes,
        SequencedMap<String, Point2D> frames,
        SequencedMap<String, List<Point2D>> knots) {
      SequencedMap<String, String> stay = new LinkedHashMap<>();
      return new MoveItems(nodes, notes, frames, knots, stay, stay, stay);
    }

    /// Whether nothing moves.
    public boolean isEmpty() {
      return nodes.isEmpty()
          && notes.isEmpty()
          && frames.isEmpty()
          && knots.isEmpty()
          && nodeFrames.isEmpty()
          && noteFrames.isEmpty()
          && frameFrames.isEmpty();
    }

    private static <V> SequencedMap<String, V> copy(Map<String, V> map) {
      return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
  }

  /// A link was drawn. An input of `Arity.ONE` that has a link gets this one instead.
  ///
  /// @param from the output
  /// @param to the input
  record Connect(PortRef from, PortRef to) implements GraphIntent {}

  /// A link's end was dragged off its port and dropped on nothing.
  ///
  /// @param link its key
  record Disconnect(String link) implements GraphIntent {}

  /// A link's end was dragged to another port.
  ///
  /// @param link its key
  /// @param from the output it comes from now
  /// @param to the input it goes to now
  record Reconnect(String link, PortRef from, PortRef to) implements GraphIntent {}

  /// A node was dropped on a link that it fits into.
  ///
  /// @param node its key
  /// @param link the link's key
  /// @param move where the node, and what was dragged with it, are now
  record InsertOnLink(String node, String link, MoveItems move) implements GraphIntent {}

  /// A new node is asked for: a link was dropped on empty canvas, or empty canvas was
  /// double-clicked, or Tab pressed.
  ///
  /// @param from the port that the new node shall be linked to; null for none
  /// @param place where it shall stand
  /// @param screen the same point on the screen, where a list of nodes may open
  /// @param beside keys of what it shall rather stand at the right of; none for nothing
  record AskNode(@Nullable PortEnd from, Point2D place, Point2D screen, List<String> beside)
      implements GraphIntent {

    /// Keeps a copy.
    public AskNode {
      beside = List.copyOf(beside);
    }

    /// A node that shall stand there.
    public AskNode(@Nullable PortEnd from, Point2D place, Point2D screen) {
      this(from, place, screen, List.of());
    }
  }

  /// A node got another title.
  ///
  /// @param node its key
  /// @param title not blank, and not the one it has
  record Rename(String node, String title) implements GraphIntent {}

  /// Nodes shall be muted, bypassed, or neither.
  ///
  /// @param nodes keys
  /// @param mode what they shall be
  record SetMode(List<String> nodes, NodeMode mode) implements GraphIntent {

    /// Keeps a copy.
    public SetMode {
      nodes = List.copyOf(nodes);
    }
  }

  /// Nodes shall be collapsed or full.
  ///
  /// @param nodes keys
  /// @param shape what they shall be
  record Collapse(List<String> nodes, NodeShape shape) implements GraphIntent {

    /// Keeps a copy.
    public Collapse {
      nodes = List.copyOf(nodes);
    }
  }

  /// A link got, lost, or has moved knots.
  ///
  /// @param link its key
  /// @param knots all of them, from source to target
  record SetKnots(String link, List<Point2D> knots) implements GraphIntent {

    /// Keeps a copy.
    public SetKnots {
      knots = List.copyOf(knots);
    }
  }

  /// A frame shall stand around nodes, notes and frames, which leave the frames they are in. It
  /// lies in the innermost frame that all of them are in.
  ///
  /// @param nodes keys, without those of nodes in the frames
  /// @param notes keys, without those of notes in the frames
  /// @param frames keys, without those of frames in the others
  /// @param bounds those of a frame that surrounds them
  record Group(List<String> nodes, List<String> notes, List<String> frames, Rectangle2D bounds)
      implements GraphIntent {

    /// Keeps copies.
    public Group {
      nodes = List.copyOf(nodes);
      notes = List.copyOf(notes);
      frames = List.copyOf(frames);
    }
  }

  /// Frames shall go, and what is in them stay, in the frames that they lie in.
  ///
  /// @param frames keys
  record Ungroup(List<String> frames) implements GraphIntent {

    /// Keeps a copy.
    public Ungroup {
      frames = List.copyOf(frames);
    }
  }

  /// A frame shall be open or folded.
  ///
  /// @param frame its key
  /// @param state what it shall be
  record FoldFrame(String frame, FrameState state) implements GraphIntent {}

  /// A frame got another title.
  ///
  /// @param frame its key
  /// @param title not blank, and not the one it has
  record RenameFrame(String frame, String title) implements GraphIntent {}

  /// A frame's edge or corner was dragged.
  ///
  /// @param frame its key
  /// @param bounds its new ones
  /// @param nodes keys of the nodes that are in it now
  /// @param notes keys of the notes that are in it now
  /// @param frames keys of the frames that lie in it now
  record ResizeFrame(
      String frame, Rectangle2D bounds, List<String> nodes, List<String> notes, List<String> frames)
      implements GraphIntent {

    /// Keeps copies.
    public ResizeFrame {
      nodes = List.copyOf(nodes);
      notes = List.copyOf(notes);
      frames = List.copyOf(frames);
    }
  }

  /// A note's edge or corner was dragged.
  ///
  /// @param note its key
  /// @param bounds its new ones
  record ResizeNote(String note, Rectangle2D bounds) implements GraphIntent {}

  /// A note is asked for.
  ///
  /// @param place its left top corner
  record AddNote(Point2D place) implements GraphIntent {}

  /// A note got another text.
  ///
  /// @param note its key
  /// @param text Markdown; may be empty
  record EditNote(String note, String text) implements GraphIntent {}

  /// A link in a note was clicked.
  ///
  /// @param address as the note has it
  record OpenAddress(String address) implements GraphIntent {}

  /// A node was double-clicked, or Enter pressed on it.
  ///
  /// @param node its key
  record Open(String node) implements GraphIntent {}

  /// What is at a port shall be seen in full: P was pressed on it.
  ///
  /// @param port which
  record Preview(PortEnd port) implements GraphIntent {}

  /// A menu is asked for: by the secondary button or the menu key.
  ///
  /// @param target of what
  /// @param place where
  /// @param screen the same point on the screen
  record ContextMenu(GraphTarget target, Point2D place, Point2D screen) implements GraphIntent {}

  /// Delete was pressed on what is selected. Of a frame that is folded, all that is in it is among
  /// the nodes, notes and frames; of one that is open, it stays, in the frame that that lay in.
  ///
  /// @param nodes keys of nodes
  /// @param links keys of links
  /// @param frames keys of frames
  /// @param notes keys of notes
  /// @param wires what becomes of the nodes' links
  record Delete(
      List<String> nodes, List<String> links, List<String> frames, List<String> notes, Wires wires)
      implements GraphIntent {

    /// Keeps copies.
    public Delete {
      nodes = List.copyOf(nodes);
      links = List.copyOf(links);
      frames = List.copyOf(frames);
      notes = List.copyOf(notes);
    }

    /// Of nodes with their links, and of links.
    public Delete(List<String> nodes, List<String> links) {
      this(nodes, links, List.of(), List.of(), Wires.DROP);
    }
  }
}
