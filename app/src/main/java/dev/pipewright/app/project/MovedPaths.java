package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the relative paths of a project that moves to another folder on the data they lead to. A
/// folder that is written to stays relative to the project, as its runs do.
final class MovedPaths {

  private final Path from;
  private final @Nullable Path to;
  private final Set<String> references = new HashSet<>();

  private MovedPaths(Path from, @Nullable Path to) {
    this.from = from;
    this.to = to;
  }

  /// What is to be changed in a document that moves; an empty sequence for nothing.
  ///
  /// @param from the folder that its paths are relative to
  /// @param to the folder that they are to be relative to
  static Edit.Sequence edits(Pipeline document, ComponentRegistry registry, Path from, Path to) {
    if (from.equals(to)) {
      return new Edit.Sequence(List.of());
    }
    return new MovedPaths(from, to).edits(document, registry);
  }

  /// A document that belongs nowhere yet, whose paths lead to the same data from everywhere.
  ///
  /// @param from the folder that its paths are relative to
  static Pipeline absolute(Pipeline document, ComponentRegistry registry, Path from) {
    return new MovedPaths(from, null).edits(document, registry).apply(document);
  }

  private Edit.Sequence edits(Pipeline document, ComponentRegistry registry) {
    List<Edit> edits = new ArrayList<>();
    for (Node node : document.nodes()) {
      registry
          .find(node.component())
          .ifPresent(found -> addEdits(node, found.spec().parameters(), edits));
    }
    document.parameters().stream()
        .filter(parameter -> references.contains(parameter.name()))
        .flatMap(parameter -> edit(parameter).stream())
        .forEach(edits::add);
    return new Edit.Sequence(edits);
  }

  private void addEdits(Node node, List<ParameterSpec> specs, List<Edit> edits) {
    for (ParameterSpec spec : specs) {
      node.parameters()
          .get(spec.name())
          .flatMap(value -> changed(value, moved(spec.type(), value)))
          .ifPresent(value -> edits.add(new Edit.SetParameter(node.id(), spec.name(), value)));
    }
  }

  private static Optional<ParameterValue> changed(ParameterValue before, ParameterValue after) {
    return before.equals(after) ? Optional.empty() : Optional.of(after);
  }

  /// The default of a runtime parameter that stands for a path.
  private Optional<Edit> edit(RuntimeParameter parameter) {
    return parameter.defaultValue() instanceof Text(String path)
        ? changed(parameter.defaultValue(), new Text(moved(path)))
            .map(
                value ->
                    new Edit.SetRuntimeParameter(
                        new RuntimeParameter(
                            parameter.name(),
                            parameter.kind(),
                            value,
                            parameter.doc(),
                            parameter.other())))
        : Optional.empty();
  }

  private ParameterValue moved(ParameterType type, ParameterValue value) {
    return switch (type) {
      case PathName path when path.role() != PathName.Role.OUTPUT_FOLDER -> movedPath(value);
      case ParameterType.ListOf(var element) when value instanceof Items(var items) ->
          new Items(items.stream().map(item -> moved(element, item)).toList());
      case ParameterType.MapOf(var element) when value instanceof Fields fields -> {
        SequencedMap<String, ParameterValue> moved = new LinkedHashMap<>();
        fields.values().forEach((name, inner) -> moved.put(name, moved(element, inner)));
        yield new Fields(moved);
      }
      case ParameterType.Struct(var specs) when value instanceof Fields fields -> {
        Fields moved = fields;
        for (ParameterSpec spec : specs) {
          Optional<ParameterValue> inner = fields.get(spec.name());
          if (inner.isPresent()) {
            moved = moved.with(spec.name(), moved(spec.type(), inner.get()));
          }
        }
        yield moved;
      }
      default -> value;
    };
  }

  private ParameterValue movedPath(ParameterValue value) {
    if (value instanceof RuntimeReference(String name)) {
      references.add(name);
    }
    return value instanceof Text(String path) ? new Text(moved(path)) : value;
  }

  private String moved(String text) {
    try {
      Path path = Path.of(text);
      if (text.isEmpty() || text.contains("://") || path.isAbsolute()) {
        return text;
      }
      Path target = from.resolve(path).normalize();
      return (to == null ? target : to.relativize(target)).toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      return text; // No path: the checks say so.
    } catch (IllegalArgumentException e) {
      return from.resolve(text).normalize().toString(); // On another drive.
    }
  }
}
