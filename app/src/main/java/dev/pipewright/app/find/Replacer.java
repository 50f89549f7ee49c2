package dev.pipewright.app.find;

import dev.pipewright.app.project.ParameterUses;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Condition;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes other words where some were found. What a place does not take is not written there.
final class Replacer {

  private static final Texts TEXTS = Texts.of(Replacer.class);

  private final ComponentRegistry registry;
  private final Pattern pattern;
  private final String replacement;
  private final Map<Spot, String> refused = new LinkedHashMap<>();

  /// What is to be done.
  ///
  /// @param edit does it; empty where nothing is to be done
  /// @param replaced in how many places
  /// @param refused the places that do not take it, with the reason
  record Outcome(Optional<Edit> edit, int replaced, Map<Spot, String> refused) {}

  /// A place does not take what is to be written there.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
      super(why);
    }
  }

  /// @param replacement as `Matcher` takes it: `$1` is the first group
  Replacer(ComponentRegistry registry, Pattern pattern, String replacement) {
    this.registry = registry;
    this.pattern = pattern;
    this.replacement = replacement;
  }

  /// Replaces these matches in a pipeline.
  ///
  /// @throws IllegalArgumentException when the replacement refers to a group that is not there
  Outcome replace(Pipeline pipeline, List<Match> matches) {
    Map<Spot, Set<Integer>> bySpot = new LinkedHashMap<>();
    matches.forEach(m -> bySpot.computeIfAbsent(m.spot(), s -> new HashSet<>()).add(m.start()));
    Map<Spot, String> wanted = new LinkedHashMap<>();
    bySpot.forEach((spot, starts) -> wanted.put(spot, rewritten(spot, starts)));
    wanted.entrySet().removeIf(each -> each.getKey().text().equals(each.getValue()));
    refuse(pipeline, wanted);
    wanted.keySet().removeAll(refused.keySet());
    List<Edit> edits = new ArrayList<>();
    apply(pipeline, wanted, edits);
    return new Outcome(
        edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.Sequence(edits)),
        edits.size(),
        refused);
  }

  private String rewritten(Spot spot, Set<Integer> starts) {
    long deadline = System.nanoTime() + Finder.PATIENCE.toNanos();
    Matcher matcher = pattern.matcher(new BoundedText(spot.text(), deadline));
    StringBuilder text = new StringBuilder();
    try {
      while (matcher.find()) {
        boolean isMeant = starts.contains(matcher.start()) && matcher.end() > matcher.start();
        matcher.appendReplacement(
            text, isMeant ? replacement : Matcher.quoteReplacement(matcher.group()));
      }
      return matcher.appendTail(text).toString();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(TEXTS.get("replace.nogroup"), e);
    }
  }

  /// Writes what can be written, and puts aside what cannot. Names come last: until then the places
  /// have theirs.
  private Pipeline apply(Pipeline pipeline, Map<Spot, String> wanted, List<Edit> edits) {
    Pipeline now = pipeline;
    List<Spot> order =
        wanted.keySet().stream().sorted((a, b) -> Boolean.compare(isName(a), isName(b))).toList();
    for (Spot spot : order) {
      try {
        Edit edit = edit(now, spot, wanted.getOrDefault(spot, ""));
        now = edit.apply(now);
        edits.add(edit);
      } catch (RefusedException e) {
        refused.put(spot, String.valueOf(e.getMessage()));
      }
    }
    return now;
  }

  private static boolean isName(Spot spot) {
    return spot instanceof Spot.NodeName || spot instanceof Spot.RuntimeName;
  }

  private static Edit edit(Pipeline now, Spot spot, String text) throws RefusedException {
    return switch (spot) {
      case Spot.NodeName(NodeId id) -> rename(now, id, text.strip());
      case Spot.Name name -> throw new RefusedException(TEXTS.get("refused.name"));
      case Spot.Value value -> set(now, value, typed(now, value.leaf(), text));
      case Spot.Condition(NodeId id, String old) -> condition(id, text);
      case Spot.PipelineName name -> {
        require(!text.isBlank(), "refused.blank");
        yield new Edit.SetName(text.strip());
      }
      case Spot.RuntimeName(String name) -> {
        String to = text.strip();
        require(RuntimeParameter.isValidName(to), "refused.runtime.name");
        require(now.parameter(to).isEmpty(), "refused.runtime.taken");
        yield ParameterUses.rename(now, name, to);
      }
      case Spot.RuntimeDoc(String name, String old) -> {
        RuntimeParameter p = now.parameter(name).orElseThrow();
        yield new Edit.SetRuntimeParameter(
            new RuntimeParameter(name, p.kind(), p.defaultValue(), text, p.other()));
      }
      case Spot.FrameTitle(String id, String old) ->
          new Edit.SetLayout(
              now.layout().withFrame(now.layout().frame(id).orElseThrow().withTitle(text)));
      case Spot.NoteText(String id, String old) ->
          new Edit.SetLayout(
              now.layout().withNote(now.layout().note(id).orElseThrow().withText(text)));
    };
  }

  private static void require(boolean isSo, String key) throws RefusedException {
    if (!isSo) {
      throw new RefusedException(TEXTS.get(key));
    }
  }

  private static Edit rename(Pipeline now, NodeId id, String to) throws RefusedException {
    require(NodeId.isValid(to), "refused.node.name");
    require(now.node(new NodeId(to)).isEmpty(), "refused.node.taken");
    return new Edit.RenameNode(id, new NodeId(to));
  }

  private static Edit condition(NodeId id, String text) throws RefusedException {
    try {
      Condition.parse(text);
    } catch (ParameterException e) {
      throw new RefusedException(e.what());
    }
    return new Edit.SetCondition(id, text);
  }

  /// The words as a value of the kind that is there.
  private static ParameterValue typed(Pipeline now, ParameterValue leaf, String text)
      throws RefusedException {
    String word = text.strip();
    return switch (leaf) {
      case ParameterValue.Text t -> ParameterValue.of(text);
      case ParameterValue.RuntimeReference r -> {
        require(now.parameter(word).isPresent(), "refused.reference");
        yield new ParameterValue.RuntimeReference(word);
      }
      case ParameterValue.Bool b -> {
        require(word.equals("true") || word.equals("false"), "refused.bool");
        yield ParameterValue.of(word.equals("true"));
      }
      case ParameterValue.Int i -> number(word);
      case ParameterValue.Real r -> number(word);
      default -> throw new RefusedException(TEXTS.get("refused.value"));
    };
  }

  private static ParameterValue number(String word) throws RefusedException {
    try {
      return word.matches("[+-]?[0-9]+")
          ? ParameterValue.of(Long.parseLong(word))
          : ParameterValue.of(Double.parseDouble(word));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(TEXTS.get("refused.number", word));
    }
  }

  private static Edit set(Pipeline now, Spot.Value spot, ParameterValue value)
      throws RefusedException {
    NodeId id = spot.id();
    if (id != null) {
      ParameterValue old =
          now.node(id).orElseThrow().parameters().get(spot.parameter()).orElseThrow();
      return new Edit.SetParameter(id, spot.parameter(), within(old, spot.path(), value));
    }
    RuntimeParameter p = now.parameter(spot.parameter()).orElseThrow();
    ParameterValue old = p.defaultValue();
    ParameterValue changed = old == null ? value : within(old, spot.path(), value);
    if (!p.kind().accepts(changed)) {
      throw new RefusedException(TEXTS.get("refused.kind", p.kind().text()));
    }
    return new Edit.SetRuntimeParameter(
        new RuntimeParameter(p.name(), p.kind(), changed, p.doc(), p.other()));
  }

  private static ParameterValue within(
      ParameterValue of, List<Spot.Step> path, ParameterValue value) {
    if (path.isEmpty()) {
      return value;
    }
    List<Spot.Step> rest = path.subList(1, path.size());
    return switch (path.getFirst()) {
      case Spot.Step.Into(String name) -> {
        ParameterValue.Fields fields = (ParameterValue.Fields) of;
        yield fields.with(name, within(fields.get(name).orElseThrow(), rest, value));
      }
      case Spot.Step.At(int index) -> {
        List<ParameterValue> items = new ArrayList<>(((ParameterValue.Items) of).values());
        items.set(index, within(items.get(index), rest, value));
        yield ParameterValue.of(items);
      }
    };
  }

  /// What would be wrong with a place that was not before is not written there. Names that are
  /// changed are not looked at: problems name nodes.
  private void refuse(Pipeline before, Map<Spot, String> wanted) {
    Map<Spot, String> values = new LinkedHashMap<>(wanted);
    values.keySet().removeIf(Replacer::isName);
    if (values.keySet().stream().noneMatch(spot -> spot.node().isPresent())) {
      return;
    }
    Set<String> known = errors(before).stream().map(Problem::place).collect(Collectors.toSet());
    Pipeline changed = apply(before, values, new ArrayList<>());
    for (Problem problem : errors(changed)) {
      if (!known.contains(problem.place())) {
        values.keySet().stream()
            .filter(spot -> spot.node().filter(id -> id.equals(problem.node())).isPresent())
            .filter(spot -> isAt(spot.field(), problem.field()))
            .forEach(spot -> refused.put(spot, problem.what()));
      }
    }
  }

  private List<Problem> errors(Pipeline pipeline) {
    return PipelineChecks.check(pipeline, registry).stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  private static boolean isAt(String field, String problem) {
    boolean isWithin =
        !problem.isEmpty()
            && field.startsWith(problem)
            && ".[".indexOf(field.charAt(Math.min(problem.length(), field.length() - 1))) >= 0;
    return field.equals(problem) || isWithin;
  }
}
