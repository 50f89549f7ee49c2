package dev.pipewright.nodes.form;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.Reading;
import dev.pipewright.protos.tfmd.Feature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The names of the features that come to a node, as the schema that is linked to it has them: what
/// a Transform makes of them before what it takes. The node does not keep it alive.
final class Features {

  private static final String TRANSFORM_GRAPH = "transform_graph";
  private static final String SCHEMA = "schema";

  /// Parameters that name a feature, and lists of such.
  private static final Set<String> NAMING =
      Set.of("label_key", "feature_keys", "example_weight_key", "partition_feature_name");

  private final NodeModel model;
  private final Reading<List<String>> reading = new Reading<>(Features::read);
  private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
  private final InvalidationListener changed = _ -> update();

  Features(NodeModel model) {
    this.model = model;
    model.inputs().addListener(new WeakInvalidationListener(changed));
    reading.state().addListener(changed);
    update();
  }

  /// The names, in the order of the schema; none before there is a schema.
  ReadOnlyObjectProperty<List<String>> names() {
    return names.getReadOnlyProperty();
  }

  /// Whether a field's value is a feature's name.
  static boolean isName(FormField field) {
    return NAMING.contains(field.spec().name());
  }

  private void update() {
    Map<String, Path> folders = new LinkedHashMap<>(model.inputs().get());
    folders.keySet().retainAll(Set.of(TRANSFORM_GRAPH, SCHEMA));
    reading.read(folders);
    // A schema that cannot be read is told by its viewer: here one types, as ever.
    names.set(
        reading.state().get() instanceof Reading.Done<List<String>>(List<String> found)
            ? found
            : List.of());
  }

  private static List<String> read(Map<String, Path> folders) throws IOException {
    Path graph = folders.get(TRANSFORM_GRAPH);
    Path folder = graph == null ? folders.get(SCHEMA) : graph.resolve("transformed_metadata");
    return folder == null
        ? List.of()
        : SchemaText.read(folder.resolve(SchemaText.FILE_NAME)).getFeatureList().stream()
            .map(Feature::getName)
            .toList();
  }
}
