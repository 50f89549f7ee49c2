package dev.pipewright.app.shell;

import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which pipelines of a root that has several were open, as the settings keep it: who opens the
/// window again is not asked again.
final class ShownPipelines {

  private static final String FIELD = "pipelines";

  private final Map<Path, List<String>> kept = new LinkedHashMap<>();

  ShownPipelines(Fields settings) {
    if (settings.get(FIELD).orElse(null) instanceof Fields(var roots)) {
      roots.forEach((root, names) -> kept.put(Path.of(root), texts(names)));
    }
  }

  private static List<String> texts(ParameterValue names) {
    return names instanceof Items(List<ParameterValue> items)
        ? items.stream()
            .flatMap(item -> item instanceof Text(String text) ? Stream.of(text) : Stream.empty())
            .toList()
        : List.of();
  }

  /// Those of a root that were open and are still there: once, for who opens it by hand later is
  /// asked.
  List<String> take(Path root, List<String> found) {
    List<String> names = kept.remove(root);
    return names == null ? List.of() : names.stream().filter(found::contains).toList();
  }

  /// The settings with what is open now.
  static Fields write(Fields settings, Stream<PipelineTab> tabs) {
    Map<String, List<ParameterValue>> open = new TreeMap<>();
    tabs.forEach(
        tab -> {
          OpenRoot root = tab.root();
          if (root != null) {
            open.computeIfAbsent(root.root().opened().toString(), path -> new ArrayList<>())
                .add(new Text(root.pipeline()));
          }
        });
    Map<String, ParameterValue> fields = new TreeMap<>();
    open.forEach((path, names) -> fields.put(path, new Items(names)));
    return fields.isEmpty()
        ? settings.without(FIELD)
        : settings.with(FIELD, ParameterValue.of(fields));
  }
}
