package dev.pipewright.nodes.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class RepeatedRowsTest {

  private static ParameterValue steps(long steps) {
    return ParameterValue.of(Map.of("num_steps", ParameterValue.of(steps)));
  }

  private static TestNode trainer(long steps, long batch) {
    return TestNode.penguins("Trainer")
        .with("eval_args", steps(steps))
        .with("eval_batch_size", ParameterValue.of(batch));
  }

  @Test
  void warnsOfRowsThatRepeatAndSetsTheStepsThatTakeEachOnce() {
    TestNode trainer = trainer(150, 40).fed("penguins", "examples");
    RepeatedRows advice = Fx.call(() -> new RepeatedRows(trainer));
    Fx.await("the rows", () -> !advice.problems().get().isEmpty());

    Problem problem = Fx.call(() -> advice.problems().get().getFirst());
    assertEquals(
        new Problem(
            Problem.Severity.WARNING,
            new NodeId("Trainer"),
            "eval_args.num_steps",
            "150 × 40 = 6,000 rows, but split “eval” has 140. Rows will repeat.",
            "",
            problem.fixes()),
        problem);
    assertEquals("Set to 4", problem.fixes().getFirst().label());

    Fx.run(() -> trainer.edit(problem.fixes().getFirst().edit()));
    assertEquals(List.of(), Fx.call(() -> advice.problems().get()));
    assertEquals(steps(4), trainer.node().get().parameters().get("eval_args").orElseThrow());
    Fx.run(
        () ->
            trainer.edit(
                new dev.pipewright.pipeline.Edit.SetParameter(
                    new NodeId("Trainer"), "eval_batch_size", ParameterValue.of(50L))));
    assertEquals(1, Fx.call(() -> advice.problems().get().size()));
  }

  @Test
  void saysNothingBeforeTheRowsAreKnown() {
    RepeatedRows advice = Fx.call(() -> new RepeatedRows(trainer(150, 40)));
    assertEquals(List.of(), Fx.call(() -> advice.problems().get()));
  }
}
