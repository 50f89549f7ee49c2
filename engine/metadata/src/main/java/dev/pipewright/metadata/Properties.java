package dev.pipewright.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The properties of an artifact, an execution or a context.
///
/// @param declared those that its type declares
/// @param custom the others; one may have the name of a declared property
public record Properties(
    SortedMap<String, PropertyValue> declared, SortedMap<String, PropertyValue> custom) {

  /// No properties.
  public static final Properties NONE = new Properties(new TreeMap<>(), new TreeMap<>());

  public Properties {
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    custom = Collections.unmodifiableSortedMap(new TreeMap<>(custom));
  }

  /// Declared and custom properties.
  public static Properties of(
      Map<String, ? extends PropertyValue> declared, Map<String, ? extends PropertyValue> custom) {
    return new Properties(new TreeMap<>(declared), new TreeMap<>(custom));
  }

  /// Custom properties alone.
  public static Properties custom(Map<String, ? extends PropertyValue> custom) {
    return of(Map.of(), custom);
  }

  /// These properties, declared as far as the type does so with the value's own type, as TFX sorts
  /// them.
  public static Properties of(MetadataType type, Map<String, ? extends PropertyValue> values) {
    SortedMap<String, PropertyValue> declared = new TreeMap<>();
    SortedMap<String, PropertyValue> custom = new TreeMap<>();
    values.forEach(
        (name, value) -> (type.declares(name, value) ? declared : custom).put(name, value));
    return new Properties(declared, custom);
  }

  /// The property of this name, a declared one before a custom one.
  public Optional<PropertyValue> get(String name) {
    return Optional.ofNullable(declared.getOrDefault(name, custom.get(name)));
  }
}
