package dev.pipewright.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.inspector.ConditionCompletion.Completion;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionCompletionTest {

  private static final ComponentRegistry REGISTRY = ComponentRegistry.load();

  private static Node node(String id, String component) {
    return Node.of(new NodeId(id), component);
  }

  private static final Pipeline PIPELINE =
      Pipeline.of(
          "p",
          List.of(
              node("ExampleValidator", "ExampleValidator"),
              node("Evaluator", "Evaluator"),
              node("Pusher", "Pusher")
                  .withInput(
                      "model_blessing", List.of(new Source(new NodeId("Evaluator"), "blessing")))));

  private static List<Completion> at(String before) {
    return new ConditionCompletion(PIPELINE, REGISTRY, new NodeId("Pusher")).at(before);
  }

  private static List<String> texts(String before) {
    return at(before).stream().map(Completion::text).toList();
  }

  @Test
  void offersTheBlessingOfWhatFeedsTheNodeFirst() {
    assertEquals(
        new Completion("Evaluator.blessing.custom_property('blessed')", 0, "ModelBlessing"),
        at("").getFirst());
  }

  @Test
  void offersAllThatCanBeReadOfAnOutput() {
    assertEquals(
        List.of(
            "Evaluator.blessing.custom_property('blessed')",
            "Evaluator.blessing.custom_property('"),
        texts("Evaluator.bless"));
  }

  @Test
  void replacesTheWordBeforeTheCursor() {
    assertEquals(4, at("not eval").getFirst().from());
  }

  @Test
  void offersSignsAfterAReadingThenValuesThenWords() {
    String read = "Evaluator.blessing.custom_property('blessed') ";
    assertEquals(List.of("==", "!=", "<", "<=", ">", ">="), texts(read));
    assertEquals(List.of("<="), texts(read + "<"));
    assertEquals(List.of("1", "0", "true", "false", "''"), texts(read + "== "));
    assertEquals(List.of("true"), texts(read + "== t"));
    assertEquals(List.of("and", "or"), texts(read + "== 1 "));
    assertEquals(List.of("and"), texts(read + "== 1 a"));
  }

  @Test
  void offersNeitherTheNodeItselfNorWhatDependsOnIt() {
    ConditionCompletion completion =
        new ConditionCompletion(PIPELINE, REGISTRY, new NodeId("Evaluator"));
    assertEquals(List.of(), completion.at("Pusher").stream().map(Completion::text).toList());
  }
}
