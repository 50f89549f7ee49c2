package dev.pipewright.runner.root;

import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.Locale;
import java.util.Set;

/// Names that others gave, as names that nodes, ports and components can have here.
final class NodeNames {

  private static final int LONGEST = 90;

  private NodeNames() {}

  /// A node's name: the given one where it can be one and is free, else one like it.
  ///
  /// @param taken names in lower case; the new one is added
  static NodeId free(String given, Set<String> taken) {
    String plain = given.replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("\\.+$", "");
    String valid = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "n" + plain : plain;
    String start = valid.substring(0, Math.min(valid.length(), LONGEST));
    String name = start;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = start + i;
    }
    return new NodeId(name);
  }

  static String port(String given) {
    return given.isBlank() ? "_" : given.replace('.', '_');
  }

  /// `Trainer` of `tfx.components.trainer.component.Trainer`.
  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /// The component of executions of a type: the installed one that TFX calls so, or who runs
  /// pipelines of ours; for one of somebody's own the whole type, less Python's `__main__`.
  static String component(String type, ComponentRegistry registry) {
    String simple = simple(type);
    boolean isKnown =
        registry.find(simple).isPresent()
            && (type.equals(simple)
                || type.startsWith("tfx.")
                || TfxTypes.execution(simple).name().equals(type));
    String bare = type.startsWith("__main__.") ? simple : type;
    return isKnown || type.startsWith("tfx.") || bare.isBlank() ? simple : bare;
  }
}
