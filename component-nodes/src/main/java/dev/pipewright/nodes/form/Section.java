package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A part of the form that can be folded.
///
/// @param title its title
/// @param fields what stands in it, in order
record Section(String title, List<FormField> fields) {

  /// Sections made by hand: a title's key in the bundle, and the paths below it.
  private static final Map<String, SequencedMap<String, List<String>>> BY_COMPONENT =
      Map.of("Trainer", trainer());

  Section {
    fields = List.copyOf(fields);
  }

  /// The sections of a component's form. Where nobody said better: what is short first, under one
  /// title, then a section each object and list.
  static List<Section> of(String component, FormViewModel form) {
    SequencedMap<String, List<String>> byHand =
        hasAll(component, form)
            ? BY_COMPONENT.getOrDefault(component, new LinkedHashMap<>())
            : new LinkedHashMap<>();
    List<Section> sections = new ArrayList<>();
    byHand.forEach(
        (key, paths) ->
            sections.add(
                new Section(Messages.text(key), paths.stream().map(form::field).toList())));
    List<String> placed = byHand.values().stream().flatMap(List::stream).toList();
    List<FormField> rest = new ArrayList<>();
    form.fields().forEach(f -> collect(f, placed, rest));
    sections.addAll(bySpec(component, rest));
    return sections;
  }

  /// A node that another program ran has the parameters alone that it was given.
  private static boolean hasAll(String component, FormViewModel form) {
    return BY_COMPONENT.getOrDefault(component, new LinkedHashMap<>()).values().stream()
        .flatMap(List::stream)
        .map(path -> path.split("\\.", 2)[0])
        .allMatch(name -> form.fields().stream().anyMatch(f -> f.path().equals(name)));
  }

  private static SequencedMap<String, List<String>> trainer() {
    SequencedMap<String, List<String>> sections = new LinkedHashMap<>();
    sections.put("section.model", List.of("model"));
    sections.put("section.optimizer", List.of("optimizer"));
    sections.put("section.objective", List.of("label_key", "loss", "metrics"));
    sections.put(
        "section.steps",
        List.of(
            "train_args.num_steps",
            "eval_args.num_steps",
            "train_batch_size",
            "eval_batch_size",
            "steps_per_epoch",
            "shuffle"));
    sections.put("section.stopping", List.of("early_stopping"));
    sections.put("section.checkpoints", List.of("save_checkpoints_secs", "update_freq"));
    sections.put("section.splits", List.of("train_args.splits", "eval_args.splits"));
    return sections;
  }

  /// Adds the field, or those of its fields, that have no place yet.
  private static void collect(FormField field, List<String> placed, List<FormField> rest) {
    String path = field.path();
    if (placed.contains(path)) {
      return;
    }
    if (placed.stream().anyMatch(p -> p.startsWith(path + "."))) {
      field.children().forEach(child -> collect(child, placed, rest));
    } else {
      rest.add(field);
    }
  }

  private static List<Section> bySpec(String component, List<FormField> fields) {
    Labels labels = new Labels(component);
    List<Section> sections = new ArrayList<>();
    List<FormField> simple = fields.stream().filter(f -> !isLarge(f)).toList();
    if (!simple.isEmpty()) {
      sections.add(new Section(Messages.text("section.parameters"), simple));
    }
    fields.stream()
        .filter(Section::isLarge)
        .forEach(f -> sections.add(new Section(labels.of(f), List.of(f))));
    return sections;
  }

  private static boolean isLarge(FormField field) {
    return field instanceof StructField
        || field instanceof MapField
        || field instanceof ListField list && list.element() instanceof ParameterType.Struct;
  }
}
