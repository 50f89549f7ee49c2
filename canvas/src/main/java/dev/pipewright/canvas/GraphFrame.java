package dev.pipewright.canvas;

import java.util.List;

/// A frame around nodes, notes and other frames.
///
/// @param key tells it from the other frames, for as long as it lives
/// @param title what stands in its title row
/// @param detail what stands beside the title, as how many nodes there are; may be empty
/// @param category a style class that sets the looked-up colour `-graph-category`
/// @param x the left edge in document pixels
/// @param y the top edge in document pixels
/// @param width how wide it is while open
/// @param height how high it is while open
/// @param nodes keys of the nodes in it, without those of frames in it; each is in one frame at
///   most
/// @param notes keys of the notes in it, without those of frames in it; each is in one frame at
///   most
/// @param state whether it shows them
/// @param outer the key of the frame that it lies in; empty for none
public record GraphFrame(
    String key,
    String title,
    String detail,
    String category,
    double x,
    double y,
    double width,
    double height,
    List<String> nodes,
    List<String> notes,
    FrameState state,
    String outer) {

  /// How high the title row is.
  public static final double TITLE = 28;

  /// The smallest width and height.
  public static final double LEAST = 80;

  /// @throws IllegalArgumentException when it has no size
  public GraphFrame {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(key + " is " + width + " by " + height);
    }
    nodes = List.copyOf(nodes);
    notes = List.copyOf(notes);
  }

  /// A frame that lies in no other.
  public GraphFrame(
      String key,
      String title,
      String detail,
      String category,
      double x,
      double y,
      double width,
      double height,
      List<String> nodes,
      List<String> notes,
      FrameState state) {
    this(key, title, detail, category, x, y, width, height, nodes, notes, state, "");
  }

  /// The same frame somewhere else; what is in it does not move by that.
  public GraphFrame at(double newX, double newY) {
    return in(newX, newY, width, height);
  }

  /// The same frame in other bounds.
  public GraphFrame in(double newX, double newY, double newWidth, double newHeight) {
    return new GraphFrame(
        key, title, detail, category, newX, newY, newWidth, newHeight, nodes, notes, state, outer);
  }

  /// The same frame with another title.
  public GraphFrame withTitle(String value) {
    return new GraphFrame(
        key, value, detail, category, x, y, width, height, nodes, notes, state, outer);
  }

  /// The same frame around other nodes and notes.
  public GraphFrame withMembers(List<String> newNodes, List<String> newNotes) {
    return new GraphFrame(
        key, title, detail, category, x, y, width, height, newNodes, newNotes, state, outer);
  }

  /// The same frame, open or folded.
  public GraphFrame withState(FrameState value) {
    return new GraphFrame(
        key, title, detail, category, x, y, width, height, nodes, notes, value, outer);
  }

  /// The same frame in another frame; an empty key for in none.
  public GraphFrame withOuter(String value) {
    return new GraphFrame(
        key, title, detail, category, x, y, width, height, nodes, notes, state, value);
  }
}
