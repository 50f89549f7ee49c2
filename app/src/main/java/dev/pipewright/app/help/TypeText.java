package dev.pipewright.app.help;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page of a type of artifacts: what it is, its files, who makes it and who takes it.
final class TypeText {

  private static final Texts TEXTS = Texts.of(TypeText.class);

  private TypeText() {}

  /// The types of all ports.
  static List<String> names(List<ComponentSpec> all) {
    return List.copyOf(
        all.stream()
            .flatMap(
                spec ->
                    java.util.stream.Stream.concat(spec.inputs().stream(), spec.outputs().stream()))
            .filter(port -> port.typeParameter() == null)
            .map(port -> port.type().name())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  static String link(String type) {
    return "[" + type + "](type:" + type + ")";
  }

  /// The files of an artifact.
  static String files(String type) {
    return TEXTS.find("files." + type).orElseGet(() -> TEXTS.get("files.other"));
  }

  static String of(String type, List<ComponentSpec> all) {
    String makers = links(all, type, ComponentSpec::outputs);
    String takers = links(all, type, ComponentSpec::inputs);
    StringBuilder text = new StringBuilder();
    TEXTS.find("about." + type).ifPresent(words -> text.append(words).append("\n\n"));
    text.append(TEXTS.get("type.files", files(type))).append("\n\n");
    if (!makers.isEmpty()) {
      text.append("- ").append(TEXTS.get("type.makers", makers)).append('\n');
    }
    if (!takers.isEmpty()) {
      text.append("- ").append(TEXTS.get("type.takers", takers)).append('\n');
    }
    return text.toString();
  }

  private static String links(
      List<ComponentSpec> all, String type, Function<ComponentSpec, List<PortSpec>> ports) {
    return all.stream()
        .filter(spec -> ports.apply(spec).stream().anyMatch(p -> p.type().name().equals(type)))
        .map(spec -> "[" + spec.name() + "](component:" + spec.name() + ")")
        .collect(Collectors.joining(", "));
  }
}
