package dev.pipewright.app.compare;

import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.PipelineDiff.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row in the list of what differs.
sealed interface ChangeRow {

  /// The node that the row is about; empty for the pipeline as a whole.
  Optional<NodeId> node();

  /// What stands in the row, for a screen reader too.
  String words();

  /// A node that differs, or one that tells of the pipeline or its drawing.
  ///
  /// @param count how many rows are below it
  record Head(Optional<NodeId> node, Status status, String title, String detail, int count)
      implements ChangeRow {
    @Override
    public String words() {
      return detail.isEmpty() ? title : title + ", " + detail;
    }
  }

  /// Something that has another value.
  ///
  /// @param before the earlier value in full, or null where it was not set
  /// @param after the later value in full, or null where it is not set
  record Value(
      Optional<NodeId> node,
      String name,
      String brief,
      @Nullable String before,
      @Nullable String after)
      implements ChangeRow {
    @Override
    public String words() {
      return brief;
    }
  }

  /// A note or a group that was added, removed or changed.
  ///
  /// @param at what it is on the canvas
  /// @param title its first words
  /// @param before its earlier text in full, or null where it was not there
  /// @param after its later text in full, or null where it is not there
  record Drawn(
      GraphTarget at,
      Status status,
      String title,
      String words,
      @Nullable String before,
      @Nullable String after)
      implements ChangeRow {
    @Override
    public Optional<NodeId> node() {
      return Optional.empty();
    }
  }

  /// A link that was added or removed.
  record Wire(NodeId at, Link link, Status status, String words) implements ChangeRow {
    @Override
    public Optional<NodeId> node() {
      return Optional.of(at);
    }
  }

  /// Something that words say in full.
  record Note(Optional<NodeId> node, String words) implements ChangeRow {}
}
