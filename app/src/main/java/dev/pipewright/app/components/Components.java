package dev.pipewright.app.components;

import dev.pipewright.app.text.Ranking;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.PlainBinding;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The components that are installed, with their faces and the viewers of what they make.
public final class Components {

  private final ComponentRegistry registry;
  private final Map<String, NodeBinding> bindings = new HashMap<>();
  private final List<ArtifactViewer> viewers;

  /// These components. Of two bindings for the same component, or viewers for the same type and
  /// focus, the later is taken.
  public Components(
      ComponentRegistry registry, List<NodeBinding> bindings, List<ArtifactViewer> viewers) {
    this.registry = registry;
    bindings.forEach(binding -> this.bindings.put(binding.component(), binding));
    this.viewers = viewers.reversed();
  }

  /// Those on the class path. Takes a while: to be called off the JavaFX thread.
  public static Components load() {
    return new Components(
        ComponentRegistry.load(), services(NodeBinding.class), services(ArtifactViewer.class));
  }

  private static <T> List<T> services(Class<T> type) {
    return ServiceLoader.load(type).stream().map(ServiceLoader.Provider::get).toList();
  }

  /// The components by name.
  public ComponentRegistry registry() {
    return registry;
  }

  /// What a component says of itself; empty when it is not installed.
  public Optional<ComponentSpec> spec(String component) {
    return registry.find(component).map(Component::spec);
  }

  /// How well a component fits what a person has typed, as `Ranking` ranks its name; one that only
  /// says the words in its description fits worst.
  public static int rank(ComponentSpec spec, String typed) {
    int rank = Ranking.of(spec.name(), typed);
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return rank == Ranking.NONE && spec.doc().toLowerCase(Locale.ROOT).contains(wanted)
        ? Ranking.NONE - 1
        : rank;
  }

  /// The face of a component; the usual one where it has none of its own.
  public NodeBinding binding(String component) {
    NodeBinding own = bindings.get(component);
    return own == null ? new PlainBinding(component, style(component).icon()) : own;
  }

  /// Who shows artifacts of this type, all of one; empty when nobody does.
  public Optional<ArtifactViewer> viewer(ArtifactType type) {
    return viewer(type, Focus.WHOLE);
  }

  /// Who shows this of artifacts of a type; empty when nobody does.
  public Optional<ArtifactViewer> viewer(ArtifactType type, Focus focus) {
    return viewers.stream()
        .filter(viewer -> viewer.type().equals(type) && viewer.shows(focus))
        .findFirst();
  }

  /// How a component's category looks.
  public CategoryStyle style(String component) {
    return spec(component).map(s -> CategoryStyle.of(s.category())).orElse(CategoryStyle.CUSTOM);
  }
}
