package dev.pipewright.app.inspector;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can follow in a run condition where the cursor is: nodes, outputs, what can be read of
/// them, signs, values, words. Knows no toolkit.
final class ConditionCompletion {

  private static final String READ =
      "\\.(?:value|(?:custom_)?property\\(\\s*(?:'[^']*'|\"[^\"]*\")\\s*\\))";
  private static final String VALUE = "(?:'[^']*'|\"[^\"]*\"|-?[0-9.eE+]+|true|false)";
  private static final Pattern AFTER_READ = Pattern.compile(READ + "\\s+([=!<>]{0,2})$");
  private static final Pattern AFTER_SIGN = Pattern.compile("(?:[=!<>]=|<|>)\\s*([^\\s=<>!]*)$");
  private static final Pattern AFTER_COMPARISON =
      Pattern.compile("(?:[=!<>]=|<|>)\\s*(?:" + VALUE + "|\\S+" + READ + ")\\s+(\\w*)$");
  private static final Pattern WORD = Pattern.compile("([\\w.\\-\\[\\]('\"]*)$");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /// What ML Metadata declares for a type, and what components say besides.
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "ModelBlessing", List.of("custom_property('blessed')"),
          "InfraBlessing", List.of("custom_property('blessed')"),
          "PushedModel", List.of("custom_property('pushed')", "custom_property('pushed_version')"),
          "ExampleAnomalies", List.of("custom_property('blessed')", "property('span')"),
          "ExampleStatistics", List.of("property('span')", "property('split_names')"),
          "Examples", List.of("property('span')", "property('split_names')"));

  private static final Set<String> VALUES = Set.of("String", "Integer", "Float", "Boolean");

  /// Something that can follow.
  ///
  /// @param text what stands from `from` on once it is chosen
  /// @param from where it begins in the condition
  /// @param says what it is, in a few words
  record Completion(String text, int from, String says) {}

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final NodeId node;

  /// @param node whose condition it is: neither it nor what depends on it can be read
  ConditionCompletion(Pipeline pipeline, ComponentRegistry registry, NodeId node) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.node = node;
  }

  /// What can follow, the likeliest first.
  ///
  /// @param before the condition up to the cursor
  List<Completion> at(String before) {
    Matcher read = AFTER_READ.matcher(before);
    if (read.find()) {
      return words(List.of("==", "!=", "<", "<=", ">", ">="), read, "sign");
    }
    Matcher compared = AFTER_COMPARISON.matcher(before);
    if (compared.find()) {
      return words(List.of("and", "or"), compared, "word");
    }
    Matcher sign = AFTER_SIGN.matcher(before);
    if (sign.find()) {
      return words(List.of("1", "0", "true", "false", "''"), sign, "value");
    }
    Matcher word = WORD.matcher(before);
    return word.find() ? readings(word.group(1), word.start(1)) : List.of();
  }

  private static List<Completion> words(List<String> words, Matcher typed, String says) {
    return words.stream()
        .filter(word -> word.startsWith(typed.group(1)) && !word.equals(typed.group(1)))
        .map(word -> new Completion(word, typed.start(1), says))
        .toList();
  }

  private List<Completion> readings(String typed, int from) {
    List<Completion> found = new ArrayList<>();
    String wanted = INDEX.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    for (Node each : readable()) {
      List<PortSpec> outputs =
          registry.find(each.component()).map(c -> c.spec().outputs()).orElse(List.of());
      for (PortSpec output : outputs) {
        for (String what : reads(output.type())) {
          String text = each.id() + "." + output.name() + "." + what;
          if (fits(text, wanted)) {
            found.add(new Completion(text, from, output.type().name()));
          }
        }
      }
    }
    found.sort((a, b) -> Integer.compare(rank(a.text(), wanted), rank(b.text(), wanted)));
    if (!wanted.isEmpty() && "not".startsWith(wanted)) {
      found.add(new Completion("not", from, "word"));
    }
    return found;
  }

  /// The nodes that feed this one first, the nearest at the front.
  private List<Node> readable() {
    Topology topology = new Topology(pipeline);
    Set<NodeId> after = topology.withDownstream(List.of(node));
    List<NodeId> feeding =
        pipeline.node(node).stream().flatMap(Node::sources).map(s -> s.node()).distinct().toList();
    Stream<Node> first = feeding.stream().flatMap(id -> pipeline.node(id).stream());
    Stream<Node> rest = pipeline.nodes().stream().filter(n -> !feeding.contains(n.id()));
    return Stream.concat(first, rest).filter(n -> !after.contains(n.id())).toList();
  }

  private static List<String> reads(ArtifactType type) {
    List<String> known = new ArrayList<>(KNOWN.getOrDefault(type.name(), List.of()));
    if (VALUES.contains(type.name())) {
      known.add("value");
    }
    known.add("custom_property('");
    return known;
  }

  private static boolean fits(String text, String wanted) {
    String candidate = text.toLowerCase(Locale.ROOT);
    // Of what is only begun, the likely ones are offered; all that can be read once it is asked.
    boolean isOpen = text.endsWith("('");
    return isOpen
        ? candidate.startsWith(wanted) && wanted.contains(".")
        : candidate.contains(wanted);
  }

  private static int rank(String text, String wanted) {
    int open = text.endsWith("('") ? 4 : 0;
    int blessing = text.contains("blessed") ? 0 : 1;
    return open + (text.toLowerCase(Locale.ROOT).startsWith(wanted) ? 0 : 2) + blessing;
  }
}
