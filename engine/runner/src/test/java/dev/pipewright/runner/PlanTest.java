package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

  private static final ComponentRegistry REGISTRY = new Fakes().registry();
  private static final Path FOLDER = Path.of("project").toAbsolutePath();

  private static final Pipeline PIPELINE =
      ProjectFile.parse(
          """
          {"format": 1, "name": "p",
           "parameters": {"dir": {"type": "string"}, "steps": {"type": "int", "default": 3}},
           "nodes": [
            {"id": "T", "component": "Trainer", "inputs": {"examples": "A.b.examples"},
             "parameters": {"train_args": {"num_steps": {"$runtime": "steps"}}}},
            {"id": "A", "component": "Text", "parameters": {"text": "no"}},
            {"id": "A.b", "component": "Text",
             "parameters": {"folder": {"$runtime": "dir"}, "file": "/abs/x"}},
            {"id": "Wrong", "component": "Nothing"}
          ]}
          """
              .getBytes(StandardCharsets.UTF_8),
          null);

  private static final Map<String, ParameterValue> DIR = Map.of("dir", ParameterValue.of("data/."));

  private static Plan plan(Pipeline pipeline) {
    return Plan.of(pipeline, FOLDER, REGISTRY, Selection.to(new NodeId("T")), DIR);
  }

  @Test
  void stepsAreInOrderWithParametersResolved() {
    Plan plan = plan(PIPELINE);
    assertEquals(List.of("A.b", "T"), plan.steps().stream().map(s -> s.id().value()).toList());
    assertEquals(
        Map.of(
            "text", ParameterValue.of("t"),
            "folder", ParameterValue.of(FOLDER.resolve("data").toString()),
            "file", ParameterValue.of("/abs/x")),
        plan.steps().getFirst().parameters().fields().values());
    assertEquals(
        ParameterValue.of("data"), plan.steps().getFirst().keyParameters().values().get("folder"));
    assertEquals(
        JsonText.parse("{\"train_args\": {\"num_steps\": 3}}"),
        plan.steps().getLast().parameters().fields());
  }

  @Test
  void errorsOfNodesThatAreNotRunDoNotMatter() {
    ProjectException e =
        assertThrows(
            ProjectException.class, () -> Plan.of(PIPELINE, FOLDER, REGISTRY, Selection.ALL, DIR));
    assertEquals("There is no component \"Nothing\".", e.what());
    assertEquals(Location.subject("Wrong.component"), e.where());
    assertEquals(2, plan(PIPELINE).steps().size());
  }

  @Test
  void allProblemsAreTold() {
    ProjectException e =
        assertThrows(
            ProjectException.class,
            () -> Plan.of(PIPELINE, FOLDER, REGISTRY, Selection.ALL, Map.of()));
    assertTrue(e.what().startsWith("2 problems:\n"), e.what());
    assertTrue(
        e.what().contains("parameters.dir: The run must give this runtime parameter."), e.what());
  }

  @Test
  void aNodeThatIsNotThereIsNamedWithTheNearest() {
    ProjectException e =
        assertThrows(
            ProjectException.class,
            () -> Plan.of(PIPELINE, FOLDER, REGISTRY, Selection.from(new NodeId("Wrnog")), DIR));
    assertEquals("Did you mean \"Wrong\"?", e.fix());
  }

  @Test
  void fromAndToThatDoNotMeetAreAnError() {
    Selection selection = Selection.between(new NodeId("A"), new NodeId("T"));
    assertThrows(ProjectException.class, () -> Plan.of(PIPELINE, FOLDER, REGISTRY, selection, DIR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A.text | 5 | {"text": "5"}
          A.text | "x y" | {"text": "x y"}
          A.b.text | {"a": 1} | {"folder": {"$runtime": "dir"}, "file": "/abs/x", "text": "{\\"a\\": 1}"}
          T.train_args | {"num_steps": 9} | {"train_args": {"num_steps": 9}}
          T.train_args.num_steps | 9 | {"train_args": {"num_steps": 9}}
          T.new.deep.er | [1] | {"train_args": {"num_steps": {"$runtime": "steps"}}, "new": {"deep": {"er": [1]}}}
          """)
  void anOverrideSetsAParameterOfTheNodeItNames(String target, String text, String expected) {
    Pipeline changed = Overrides.set(PIPELINE, REGISTRY, Map.of(target, text));
    String node = target.startsWith("A.b.") ? "A.b" : target.substring(0, target.indexOf('.'));
    assertEquals(
        JsonText.parse(expected), changed.node(new NodeId(node)).orElseThrow().parameters());
  }

  @ParameterizedTest
  @CsvSource({"B.text, 5", "nothing, 5", "T.train_args.num_steps, ten", "T.train_args, {"})
  void anOverrideThatFitsNowhereIsAnError(String target, String text) {
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> Overrides.set(PIPELINE, REGISTRY, Map.of(target, text)));
    assertEquals(Location.subject(target), e.where());
  }

  @Test
  void runtimeParametersAreReadByTheirType() {
    assertEquals(
        Map.of("dir", ParameterValue.of("5"), "steps", ParameterValue.of(5)),
        Overrides.runtime(PIPELINE, Map.of("dir", "5", "steps", "5")));
    assertThrows(ParameterException.class, () -> Overrides.runtime(PIPELINE, Map.of("stepz", "5")));
    assertThrows(
        ParameterException.class, () -> Overrides.runtime(PIPELINE, Map.of("steps", "five")));
  }
}
