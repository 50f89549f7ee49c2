package dev.pipewright.app.find;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a pipeline that has a text.
sealed interface Spot {

  Texts TEXTS = Texts.of(Spot.class);

  /// What stands there.
  String text();

  /// What the place is called, as `train_args.num_steps`.
  String label();

  /// The node that it is of; empty for one of the pipeline or the canvas.
  default Optional<NodeId> node() {
    return Optional.empty();
  }

  /// The field of the node, as problems name it; empty for none.
  default String field() {
    return "";
  }

  /// The name of a node.
  record NodeName(NodeId id) implements Spot {
    @Override
    public String text() {
      return id.value();
    }

    @Override
    public String label() {
      return TEXTS.get("spot.node");
    }

    @Override
    public Optional<NodeId> node() {
      return Optional.of(id);
    }
  }

  /// The name of a parameter, or of a field within one.
  ///
  /// @param value what it has, in words
  record Name(NodeId id, String field, String text, String value) implements Spot {
    @Override
    public String label() {
      return value;
    }

    @Override
    public Optional<NodeId> node() {
      return Optional.of(id);
    }
  }

  /// A way from a value to one within it.
  sealed interface Step {
    /// To a field of an object.
    record Into(String name) implements Step {}

    /// To an item of a list.
    record At(int index) implements Step {}
  }

  /// A value that has no others within it.
  ///
  /// @param id the node, or null for the default of a runtime parameter
  /// @param parameter whose value it is, or is within
  record Value(@Nullable NodeId id, String parameter, List<Step> path, ParameterValue leaf)
      implements Spot {

    public Value {
      path = List.copyOf(path);
    }

    @Override
    public String text() {
      return switch (leaf) {
        case ParameterValue.Text(String text) -> text;
        case ParameterValue.RuntimeReference(String name) -> name;
        default -> JsonText.compact(leaf);
      };
    }

    @Override
    public String label() {
      return id == null ? "${" + field() + "}" : field();
    }

    @Override
    public Optional<NodeId> node() {
      return Optional.ofNullable(id);
    }

    @Override
    public String field() {
      StringBuilder field = new StringBuilder(parameter);
      for (Step step : path) {
        switch (step) {
          case Step.Into(String name) -> field.append('.').append(name);
          case Step.At(int index) -> field.append('[').append(index).append(']');
        }
      }
      return field.toString();
    }
  }

  /// When a node runs.
  record Condition(NodeId id, String text) implements Spot {
    @Override
    public String label() {
      return TEXTS.get("spot.condition");
    }

    @Override
    public Optional<NodeId> node() {
      return Optional.of(id);
    }

    @Override
    public String field() {
      return "condition";
    }
  }

  /// The name of the pipeline.
  record PipelineName(String text) implements Spot {
    @Override
    public String label() {
      return TEXTS.get("spot.pipeline");
    }
  }

  /// The name of a runtime parameter.
  record RuntimeName(String text) implements Spot {
    @Override
    public String label() {
      return TEXTS.get("spot.runtime");
    }
  }

  /// What a runtime parameter is for.
  record RuntimeDoc(String name, String text) implements Spot {
    @Override
    public String label() {
      return "${" + name + "}";
    }
  }

  /// The title of a frame.
  record FrameTitle(String id, String text) implements Spot {
    @Override
    public String label() {
      return TEXTS.get("spot.frame");
    }
  }

  /// The text of a note.
  record NoteText(String id, String text) implements Spot {
    @Override
    public String label() {
      return TEXTS.get("spot.note");
    }
  }
}
