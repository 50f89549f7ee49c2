package dev.pipewright.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.find.Query.Option;
import dev.pipewright.app.find.Replacer.Outcome;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class ReplacerTest {

  private static final NodeId A = new NodeId("Trainer");
  private static final NodeId B = new NodeId("Pusher");
  private static final ComponentRegistry REGISTRY = ComponentRegistry.load();

  private static Pipeline pipeline() {
    Pipeline pipeline =
        Pipeline.of("penguins", List.of(Node.of(A, "Trainer"), Node.of(B, "Pusher")));
    Layout layout =
        pipeline
            .layout()
            .withNote(Note.of("n", "Ask **ops** about steps", new Area(0, 0, 100, 100)))
            .withFrame(Frame.of("f", "Train steps", "", new Area(0, 0, 200, 200), List.of(A)));
    return new Edit.Sequence(
            List.of(
                new Edit.SetLayout(layout),
                new Edit.SetParameter(
                    A,
                    "train_args",
                    ParameterValue.of(
                        Map.of(
                            "num_steps", ParameterValue.of(100),
                            "splits", ParameterValue.of(List.of(ParameterValue.of("train")))))),
                new Edit.SetParameter(
                    A, "custom_config", ParameterValue.of("a.steps=1; b.steps=2")),
                new Edit.SetRuntimeParameter(
                    RuntimeParameter.of(
                        "steps", RuntimeParameter.Kind.INT, ParameterValue.of(100)))))
        .apply(pipeline);
  }

  private static List<Match> find(Pipeline pipeline, Query query) {
    return Finder.search(Spots.of(pipeline, ComponentRegistry.of(List.of())), query.pattern())
        .matches();
  }

  private static List<String> labels(Query query) {
    return find(pipeline(), query).stream()
        .map(m -> m.spot().label() + "=" + m.spot().text().substring(m.start(), m.end()))
        .toList();
  }

  private static Outcome replace(Query query, String words) {
    Pipeline pipeline = pipeline();
    return new Replacer(REGISTRY, query.pattern(), words).replace(pipeline, find(pipeline, query));
  }

  private static ParameterValue parameter(Outcome done, String name) {
    return done.edit()
        .orElseThrow()
        .apply(pipeline())
        .node(A)
        .orElseThrow()
        .parameters()
        .get(name)
        .orElseThrow();
  }

  @Test
  void findsNamesValuesNotesGroupsAndRuntimeParameters() {
    assertEquals(
        List.of(
            "runtime parameter=steps",
            "100=steps",
            "custom_config=steps",
            "custom_config=steps",
            "group=steps",
            "note=steps"),
        labels(Query.of("STEPS")));
    assertEquals(List.of("${steps}=100", "train_args.num_steps=100"), labels(Query.of("100")));
    assertEquals(
        List.of("train_args.splits[0]=train"), labels(Query.of("train", Option.WORD, Option.CASE)));
    assertEquals(
        List.of("custom_config=a.steps", "custom_config=b.steps"),
        labels(Query.of("[ab]\\.steps", Option.REGEX)));
    assertEquals(List.of(), labels(Query.of("Steps", Option.CASE)));
    assertEquals(List.of(), labels(Query.of("a.steps=.", Option.CASE)));
  }

  @Test
  void findsParametersThatHaveTheirDefault() {
    Pipeline pipeline = Pipeline.of("p", List.of(Node.of(A, "Trainer")));
    List<Match> found =
        Finder.search(Spots.of(pipeline, REGISTRY), Query.of("train_args").pattern()).matches();
    assertEquals(List.of("train_args"), found.stream().map(m -> m.spot().field()).toList());
  }

  @Test
  void writesEachValueAsWhatItWas() {
    Outcome done = replace(Query.of("100"), "250");
    assertEquals(2, done.replaced());
    assertEquals(Map.of(), done.refused());
    assertEquals(
        ParameterValue.of(250),
        ((ParameterValue.Fields) parameter(done, "train_args")).get("num_steps").orElseThrow());
    assertEquals(
        ParameterValue.of(250),
        done.edit()
            .orElseThrow()
            .apply(pipeline())
            .parameter("steps")
            .orElseThrow()
            .defaultValue());
  }

  @Test
  void isTakenBackAsOne() {
    Edit edit = replace(Query.of("steps"), "rounds").edit().orElseThrow();
    Pipeline after = edit.apply(pipeline());
    assertEquals("Train rounds", after.layout().frame("f").orElseThrow().title());
    assertEquals("Ask **ops** about rounds", after.layout().note("n").orElseThrow().text());
    assertTrue(after.parameter("rounds").isPresent());
    assertEquals(pipeline(), edit.inverse(pipeline()).apply(after));
  }

  @Test
  void refusesWhatAPlaceDoesNotTakeAndWritesTheRest() {
    Outcome done = replace(Query.of("100"), "many");
    assertEquals(0, done.replaced());
    assertTrue(
        done.refused().values().stream().allMatch("\u201cmany\u201d is not a number."::equals),
        done.refused().toString());
    Outcome names = replace(Query.of("steps"), "no steps");
    assertEquals(
        List.of(
            "Parameters have the names that their component gives them.",
            "A runtime parameter is named with letters, digits, _ and -, beginning with a letter."),
        names.refused().values().stream().toList());
    assertEquals(3, names.replaced());
    assertEquals(
        ParameterValue.of("a.no steps=1; b.no steps=2"), parameter(names, "custom_config"));
  }

  @Test
  void refusesWhatTheComponentDoesNotTake() {
    Outcome done = replace(Query.of("100", Option.WORD), "-7");
    String why =
        done.refused().entrySet().stream()
            .filter(each -> each.getKey().field().equals("train_args.num_steps"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("taken");
    assertTrue(why.contains("-7"), why);
    assertEquals(1, done.replaced());
  }

  @Test
  void renamesNodesLast() {
    Pipeline after =
        replace(Query.of("Trainer", Option.CASE), "Model").edit().orElseThrow().apply(pipeline());
    assertTrue(after.node(new NodeId("Model")).isPresent());
    assertEquals(List.of(new NodeId("Model")), after.layout().frame("f").orElseThrow().nodes());
    Outcome taken = replace(Query.of("Trainer", Option.CASE), "Pusher");
    assertEquals(List.of("Another node has this name."), List.copyOf(taken.refused().values()));
  }

  @Test
  void takesGroupsOfAnExpression() {
    Outcome done = replace(Query.of("([ab])\\.steps", Option.REGEX), "steps_$1");
    assertEquals(ParameterValue.of("steps_a=1; steps_b=2"), parameter(done, "custom_config"));
    assertThrows(
        IllegalArgumentException.class,
        () -> replace(Query.of("[ab]\\.steps", Option.REGEX), "$1"));
  }

  @Test
  void replacesOneOfSeveralInAPlace() {
    Pipeline pipeline = pipeline();
    List<Match> found = find(pipeline, Query.of("steps="));
    Outcome done =
        new Replacer(REGISTRY, Pattern.compile("steps="), "n=")
            .replace(pipeline, found.subList(1, 2));
    assertEquals(ParameterValue.of("a.steps=1; b.n=2"), parameter(done, "custom_config"));
  }

  @Test
  void anExpressionThatGoesBackAndForthWithoutEndIsStopped() {
    Pipeline pipeline =
        new Edit.SetParameter(A, "custom_config", ParameterValue.of("a".repeat(40) + "!"))
            .apply(pipeline());
    long start = System.nanoTime();
    Findings found =
        Finder.search(
            Spots.of(pipeline, REGISTRY), Query.of("(a+)+\\1\\1b", Option.REGEX).pattern());
    assertEquals(Findings.Extent.SLOW, found.extent());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
  }

  @Test
  void aBrokenExpressionIsSaidToBeOne() {
    assertThrows(PatternSyntaxException.class, () -> Query.of("(", Option.REGEX).pattern());
    assertThrows(
        PatternSyntaxException.class, () -> Query.of("a)(b", Option.REGEX, Option.WORD).pattern());
  }

  @Test
  void findsNoMoreThanAnybodyLooksThrough() {
    Pipeline pipeline =
        new Edit.SetParameter(A, "custom_config", ParameterValue.of("x".repeat(5000)))
            .apply(pipeline());
    Findings found = Finder.search(Spots.of(pipeline, REGISTRY), Query.of("x").pattern());
    assertEquals(Finder.MOST, found.matches().size());
    assertEquals(Findings.Extent.MANY, found.extent());
  }
}
