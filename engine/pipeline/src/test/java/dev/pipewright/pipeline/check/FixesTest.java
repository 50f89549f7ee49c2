package dev.pipewright.pipeline.check;

import static dev.pipewright.pipeline.wiring.TestComponents.pipeline;
import static dev.pipewright.pipeline.wiring.TestComponents.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.wiring.TestComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixesTest {

  private static final NodeId T = new NodeId("T");

  private record Tuned(ComponentSpec spec) implements Component {
    @Override
    public Behavior behavior() {
      return (Executor) execution -> {};
    }
  }

  private static final ComponentRegistry TUNED =
      ComponentRegistry.of(
          List.of(
              new Tuned(
                  new ComponentSpec(
                      "Tuned",
                      ComponentSpec.Category.TRAINING,
                      1,
                      "",
                      List.of(),
                      List.of(),
                      List.of(
                          ParameterSpec.optional("num_steps", new ParameterType.Int(1, 100), ""),
                          ParameterSpec.optional("rate", new ParameterType.Real(0, 1), ""),
                          ParameterSpec.optional("flag", new ParameterType.Bool(), ""),
                          ParameterSpec.optional(
                              "optimizer", new ParameterType.Choice(List.of("adam", "sgd")), ""),
                          ParameterSpec.optional(
                              "layers",
                              new ParameterType.ListOf(
                                  new ParameterType.Struct(
                                      List.of(
                                          ParameterSpec.optional(
                                              "units", new ParameterType.Int(1, 8), "")))),
                              "")),
                      ComponentSpec.Resources.LIGHT))));

  private static Problem only(List<Problem> problems) {
    assertEquals(1, problems.size(), problems::toString);
    return problems.getFirst();
  }

  private static Problem linkProblem(Pipeline pipeline) {
    return only(PipelineChecks.check(pipeline, TestComponents.REGISTRY));
  }

  private static List<String> labels(Problem problem) {
    return problem.fixes().stream().map(Fix::label).toList();
  }

  private static Pipeline fixed(Pipeline pipeline, Problem problem, int index) {
    return problem.fixes().get(index).edit().apply(pipeline);
  }

  private static Pipeline tuned(String name, ParameterValue value) {
    return Pipeline.of(
        "p", List.of(Node.of(T, "Tuned").withParameters(Fields.EMPTY.with(name, value))));
  }

  private static void fixes(
      String name, ParameterValue value, List<String> labels, String to, ParameterValue mended) {
    Pipeline pipeline = tuned(name, value);
    Problem problem = only(PipelineChecks.check(pipeline, TUNED));
    assertEquals(labels, labels(problem));
    assertEquals(tuned(to, mended), fixed(pipeline, problem, 0));
  }

  @Test
  void aMistypedParameterIsRenamedOrRemoved() {
    fixes(
        "num_step",
        ParameterValue.of(5),
        List.of("Rename it to num_steps", "Remove it"),
        "num_steps",
        ParameterValue.of(5));
  }

  @Test
  void aNumberOutOfRangeIsSetToTheNearest() {
    fixes(
        "num_steps",
        ParameterValue.of(500),
        List.of("Set it to 100"),
        "num_steps",
        ParameterValue.of(100));
    fixes(
        "rate", ParameterValue.of(-0.5), List.of("Set it to 0.0"), "rate", ParameterValue.of(0.0));
  }

  @Test
  void aValueOfAnotherTypeIsReadAsTheRightOne() {
    fixes(
        "num_steps",
        ParameterValue.of("50"),
        List.of("Set it to 50", "Remove it"),
        "num_steps",
        ParameterValue.of(50));
    fixes(
        "flag",
        ParameterValue.of("true"),
        List.of("Set it to true", "Remove it"),
        "flag",
        ParameterValue.of(true));
    Problem none = only(PipelineChecks.check(tuned("rate", ParameterValue.of("fast")), TUNED));
    assertEquals(List.of("Remove it"), labels(none));
  }

  @Test
  void aMistypedChoiceIsSetToTheNearest() {
    fixes(
        "optimizer",
        ParameterValue.of("adm"),
        List.of("Set it to \"adam\""),
        "optimizer",
        ParameterValue.of("adam"));
  }

  @Test
  void whatIsDeepInsideAParameterIsMendedThere() {
    fixes(
        "layers",
        ParameterValue.of(
            List.of(
                Fields.EMPTY.with("units", ParameterValue.of(2)),
                Fields.EMPTY.with("units", ParameterValue.of(20)))),
        List.of("Set it to 8"),
        "layers",
        ParameterValue.of(
            List.of(
                Fields.EMPTY.with("units", ParameterValue.of(2)),
                Fields.EMPTY.with("units", ParameterValue.of(8)))));
    fixes(
        "layers",
        ParameterValue.of(List.of(Fields.EMPTY.with("unit", ParameterValue.of(2)))),
        List.of("Rename it to units", "Remove it"),
        "layers",
        ParameterValue.of(List.of(Fields.EMPTY.with("units", ParameterValue.of(2)))));
  }

  @Test
  void aRuntimeParameterThatIsMissingIsAddedWithTheKindThatFits() {
    Pipeline pipeline = tuned("rate", new ParameterValue.RuntimeReference("speed"));
    Problem problem = only(PipelineChecks.check(pipeline, TUNED));
    assertEquals(List.of("Add the runtime parameter speed"), labels(problem));
    assertEquals(
        List.of(RuntimeParameter.required("speed", RuntimeParameter.Kind.FLOAT)),
        fixed(pipeline, problem, 0).parameters());
  }

  @Test
  void anUnknownComponentBecomesTheOneThatWasMeant() {
    Pipeline pipeline = pipeline("G:Genn");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Make it a Gen", "Remove the node"), labels(problem));
    assertEquals(pipeline("G:Gen"), fixed(pipeline, problem, 0));
  }

  @Test
  void anInputWithoutALinkGetsOneFromWhatIsThere() {
    Pipeline pipeline = pipeline("G:Gen", "S:Stats");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Link G.examples"), labels(problem));
    assertEquals(pipeline("G:Gen", "S:Stats examples=G.examples"), fixed(pipeline, problem, 0));
  }

  @Test
  void anInputThatNothingFeedsGetsANodeThatDoes() {
    Pipeline pipeline = pipeline("G:Gen", "I:Infer");
    Pipeline placed = new Edit.MoveNode(new NodeId("I"), new Position(400, 9)).apply(pipeline);
    Problem problem = linkProblem(placed);
    assertEquals(List.of("Add Stats and link it"), labels(problem));
    Pipeline fixed = fixed(placed, problem, 0);
    assertEquals(
        pipeline("G:Gen", "I:Infer statistics=Stats.statistics", "Stats:Stats examples=G.examples")
            .nodes(),
        fixed.nodes());
    assertEquals(new Position(80, 9), fixed.layout().positions().get(new NodeId("Stats")));
  }

  @Test
  void aLinkFromNowhereIsLedToWhatWasMeantOrRemoved() {
    Pipeline pipeline = pipeline("Gen:Gen", "S:Stats examples=Gem.examples");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Link Gen.examples instead", "Remove the link"), labels(problem));
    assertEquals(pipeline("Gen:Gen", "S:Stats examples=Gen.examples"), fixed(pipeline, problem, 0));
    assertEquals(pipeline("Gen:Gen", "S:Stats"), fixed(pipeline, problem, 1));
  }

  @Test
  void betweenPortsOfDifferentTypesTheOneComponentThatConvertsIsInserted() {
    Pipeline pipeline = pipeline("G:Gen", "I:Infer statistics=G.examples");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Insert Stats", "Remove the link"), labels(problem));
    assertEquals(
        pipeline("G:Gen", "I:Infer statistics=Stats.statistics", "Stats:Stats examples=G.examples"),
        fixed(pipeline, problem, 0));
  }

  @Test
  void aLinkThatIsThereTwiceIsLeftOnce() {
    Pipeline pipeline = pipeline("G:Gen", "M:Merge examples=G.examples examples=G.examples");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Remove the second link"), labels(problem));
    assertEquals(pipeline("G:Gen", "M:Merge examples=G.examples"), fixed(pipeline, problem, 0));
  }

  @Test
  void eachLinkOfACycleMayGo() {
    Pipeline pipeline = pipeline("A:Merge examples=B.examples", "B:Merge examples=A.examples");
    Problem problem = linkProblem(pipeline);
    assertEquals(
        List.of("Remove the link B → A", "Remove the link A → B"),
        labels(problem).stream().sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @Test
  void theSecondOfTwoNodesOfOneNameIsRenamed() {
    Pipeline pipeline = pipeline("G:Gen", "G:Gen", "S:Stats examples=G.examples");
    Problem problem = linkProblem(pipeline);
    assertEquals(List.of("Rename the second to G2"), labels(problem));
    assertEquals(
        pipeline("G:Gen", "G2:Gen", "S:Stats examples=G.examples"), fixed(pipeline, problem, 0));
  }

  @Test
  void aConditionThatReadsWhatIsNotThereIsLedToWhatWasMeant() {
    Pipeline pipeline =
        new Edit.SetCondition(new NodeId("S"), "Gem.examples.property('span') > 1")
            .apply(pipeline("Gen:Gen", "S:Stats examples=Gen.examples"));
    Problem problem = linkProblem(pipeline);
    assertEquals("condition", problem.field());
    assertEquals(List.of("Read Gen.examples", "Remove the condition"), labels(problem));
    assertEquals(
        "Gen.examples.property('span') > 1",
        fixed(pipeline, problem, 0).node(new NodeId("S")).orElseThrow().condition());
    Pipeline wrong = new Edit.SetCondition(new NodeId("S"), "Gen.exam = 1").apply(pipeline);
    assertEquals(List.of("Remove the condition"), labels(linkProblem(wrong)));
  }

  @Test
  void aCycleThroughAConditionCanBeOpenedThere() {
    Pipeline pipeline =
        new Edit.SetCondition(new NodeId("G"), "S.statistics.property('x') == 1")
            .apply(pipeline("G:Gen", "S:Stats examples=G.examples"));
    Problem problem = linkProblem(pipeline);
    assertEquals(
        List.of("Remove the condition of G", "Remove the link G → S"),
        labels(problem).stream().sorted().toList());
  }

  @Test
  void aBypassedNodeThatNothingCanStandInForIsWarnedOf() {
    Pipeline pipeline =
        new Edit.SetMode(T, Node.Mode.BYPASSED)
            .apply(pipeline("G:Gen", "T:Train examples=G.examples", "J:Judge model=T.model"));
    Problem problem = linkProblem(pipeline);
    assertEquals("T.mode", problem.place());
    assertEquals(
        "It is bypassed, but no one input of it is Model, to stand in for model.", problem.what());
    assertEquals(List.of("Make it active", "Mute it instead"), labels(problem));
    Pipeline muted = fixed(pipeline, problem, 1);
    assertEquals(List.of(), PipelineChecks.check(muted, TestComponents.REGISTRY));
  }

  @Test
  void everyFixMendsItsProblemAndCanBeTakenBack() {
    int mended = 0;
    for (int seed = 0; seed < 3000; seed++) {
      Pipeline pipeline = broken(new Random(seed));
      for (Problem problem : PipelineChecks.check(pipeline, TestComponents.REGISTRY)) {
        for (Fix fix : problem.fixes()) {
          String message = "seed " + seed + ": " + problem + " " + fix;
          Pipeline fixed = fix.edit().apply(pipeline);
          assertEquals(pipeline, fix.edit().inverse(pipeline).apply(fixed), message);
          assertTrue(alike(problem, fixed) < alike(problem, pipeline), message);
          mended++;
        }
      }
    }
    assertTrue(mended > 10_000, "mended " + mended);
  }

  private static long alike(Problem problem, Pipeline pipeline) {
    return PipelineChecks.check(pipeline, TestComponents.REGISTRY).stream()
        .filter(p -> isAlike(p, problem))
        .count();
  }

  /// Of three nodes of one name, renaming one leaves the other two with the problem.
  private static boolean isAlike(Problem one, Problem other) {
    return one.field().equals(other.field())
        && (one.field().equals("id")
            || one.place().equals(other.place()) && one.what().equals(other.what()));
  }

  private static Pipeline broken(Random random) {
    List<String> components = new ArrayList<>(TestComponents.REGISTRY.names());
    components.add("Trainn");
    List<String> ids = List.of("A", "B", "C", "D", "E", "a");
    List<String> ports =
        List.of("examples", "statistics", "schema", "transformed", "model", "modle");
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Node node = Node.of(new NodeId(pick(random, ids)), pick(random, components));
      for (int j = random.nextInt(3); j > 0; j--) {
        List<Source> sources = new ArrayList<>();
        for (int k = random.nextInt(3); k > 0; k--) {
          sources.add(source(pick(random, ids) + "." + pick(random, ports)));
        }
        node = node.withInput(pick(random, ports), sources);
      }
      boolean isConditional = random.nextInt(4) == 0;
      String condition = pick(random, ids) + "." + pick(random, ports) + ".value == 1";
      nodes.add(isConditional ? node.withCondition(condition) : node);
    }
    return Pipeline.of("p", nodes);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
