package dev.pipewright.host.command;

import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.file.JsonText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright describe [COMPONENT]`
@Command(
    name = "describe",
    description = "Lists the components, or says what one takes, makes and can be told.",
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "COMPONENT", description = "As CsvExampleGen.")
  private @Nullable String component;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  DescribeCommand() {}

  @Override
  public Integer call() {
    ComponentRegistry registry = ComponentRegistry.load();
    PrintWriter out = spec.commandLine().getOut();
    String name = component;
    if (name == null) {
      list(out, registry);
    } else {
      describe(
          out,
          registry
              .find(name)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          "There is no component " + name + ".",
                          Location.NONE,
                          NearestName.suggest(name, registry.names())))
              .spec());
    }
    return ExitCode.DONE;
  }

  private static void list(PrintWriter out, ComponentRegistry registry) {
    for (ComponentSpec.Category category : ComponentSpec.Category.values()) {
      List<ComponentSpec> specs =
          registry.specs().stream().filter(s -> s.category() == category).toList();
      if (!specs.isEmpty()) {
        out.println(title(category));
        specs.forEach(s -> out.printf("  %-20s %s%n", s.name(), s.doc()));
        out.println();
      }
    }
    out.println(CommandName.text() + " describe COMPONENT says more.");
  }

  private static void describe(PrintWriter out, ComponentSpec component) {
    out.println(component.name() + " (version " + component.version() + ")");
    out.println("  " + component.doc());
    ports(out, "Inputs", component.inputs());
    ports(out, "Outputs", component.outputs());
    if (!component.parameters().isEmpty()) {
      out.println();
      out.println("Parameters");
      parameters(out, component.parameters(), 1);
    }
  }

  private static void ports(PrintWriter out, String title, List<PortSpec> ports) {
    if (ports.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    TextTable table = TextTable.of("name", "type", "links", "");
    for (PortSpec port : ports) {
      table.row(port.name(), port.type(), port.arity().name().toLowerCase(Locale.ROOT), port.doc());
    }
    out.print(table);
  }

  private static void parameters(PrintWriter out, List<ParameterSpec> parameters, int depth) {
    String indent = "  ".repeat(depth);
    for (ParameterSpec p : parameters) {
      out.println(indent + p.name() + ": " + type(p.type()) + unit(p) + given(p));
      out.println(indent + "    " + p.doc());
      fields(p.type()).ifPresent(fields -> parameters(out, fields, depth + 1));
    }
  }

  private static Optional<List<ParameterSpec>> fields(ParameterType type) {
    return switch (type) {
      case ParameterType.Struct(var fields) -> Optional.of(fields);
      case ParameterType.ListOf(var element) -> fields(element);
      case ParameterType.MapOf(var value) -> fields(value);
      default -> Optional.empty();
    };
  }

  private static String type(ParameterType type) {
    return switch (type) {
      case ParameterType.Bool b -> "true or false";
      case ParameterType.Int(long min, long max) -> "whole number" + range(min, max);
      case ParameterType.Real(double min, double max) -> "number" + range(min, max);
      case ParameterType.Text t -> "text";
      case ParameterType.Choice(var options) -> String.join(" | ", options);
      case ParameterType.PathName(var role) ->
          role == ParameterType.PathName.Role.INPUT_FILE ? "file" : "folder";
      case ParameterType.ListOf(var element) -> "list of " + type(element);
      case ParameterType.MapOf(var value) -> "object of " + type(value);
      case ParameterType.Struct s -> "object";
      case ParameterType.Json j -> "JSON";
    };
  }

  private static String range(long min, long max) {
    return (min == Long.MIN_VALUE ? "" : ", at least " + min)
        + (max == Long.MAX_VALUE ? "" : ", at most " + max);
  }

  private static String range(double min, double max) {
    return (Double.isInfinite(min) || min == -Double.MAX_VALUE ? "" : ", at least " + min)
        + (Double.isInfinite(max) || max == Double.MAX_VALUE ? "" : ", at most " + max);
  }

  private static String unit(ParameterSpec parameter) {
    return parameter.unit().isEmpty() ? "" : ", in " + parameter.unit();
  }

  private static String given(ParameterSpec parameter) {
    if (parameter.isRequired()) {
      return " (required)";
    }
    return parameter.defaultValue() == null
        ? ""
        : " (default " + JsonText.compact(parameter.defaultValue()) + ")";
  }

  private static String title(ComponentSpec.Category category) {
    String name = category.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
