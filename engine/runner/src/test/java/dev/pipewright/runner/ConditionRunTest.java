package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionRunTest {

  private static final NodeId PUSHER = new NodeId("Pusher");
  private static final NodeId EVALUATOR = new NodeId("Evaluator");
  private static final String BLESSED = "Evaluator.blessing.custom_property('blessed') == 1";

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void make() {
    project =
        new Project(folder, Project.TRAINING)
            .edit(
                new Edit.Disconnect(
                    new dev.pipewright.pipeline.Source(EVALUATOR, "blessing"),
                    PUSHER,
                    "model_blessing"));
  }

  private Project when(NodeId node, String condition) {
    return project.edit(new Edit.SetCondition(node, condition));
  }

  private Project bless(boolean isBlessed) {
    return project.edit(new Edit.SetParameter(EVALUATOR, "bless", ParameterValue.of(isBlessed)));
  }

  private String actions() throws IOException {
    Plan plan =
        Plan.of(
            project.pipeline, project.folder, project.fakes.registry(), Selection.ALL, Map.of());
    return Forecast.of(plan, project.root, RunSettings.CacheUse.USE)
        .nodes()
        .get(PUSHER)
        .action()
        .toString();
  }

  @Test
  void aNodeRunsAfterWhatItsConditionReadsAndWhenItHolds() throws IOException {
    when(PUSHER, BLESSED);
    assertEquals(
        "{Gen=DONE, Resolver=DONE, Trainer=DONE, Evaluator=DONE, Pusher=DONE}",
        Project.outcomes(project.run()));
    bless(false).run();
    assertEquals(
        List.of("Its condition does not hold: " + BLESSED),
        project.events(RunEvent.NodeSkipped.class).stream()
            .map(RunEvent.NodeSkipped::reason)
            .toList());
    assertEquals("SKIPPED", actions());
  }

  @Test
  void aSkippedNodeLeavesNoExecutionAsInTfx() {
    when(PUSHER, BLESSED);
    bless(false).run();
    try (MetadataReader store = MetadataReader.open(project.root.metadata())) {
      assertEquals(
          List.of("Evaluator", "Resolver", "Text", "Trainer"),
          store.executions().stream()
              .map(e -> e.type().substring(e.type().lastIndexOf('.') + 1))
              .sorted()
              .toList());
    }
  }

  @Test
  void whatNeedsASkippedNodeIsSkipped() {
    when(new NodeId("Trainer"), "Gen.examples.property('span') > 0");
    assertEquals(
        "{Gen=DONE, Resolver=DONE, Trainer=SKIPPED, Evaluator=SKIPPED, Pusher=SKIPPED}",
        Project.outcomes(project.run()));
  }

  @Test
  void whatGaveNothingSkips() {
    when(PUSHER, "Resolver.model.property('x') == 1");
    project.run();
    assertEquals(
        "Its condition reads Resolver.model, which gave nothing.",
        project.events(RunEvent.NodeSkipped.class).getFirst().reason());
  }

  @Test
  void aConditionThatCannotBeJudgedFailsTheNode() {
    when(PUSHER, "Gen.examples.property('span') < 'x'");
    project.run();
    assertEquals(
        new Failure(
            "A condition compares a text with a number.",
            Location.subject("Pusher.condition"),
            "Compare texts with texts, in quotes, and numbers with numbers."),
        project.events(RunEvent.NodeFailed.class).getFirst().failure());
    when(PUSHER, "Gen.examples.value == 1");
    project.run();
    assertEquals(
        "Gen.examples is Examples, which holds no value.",
        project.events(RunEvent.NodeFailed.class).getFirst().failure().what());
  }

  @Test
  void aConditionOfAPartReadsWhatWasMadeLast() {
    when(PUSHER, BLESSED);
    bless(false).run();
    assertEquals("{Pusher=SKIPPED}", Project.outcomes(project.run(Selection.only(PUSHER))));
    bless(true).run(Selection.only(EVALUATOR));
    assertEquals("{Pusher=DONE}", Project.outcomes(project.run(Selection.only(PUSHER))));
  }

  @Test
  void aConditionThatReadsAMutedNodeLeavesItsOwnOut() {
    when(PUSHER, BLESSED).edit(new Edit.SetMode(EVALUATOR, Node.Mode.MUTED));
    project.run();
    assertEquals(
        "Its condition reads Evaluator, which does not run.",
        project.events(RunEvent.NodeSkipped.class).getLast().reason());
  }
}
