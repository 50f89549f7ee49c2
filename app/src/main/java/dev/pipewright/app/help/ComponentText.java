package dev.pipewright.app.help;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// The page of a component, drawn from its spec.
final class ComponentText {

  private static final Texts TEXTS = Texts.of(ComponentText.class);
  private static final int LONG = 60;

  private final ComponentSpec spec;
  private final List<ComponentSpec> all;
  private final StringBuilder text = new StringBuilder();

  private ComponentText(ComponentSpec spec, List<ComponentSpec> all) {
    this.spec = spec;
    this.all = all;
  }

  /// @param all the components there are, for those that it goes with
  static String of(ComponentSpec spec, List<ComponentSpec> all) {
    return new ComponentText(spec, all).write();
  }

  private String write() {
    line(spec.doc());
    line("");
    line(TEXTS.get("component.line", CategoryStyle.of(spec.category()).title(), spec.version()));
    inputs();
    outputs();
    parameters();
    example();
    neighbours();
    return text.toString();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void heading(String key) {
    line("");
    line("## " + TEXTS.get(key));
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void head(String... keys) {
    row(java.util.Arrays.stream(keys).map(TEXTS::get).toArray(String[]::new));
    line("|" + "---|".repeat(keys.length));
  }

  private static String cell(String words) {
    return words.replace("|", "\\|").replace("\n", " ");
  }

  private void inputs() {
    heading("inputs");
    if (spec.inputs().isEmpty()) {
      line(TEXTS.get("inputs.none"));
      return;
    }
    head("head.name", "head.type", "head.links", "head.what");
    spec.inputs()
        .forEach(
            port ->
                row(
                    code(port.name()),
                    type(port),
                    TEXTS.get("arity." + port.arity()),
                    cell(port.doc())));
  }

  private void outputs() {
    heading("outputs");
    if (spec.outputs().isEmpty()) {
      line(TEXTS.get("outputs.none"));
      return;
    }
    head("head.name", "head.type", "head.what");
    spec.outputs().forEach(port -> row(code(port.name()), type(port), cell(port.doc())));
    line("");
    line(TEXTS.get("outputs.where"));
    spec.outputs().stream()
        .filter(port -> port.typeParameter() == null)
        .forEach(
            port -> line("- " + code(port.name()) + ": " + TypeText.files(port.type().name())));
  }

  private static String code(String words) {
    return "`" + words + "`";
  }

  private static String type(PortSpec port) {
    String parameter = port.typeParameter();
    return parameter == null ? TypeText.link(port.type().name()) : TEXTS.get("type.by", parameter);
  }

  private void parameters() {
    heading("parameters");
    if (spec.parameters().isEmpty()) {
      line(TEXTS.get("parameters.none"));
      return;
    }
    head("head.name", "head.values", "head.default", "head.what");
    spec.parameters().forEach(parameter -> parameter("", parameter));
  }

  private void parameter(String path, ParameterSpec parameter) {
    String name = path + parameter.name();
    String unit = parameter.unit().isEmpty() ? "" : ", " + parameter.unit();
    row(code(name), cell(values(parameter.type()) + unit), usual(parameter), cell(parameter.doc()));
    fields(name, parameter.type());
  }

  private void fields(String path, ParameterType type) {
    switch (type) {
      case ParameterType.Struct(var fields) ->
          fields.forEach(field -> parameter(path + ".", field));
      case ParameterType.ListOf(var element) -> fields(path + "[]", element);
      case ParameterType.MapOf(var value) -> fields(path + ".*", value);
      default -> {}
    }
  }

  private static String usual(ParameterSpec parameter) {
    ParameterValue value = parameter.defaultValue();
    if (value == null) {
      return TEXTS.get(parameter.isRequired() ? "required" : "optional");
    }
    String written = JsonText.compact(value);
    return written.length() > LONG ? TEXTS.get("default.long") : code(cell(written));
  }

  private static String values(ParameterType type) {
    return switch (type) {
      case ParameterType.Int(long min, long max) ->
          TEXTS.get("values.Int")
              + range(
                  min > Integer.MIN_VALUE ? Long.toString(min) : "",
                  max < Integer.MAX_VALUE ? Long.toString(max) : "");
      case ParameterType.Real(double min, double max) ->
          TEXTS.get("values.Real")
              + range(
                  min > -Double.MAX_VALUE ? number(min) : "",
                  max < Double.MAX_VALUE ? number(max) : "");
      case ParameterType.Choice(var options) ->
          options.stream().map(ComponentText::code).collect(Collectors.joining(", "));
      case ParameterType.PathName(var role) -> TEXTS.get("values." + role);
      case ParameterType.ListOf(var element) -> TEXTS.get("values.ListOf", values(element));
      case ParameterType.MapOf(var value) -> TEXTS.get("values.MapOf", values(value));
      default -> TEXTS.get("values." + type.getClass().getSimpleName());
    };
  }

  private static String number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }

  private static String range(String min, String max) {
    if (min.isEmpty()) {
      return max.isEmpty() ? "" : " " + TEXTS.get("range.most", max);
    }
    return " "
        + (max.isEmpty() ? TEXTS.get("range.least", min) : TEXTS.get("range.both", min, max));
  }

  /// A node of a project file, with what must be there.
  private void example() {
    heading("example");
    Fields node =
        Fields.EMPTY
            .with("id", ParameterValue.of(spec.name()))
            .with("component", ParameterValue.of(spec.name()));
    Fields inputs = Fields.EMPTY;
    for (PortSpec port : spec.inputs()) {
      String maker = maker(port);
      if (port.arity() != PortSpec.Arity.OPTIONAL && !maker.isEmpty()) {
        inputs = inputs.with(port.name(), ParameterValue.of(maker));
      }
    }
    Fields parameters = Fields.EMPTY;
    for (ParameterSpec parameter : spec.parameters()) {
      if (parameter.isRequired()) {
        parameters = parameters.with(parameter.name(), sample(parameter.type()));
      }
    }
    node = inputs.values().isEmpty() ? node : node.with("inputs", inputs);
    node = parameters.values().isEmpty() ? node : node.with("parameters", parameters);
    line("```json");
    line(JsonText.pretty(node).strip());
    line("```");
  }

  private String maker(PortSpec input) {
    return all.stream()
        .filter(other -> !other.name().equals(spec.name()))
        .flatMap(
            other ->
                other.outputs().stream()
                    .filter(output -> output.type().equals(input.type()))
                    .filter(output -> output.typeParameter() == null)
                    .map(output -> other.name() + "." + output.name()))
        .findFirst()
        .orElse("");
  }

  private static ParameterValue sample(ParameterType type) {
    return switch (type) {
      case ParameterType.Bool() -> ParameterValue.of(true);
      case ParameterType.Int(long min, long max) -> ParameterValue.of(Math.clamp(1, min, max));
      case ParameterType.Real(double min, double max) ->
          ParameterValue.of(Math.clamp(0.5, min, max));
      case ParameterType.Choice(var options) -> ParameterValue.of(options.getFirst());
      case ParameterType.PathName(var role) ->
          ParameterValue.of(role == ParameterType.PathName.Role.INPUT_FILE ? "file" : "data");
      case ParameterType.ListOf(var element) -> ParameterValue.of(List.of(sample(element)));
      case ParameterType.Struct(var fields) -> {
        Fields made = Fields.EMPTY;
        for (ParameterSpec field : fields) {
          made = field.isRequired() ? made.with(field.name(), sample(field.type())) : made;
        }
        yield made;
      }
      default -> type instanceof ParameterType.Text ? ParameterValue.of("…") : Fields.EMPTY;
    };
  }

  /// What is made elsewhere of the types that it takes, and who takes what it makes.
  private void neighbours() {
    String before = linked((mine, other) -> feeds(other, mine));
    String after = linked((mine, other) -> feeds(mine, other));
    if (!before.isEmpty() || !after.isEmpty()) {
      heading("neighbours");
    }
    if (!before.isEmpty()) {
      line("- " + TEXTS.get("before", before));
    }
    if (!after.isEmpty()) {
      line("- " + TEXTS.get("after", after));
    }
  }

  private String linked(BiPredicate<ComponentSpec, ComponentSpec> rule) {
    return all.stream()
        .filter(other -> !other.name().equals(spec.name()) && rule.test(spec, other))
        .map(other -> "[" + other.name() + "](component:" + other.name() + ")")
        .collect(Collectors.joining(", "));
  }

  private static boolean feeds(ComponentSpec maker, ComponentSpec taker) {
    return maker.outputs().stream()
        .filter(output -> output.typeParameter() == null)
        .anyMatch(
            output ->
                taker.inputs().stream().anyMatch(input -> input.type().equals(output.type())));
  }
}
