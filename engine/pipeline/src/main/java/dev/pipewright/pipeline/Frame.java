package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.List;

/// A group of nodes, notes and other groups, drawn as a frame around them, or folded to one card.
///
/// @param id its name, unique among the frames
/// @param title what stands on it
/// @param color the name of its colour, as `data`: a component category's, in lower case; empty for
///   none in particular
/// @param area where it lies
/// @param state whether it is drawn around its nodes or as one card
/// @param outer the id of the frame that it lies in; empty for none
/// @param nodes the nodes in it, without those of frames in it; some may not be in the pipeline
/// @param notes the ids of the notes in it, without those of frames in it
/// @param other fields of the project file that this version does not know, to be written back
public record Frame(
    String id,
    String title,
    String color,
    Area area,
    State state,
    String outer,
    List<NodeId> nodes,
    List<String> notes,
    Fields other) {

  /// How a frame is drawn.
  public enum State {
    /// Around its nodes.
    OPEN,
    /// As one card with the ports that lead out of it.
    FOLDED,
  }

  public Frame {
    nodes = List.copyOf(nodes);
    notes = List.copyOf(notes);
  }

  /// An open frame around these nodes that lies in no other.
  public static Frame of(String id, String title, String color, Area area, List<NodeId> nodes) {
    return new Frame(id, title, color, area, State.OPEN, "", nodes, List.of(), Fields.EMPTY);
  }

  /// Whether it is drawn as one card.
  public boolean isFolded() {
    return state == State.FOLDED;
  }

  /// The same frame with another title.
  public Frame withTitle(String newTitle) {
    return new Frame(id, newTitle, color, area, state, outer, nodes, notes, other);
  }

  /// The same frame in another colour.
  public Frame withColor(String newColor) {
    return new Frame(id, title, newColor, area, state, outer, nodes, notes, other);
  }

  /// The same frame elsewhere, or of another size.
  public Frame withArea(Area newArea) {
    return new Frame(id, title, color, newArea, state, outer, nodes, notes, other);
  }

  /// The same frame, open or folded.
  public Frame withState(State newState) {
    return new Frame(id, title, color, area, newState, outer, nodes, notes, other);
  }

  /// The same frame in another frame; an empty id for in none.
  public Frame withOuter(String newOuter) {
    return new Frame(id, title, color, area, state, newOuter, nodes, notes, other);
  }

  /// The same frame around these nodes.
  public Frame withNodes(List<NodeId> newNodes) {
    return new Frame(id, title, color, area, state, outer, newNodes, notes, other);
  }

  /// The same frame around these notes.
  public Frame withNotes(List<String> newNotes) {
    return new Frame(id, title, color, area, state, outer, nodes, newNotes, other);
  }
}
