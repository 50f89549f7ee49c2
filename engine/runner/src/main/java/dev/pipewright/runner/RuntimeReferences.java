package dev.pipewright.runner;

import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which parameters of a node had their values from runtime parameters, as an execution keeps it.
final class RuntimeReferences {

  private static final String PROPERTY = PropertyMapping.OWN + "runtime_parameters";

  private RuntimeReferences() {}

  /// Keeps what a node's parameters refer to; nothing where none does.
  static void keep(Fields parameters, Map<String, PropertyValue> properties) {
    SortedMap<String, ParameterValue> found = new TreeMap<>();
    find("", parameters, found);
    if (!found.isEmpty()) {
      properties.put(PROPERTY, PropertyValue.of(JsonText.compact(ParameterValue.of(found))));
    }
  }

  private static void find(
      String path, ParameterValue value, SortedMap<String, ParameterValue> found) {
    switch (value) {
      case RuntimeReference(String name) -> found.put(path, ParameterValue.of(name));
      case Fields(var fields) ->
          fields.forEach(
              (name, each) -> find(path.isEmpty() ? name : path + "." + name, each, found));
      case Items(List<ParameterValue> items) -> items.forEach(each -> find(path, each, found));
      default -> {}
    }
  }

  /// The runtime parameter by the path of the parameter.
  static SortedMap<String, String> read(Map<String, PropertyValue> properties) {
    SortedMap<String, String> references = new TreeMap<>();
    if (properties.get(PROPERTY) instanceof PropertyValue.Text(String json)) {
      try {
        if (JsonText.parse(json) instanceof Fields(var fields)) {
          fields.forEach(
              (path, name) -> {
                if (name instanceof Text(String text)) {
                  references.put(path, text);
                }
              });
        }
      } catch (ProjectException e) {
        return references; // Somebody else's property of this name.
      }
    }
    return references;
  }
}
