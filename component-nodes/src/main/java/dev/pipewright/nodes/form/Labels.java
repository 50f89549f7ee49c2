package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How parameters are called on screen: TFX's names, written as words, unless the bundle has
/// better.
final class Labels {

  /// What a button of half the panel has room for.
  private static final int LONGEST = 18;

  private final String component;

  Labels(String component) {
    this.component = component;
  }

  /// What stands before the control.
  String of(FormField field) {
    String path = field.path().replaceAll("\\[\\d+]", "");
    return Messages.find("label." + component + "." + path)
        .orElseGet(() -> words(field.spec().name()));
  }

  /// What the button that adds an item says.
  String add(ListField field) {
    String words = of(field).toLowerCase(Locale.ROOT);
    boolean isNamed = words.endsWith("s") && !words.endsWith("ss") && words.length() <= LONGEST;
    return isNamed
        ? Messages.text("add.named", words.substring(0, words.length() - 1))
        : Messages.text("add");
  }

  /// What an item of the list is called, as `Metric 2`.
  String item(ListField field, int index) {
    String words = of(field);
    String one =
        words.endsWith("s") && !words.endsWith("ss")
            ? words.substring(0, words.length() - 1)
            : words;
    return one + " " + (index + 1);
  }

  /// The help of a parameter: what it does, its default, its name in the project file.
  static String help(FormField field) {
    ParameterSpec spec = field.spec();
    String unset =
        Optional.ofNullable(spec.defaultValue())
            .map(v -> ValueText.format(spec.type(), v))
            .filter(text -> text.length() < 60 && !text.contains("\n"))
            .map(text -> "\n" + Messages.text("help.default", text))
            .orElse("");
    return spec.doc() + range(spec.type()) + unset + "\n" + field.path();
  }

  private static String range(ParameterType type) {
    String range =
        switch (type) {
          case ParameterType.Int(long min, long max) -> Ranges.whole(min, max);
          case ParameterType.Real(double min, double max) -> Ranges.real(min, max);
          default -> "";
        };
    return range.isEmpty() ? "" : "\n" + Messages.text("help.range", range.strip());
  }

  /// Whether the field is one that a person who types this looks for: by its label, its name in the
  /// project file, or its help.
  boolean isFound(FormField field, String typed) {
    return Stream.of(of(field), field.path(), field.spec().doc())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed));
  }

  /// `num_steps` as `Num steps`.
  static String words(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
