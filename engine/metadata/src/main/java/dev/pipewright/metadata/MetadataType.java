package dev.pipewright.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A type of artifacts, executions or contexts. Putting something of a type that the store lacks
/// adds the type; [TfxTypes] has those of TFX.
///
/// @param kind what it is a type of
/// @param name its name, unique within the kind
/// @param properties the declared properties
/// @param base the system type that it extends, if any
public record MetadataType(
    Kind kind, String name, SortedMap<String, PropertyType> properties, @Nullable BaseType base) {

  /// What a type is of. The order is that of the numbers which the store holds.
  public enum Kind {
    /// A type of executions.
    EXECUTION,
    /// A type of artifacts.
    ARTIFACT,
    /// A type of contexts.
    CONTEXT
  }

  public MetadataType {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a type needs a name");
    }
    if (base != null && base.kind() != kind) {
      throw new IllegalArgumentException(name + " cannot extend " + base);
    }
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /// A type that declares nothing.
  public static MetadataType of(Kind kind, String name) {
    return of(kind, name, Map.of());
  }

  /// A type with declared properties.
  public static MetadataType of(Kind kind, String name, Map<String, PropertyType> properties) {
    return new MetadataType(kind, name, new TreeMap<>(properties), null);
  }

  /// The same type as an extension of a system type.
  public MetadataType extending(BaseType newBase) {
    return new MetadataType(kind, name, properties, newBase);
  }

  boolean declares(String property, PropertyValue value) {
    return properties.get(property) == value.type();
  }

  void check(Kind wanted, Properties values) {
    if (kind != wanted) {
      throw new IllegalArgumentException(name + " is no type of " + wanted);
    }
    values
        .declared()
        .forEach(
            (property, value) -> {
              if (!declares(property, value)) {
                throw new IllegalArgumentException(
                    name + " declares no " + value.type() + " " + property);
              }
            });
  }
}
