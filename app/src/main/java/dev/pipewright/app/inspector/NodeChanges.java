package dev.pipewright.app.inspector;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.runner.NodeHistory.Given;
import dev.pipewright.runner.NodeHistory.Past;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run gave a node otherwise than the run before: parameters, inputs, the component itself.
/// Knows no toolkit.
final class NodeChanges {

  private static final Texts TEXTS = Texts.of(NodeChanges.class);
  private static final int LONGEST = 40;

  private final List<String> lines = new ArrayList<>();
  private Map<String, String> references = Map.of();

  private NodeChanges() {}

  /// A line each change; none where all was the same.
  static List<String> of(Past now, Past before) {
    NodeChanges changes = new NodeChanges();
    Long seed = now.basis().seed();
    Long seedBefore = before.basis().seed();
    if (seed != null && seedBefore != null && !seed.equals(seedBefore)) {
      changes.lines.add(TEXTS.get("change.seed", text(seedBefore), text(seed)));
    }
    changes.references = now.basis().references();
    Set<String> names = new TreeSet<>(now.parameters().keySet());
    names.addAll(before.parameters().keySet());
    for (String name : names) {
      changes.value(name, before.parameters().get(name), now.parameters().get(name));
    }
    Set<String> ports = new LinkedHashSet<>(before.inputs().keySet());
    ports.addAll(now.inputs().keySet());
    for (String port : ports) {
      changes.input(
          port,
          before.inputs().getOrDefault(port, List.of()),
          now.inputs().getOrDefault(port, List.of()));
    }
    long version = now.basis().version();
    long versionBefore = before.basis().version();
    if (version != versionBefore && version > 0 && versionBefore > 0) {
      changes.lines.add(TEXTS.get("change.version", versionBefore, version));
    }
    return List.copyOf(changes.lines);
  }

  private void value(String path, @Nullable ParameterValue old, @Nullable ParameterValue now) {
    if (Objects.equals(old, now)) {
      return;
    }
    if (old instanceof Fields(var before) && now instanceof Fields(var after)) {
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      names.forEach(name -> value(path + "." + name, before.get(name), after.get(name)));
    } else {
      String reference = references.get(path);
      String name = reference == null ? path : TEXTS.get("change.reference", path, reference);
      lines.add(TEXTS.get("change.value", name, text(old), text(now)));
    }
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  private static String text(@Nullable ParameterValue value) {
    String text = value == null ? TEXTS.get("change.unset") : JsonText.compact(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /// What has the same content is the same, whoever made it.
  private void input(String port, List<Given> old, List<Given> now) {
    if (contents(old).equals(contents(now))) {
      return;
    }
    if (old.isEmpty() || now.isEmpty()) {
      String key = old.isEmpty() ? "change.linked" : "change.unlinked";
      lines.add(TEXTS.get(key, port, makers(old.isEmpty() ? now : old)));
    } else {
      lines.add(TEXTS.get("change.input", port, makers(now), ids(old), ids(now)));
    }
  }

  private static List<String> contents(List<Given> given) {
    return given.stream().map(each -> each.artifact().artifact().fingerprint()).toList();
  }

  private static String makers(List<Given> given) {
    return given.stream()
        .map(Given::maker)
        .filter(maker -> !maker.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String ids(List<Given> given) {
    return given.stream()
        .map(each -> "#" + each.artifact().artifact().id())
        .collect(Collectors.joining(", "));
  }
}
