package dev.pipewright.pipeline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineChecksTest {

  private record Fake(ComponentSpec spec) implements Component {
    @Override
    public Behavior behavior() {
      return (Executor) execution -> {};
    }

    @Override
    public List<Finding> check(Parameters parameters) {
      return parameters.text("expression").filter(e -> e.contains("?")).isPresent()
          ? List.of(new Finding("expression", "It does not parse.", "Remove the ?."))
          : List.of();
    }
  }

  private static Component fake(
      String name, List<PortSpec> inputs, List<PortSpec> outputs, ParameterSpec... parameters) {
    return new Fake(
        new ComponentSpec(
            name,
            ComponentSpec.Category.DATA,
            1,
            "",
            inputs,
            outputs,
            List.of(parameters),
            ComponentSpec.Resources.LIGHT));
  }

  private static final ComponentRegistry REGISTRY =
      ComponentRegistry.of(
          List.of(
              fake("Gen", List.of(), List.of(PortSpec.one("examples", ArtifactType.EXAMPLES, ""))),
              fake(
                  "Import",
                  List.of(),
                  List.of(
                      new PortSpec(
                          "result",
                          new ArtifactType("Artifact"),
                          PortSpec.Arity.ONE,
                          "",
                          "artifact_type")),
                  ParameterSpec.required("artifact_type", new ParameterType.Text(), "")),
              fake(
                  "Train",
                  List.of(
                      PortSpec.one("examples", ArtifactType.EXAMPLES, ""),
                      PortSpec.optional("schema", ArtifactType.SCHEMA, "")),
                  List.of(PortSpec.one("model", ArtifactType.MODEL, "")),
                  ParameterSpec.optional("num_steps", new ParameterType.Int(1, 100), ""),
                  ParameterSpec.optional("rate", new ParameterType.Real(0, 1), ""),
                  ParameterSpec.optional(
                      "optimizer", new ParameterType.Choice(List.of("adam", "sgd")), ""),
                  ParameterSpec.optional("expression", new ParameterType.Text(), ""),
                  ParameterSpec.optional(
                      "base",
                      new ParameterType.PathName(ParameterType.PathName.Role.INPUT_FILE),
                      ""),
                  ParameterSpec.optional(
                      "outputs",
                      new ParameterType.ListOf(
                          new ParameterType.Struct(
                              List.of(
                                  ParameterSpec.required(
                                      "name", new ParameterType.Text(), "its name")))),
                      ""),
                  ParameterSpec.optional(
                      "weights", new ParameterType.MapOf(new ParameterType.Real(0, 9)), ""),
                  ParameterSpec.optional("config", new ParameterType.Json(), ""),
                  ParameterSpec.optional("flag", new ParameterType.Bool(), ""))));

  private static List<Problem> check(String document) {
    return withoutFixes(PipelineChecks.check(parse(document), REGISTRY));
  }

  private static List<Problem> withoutFixes(List<Problem> problems) {
    return problems.stream().map(problem -> problem.withFixes(List.of())).toList();
  }

  private static Pipeline parse(String document) {
    return ProjectFile.parse(document.getBytes(StandardCharsets.UTF_8), null);
  }

  private static String nodes(String nodes) {
    return "{\"format\": 1, \"name\": \"p\", \"parameters\": {"
        + "\"steps\": {\"type\": \"int\", \"default\": 5},"
        + "\"many\": {\"type\": \"int\", \"default\": 500},"
        + "\"word\": {\"type\": \"string\"}}, \"nodes\": ["
        + nodes
        + "]}";
  }

  private static final String GEN = "{\"id\": \"G\", \"component\": \"Gen\"}, ";

  private static String train(String parameters) {
    return nodes(
        GEN
            + "{\"id\": \"T\", \"component\": \"Train\", \"inputs\": {\"examples\": \"G.examples\"},"
            + " \"parameters\": "
            + parameters
            + "}");
  }

  private static Problem error(String node, String field, String what, String fix) {
    return Problem.error(new NodeId(node), field, what, fix);
  }

  @Test
  void aPipelineThatCanRunHasNoProblem() {
    assertEquals(
        List.of(),
        check(
            train(
                """
                {"num_steps": {"$runtime": "steps"}, "rate": 1, "optimizer": "sgd",
                 "outputs": [{"name": "x"}], "weights": {"a": 0.5}, "config": {"any": [null]},
                 "flag": true, "expression": {"$runtime": "word"}, "base": "data.csv"}
                """)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"num_stpes": 1}          | num_stpes  | There is no such parameter. | Did you mean "num_steps"?
          {"num_steps": 101}        | num_steps  | 101 is out of range. | Set it to a whole number from 1 to 100.
          {"num_steps": 1.5}        | num_steps  | It is 1.5, not a whole number from 1 to 100. | Set it to a whole number from 1 to 100.
          {"num_steps": "ten"}      | num_steps  | It is a text, not a whole number from 1 to 100. | Set it to a whole number from 1 to 100.
          {"num_steps": {"$runtime": "stepz"}} | num_steps | The pipeline has no runtime parameter "stepz". | Did you mean "steps"?
          {"num_steps": {"$runtime": "word"}} | num_steps | The runtime parameter "word" is of type string. | Refer to one that is a whole number from 1 to 100.
          {"num_steps": {"$runtime": "many"}} | num_steps | 500 is out of range. | Set it to a whole number from 1 to 100.
          {"rate": -1}              | rate       | -1 is out of range. | Set it to a number from 0.0 to 1.0.
          {"optimizer": "Adma"}     | optimizer  | "Adma" is no choice. | Did you mean "adam"?
          {"optimizer": "lion"}     | optimizer  | "lion" is no choice. | There is: adam, sgd.
          {"base": ""}              | base       | It is not a path. | Set it to a file.
          {"outputs": [{"name": "a"}, {}]} | outputs[1].name | It must be set. | Set it to a text: its name
          {"outputs": [{"name": null}]} | outputs[0].name | It must be set. | Set it to a text: its name
          {"outputs": {}}           | outputs    | It is an object, not a list, each an object. | Set it to a list, each an object.
          {"weights": {"a": 10}}    | weights.a  | 10 is out of range. | Set it to a number from 0.0 to 9.0.
          {"config": [{"$runtime": "x"}]} | config[0] | The pipeline has no runtime parameter "x". | There is: steps, many, word.
          {"flag": 1}               | flag       | It is 1, not true or false. | Set it to true or false.
          {"expression": "a ? b"}   | expression | It does not parse. | Remove the ?.
          """)
  void aBadParameterIsNamedWithAFix(String parameters, String field, String what, String fix) {
    assertEquals(List.of(error("T", field, what, fix)), check(train(parameters)));
  }

  @Test
  void anUnknownComponentIsAnErrorWithTheNearestName() {
    assertEquals(
        List.of(
            error("A", "component", "There is no component \"gem\".", "Did you mean \"Gen\"?"),
            error(
                "B",
                "component",
                "There is no component \"Wholly\".",
                "There is: Gen, Import, Train.")),
        check(
            nodes(
                "{\"id\": \"A\", \"component\": \"gem\"},"
                    + " {\"id\": \"B\", \"component\": \"Wholly\"}")));
  }

  @Test
  void linksThatDoNotFitAreErrors() {
    String document =
        nodes(
            GEN
                + """
                {"id": "None", "component": "Train"},
                {"id": "Two", "component": "Train", "inputs": {"examples": ["G.examples", "G.examples"]}},
                {"id": "Type", "component": "Train",
                 "inputs": {"examples": "G.examples", "schema": "G.examples"}},
                {"id": "Gone", "component": "Train", "inputs": {"examples": "Gg.examples"}},
                {"id": "Out", "component": "Train", "inputs": {"examples": "G.example"}},
                {"id": "In", "component": "Train",
                 "inputs": {"examples": "G.examples", "exampels": "G.examples"}}
                """);
    assertEquals(
        List.of(
            error(
                "None",
                "inputs.examples",
                "Nothing is linked to this input.",
                "Link Examples to it."),
            error(
                "Two",
                "inputs.examples",
                "2 outputs are linked to this input, which takes one.",
                "Remove all links but one."),
            error(
                "Two",
                "inputs.examples",
                "G.examples is linked twice.",
                "Remove one of the links."),
            error(
                "Type",
                "inputs.schema",
                "G.examples is Examples, but this input takes Schema.",
                "Link an output of type Schema."),
            error(
                "Gone",
                "inputs.examples",
                "It is linked to Gg.examples, but there is no node Gg.",
                "Did you mean \"G\"?"),
            error(
                "Out",
                "inputs.examples",
                "G has no output \"example\".",
                "Did you mean \"examples\"?"),
            error(
                "In",
                "inputs.exampels",
                "Train has no input of this name.",
                "Did you mean \"examples\"?")),
        check(document));
  }

  @Test
  void aParameterCanNameTheTypeOfAnOutput() {
    String document =
        """
        {"id": "I", "component": "Import", "parameters": {"artifact_type": "TYPE"}},
        {"id": "T", "component": "Train", "inputs": {"examples": "I.result"}}
        """;
    assertEquals(List.of(), check(nodes(document.replace("TYPE", "Examples"))));
    assertEquals(
        List.of(
            error(
                "T",
                "inputs.examples",
                "I.result is Schema, but this input takes Examples.",
                "Link an output of type Examples.")),
        check(nodes(document.replace("TYPE", "Schema"))));
  }

  @Test
  void aCycleIsAnErrorThatNamesItsNodes() {
    String node =
        "{\"id\": \"%s\", \"component\": \"Train\", \"inputs\": {\"examples\": \"%s.model\"}}";
    Problem problem =
        check(nodes(node.formatted("A", "B") + ", " + node.formatted("B", "A"))).getFirst();
    assertEquals(
        error("B", "inputs", "The links form a cycle: B → A → B.", "Remove one of these links."),
        problem);
  }

  @Test
  void twoNodesOfOneNameOrFolderAreErrors() {
    assertEquals(
        List.of(
            error("G", "id", "Two nodes have this name.", "Rename one of them."),
            error(
                "g",
                "id",
                "Its name differs from G by case alone; their folders would be one.",
                "Rename one of them.")),
        check(nodes(GEN + GEN + "{\"id\": \"g\", \"component\": \"Gen\"}")));
  }

  @Test
  void twoNodesOfOneNameAreNoCycle() {
    String node = "{\"id\": \"A\", \"component\": \"Train\", \"inputs\": {\"examples\": \"%s\"}}";
    List<Problem> problems =
        check(nodes(GEN + node.formatted("G.examples") + ", " + node.formatted("A.model")));
    assertTrue(problems.stream().noneMatch(p -> p.what().contains("cycle")), problems::toString);
    assertTrue(
        problems.contains(error("A", "id", "Two nodes have this name.", "Rename one of them.")));
  }

  @Test
  void fieldsOfALaterVersionThatWouldMatterAreErrorsAndOthersWarnings() {
    String document =
        "{\"format\": 1, \"name\": \"p\", \"exit_handlers\": [], \"pipelines\": {\"a\": 1}, \"layuot\": 1,"
            + " \"nodes\": [{\"id\": \"G\", \"component\": \"Gen\", \"exit_handler\": \"x > 1\"}]}";
    assertEquals(
        List.of(
            Problem.error(
                null,
                "pipelines",
                "This version does not run pipelines.",
                "Remove it, or run the pipeline with a newer Pipewright."),
            Problem.warning(
                null,
                "layuot",
                "This version does not know the field; it is kept, and does nothing.",
                "Did you mean \"layout\"?"),
            error(
                "G",
                "exit_handler",
                "This version does not run exit handler.",
                "Remove it, or run the pipeline with a newer Pipewright.")),
        check(document));
  }

  @Test
  void valuesThatARunGivesAreCheckedToo() {
    Map<String, ParameterValue> runtime =
        Map.of(
            "steps",
            ParameterValue.of(101),
            "word",
            ParameterValue.of(1),
            "x",
            ParameterValue.NULL);
    assertEquals(
        List.of(
            Problem.error(
                null,
                "parameters.word",
                "The value given is not of type string.",
                "Give another value."),
            Problem.error(
                null,
                "parameters.x",
                "The pipeline has no runtime parameter of this name.",
                "There is: steps, many, word."),
            error(
                "T",
                "num_steps",
                "101 is out of range.",
                "Set it to a whole number from 1 to 100.")),
        PipelineChecks.check(
            parse(train("{\"num_steps\": {\"$runtime\": \"steps\"}}")), REGISTRY, runtime));
  }

  @Test
  void aProblemIsASentenceWithItsPlace() {
    assertEquals(
        "T.rate: It is wrong. Mend it.", error("T", "rate", "It is wrong.", "Mend it.").toString());
  }
}
