package dev.pipewright.pipeline.component;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/// The components there are, by name.
public final class ComponentRegistry {

  private final SortedMap<String, Component> components;

  private ComponentRegistry(SortedMap<String, Component> components) {
    this.components = components;
  }

  /// Those that the class path offers as services.
  public static ComponentRegistry load() {
    return of(
        ServiceLoader.load(Component.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /// These.
  ///
  /// @throws IllegalStateException when two have one name
  public static ComponentRegistry of(List<Component> components) {
    SortedMap<String, Component> byName = new TreeMap<>();
    for (Component component : components) {
      String name = component.spec().name();
      Component other = byName.put(name, component);
      if (other != null) {
        throw new IllegalStateException(
            name + " is both " + other.getClass() + " and " + component.getClass());
      }
    }
    return new ComponentRegistry(Collections.unmodifiableSortedMap(byName));
  }

  /// The component of this name.
  public Optional<Component> find(String name) {
    return Optional.ofNullable(components.get(name));
  }

  /// The specs of all, by name.
  public List<ComponentSpec> specs() {
    return components.values().stream().map(Component::spec).toList();
  }

  /// The names of all, sorted.
  public List<String> names() {
    return List.copyOf(components.keySet());
  }
}
