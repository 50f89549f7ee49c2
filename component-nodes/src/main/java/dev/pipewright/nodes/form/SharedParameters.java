package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What parameters several nodes share, what values they have in common, and what becomes of each
/// node's own when the common ones change.
final class SharedParameters {

  private SharedParameters() {}

  /// The parameters that all components have under one name and of one type, in the order of the
  /// first; without a default where defaults differ.
  static List<ParameterSpec> of(List<ComponentSpec> components) {
    return components.getFirst().parameters().stream()
        .flatMap(first -> shared(first, components).stream())
        .toList();
  }

  private static Optional<ParameterSpec> shared(
      ParameterSpec first, List<ComponentSpec> components) {
    List<ParameterSpec> specs =
        components.stream()
            .flatMap(component -> component.parameter(first.name()).stream())
            .filter(spec -> spec.type().equals(first.type()) && spec.unit().equals(first.unit()))
            .toList();
    if (specs.size() < components.size()) {
      return Optional.empty();
    }
    boolean isSameDefault =
        specs.stream().allMatch(s -> Objects.equals(s.defaultValue(), first.defaultValue()));
    boolean isRequired = specs.stream().allMatch(ParameterSpec::isRequired);
    return Optional.of(
        new ParameterSpec(
            first.name(),
            first.type(),
            isSameDefault ? first.defaultValue() : null,
            isRequired,
            first.unit(),
            first.doc()));
  }

  /// What all have in common: `Mixed` stands where they differ, as deep in objects as can be.
  static Fields common(List<ParameterSpec> specs, List<Fields> all) {
    Fields common = Fields.EMPTY;
    for (ParameterSpec spec : specs) {
      ParameterValue value = common(spec, all.stream().map(f -> f.get(spec.name())).toList());
      if (value != null) {
        common = common.with(spec.name(), value);
      }
    }
    return common;
  }

  private static @Nullable ParameterValue common(
      ParameterSpec spec, List<Optional<ParameterValue>> all) {
    if (all.stream().distinct().count() == 1) {
      return all.getFirst().orElse(null);
    }
    if (spec.type() instanceof ParameterType.Struct struct
        && !StructField.isSwitched(spec, struct)) {
      List<Fields> objects = all.stream().flatMap(v -> object(spec, v).stream()).toList();
      if (objects.size() == all.size()) {
        return common(struct.fields(), objects);
      }
    }
    return Mixed.VALUE;
  }

  private static Optional<Fields> object(ParameterSpec spec, Optional<ParameterValue> value) {
    ParameterValue effective =
        value.or(() -> Optional.ofNullable(spec.defaultValue())).orElse(Fields.EMPTY);
    return effective instanceof Fields fields ? Optional.of(fields) : Optional.empty();
  }

  /// What a node's own value becomes when the common one changes.
  ///
  /// @param own the node's value; null where it has none
  /// @param before the common one
  /// @param after what it is changed to
  static ParameterValue changed(
      ParameterSpec spec,
      @Nullable ParameterValue own,
      @Nullable ParameterValue before,
      ParameterValue after) {
    if (spec.type() instanceof ParameterType.Struct struct
        && before instanceof Fields old
        && after instanceof Fields now) {
      return object(spec, Optional.ofNullable(own))
          .map(fields -> (ParameterValue) changed(struct, fields, old, now))
          .orElse(after);
    }
    return after;
  }

  private static Fields changed(ParameterType.Struct struct, Fields own, Fields old, Fields now) {
    SequencedSet<String> names = new LinkedHashSet<>(old.values().keySet());
    names.addAll(now.values().keySet());
    Fields result = own;
    for (String name : names) {
      ParameterValue before = old.values().get(name);
      ParameterValue after = now.values().get(name);
      if (after == null) {
        result = result.without(name);
      } else if (!after.equals(before)) {
        ParameterValue mine = result.values().get(name);
        result =
            result.with(
                name,
                struct.fields().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .map(f -> changed(f, mine, before, after))
                    .orElse(after));
      }
    }
    return result;
  }
}
