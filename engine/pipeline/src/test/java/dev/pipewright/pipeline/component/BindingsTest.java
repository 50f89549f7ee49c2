package dev.pipewright.pipeline.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BindingsTest {

  private static final ParameterType PATH =
      new ParameterType.PathName(ParameterType.PathName.Role.INPUT_FOLDER);

  private static final List<ParameterSpec> SPECS =
      List.of(
          ParameterSpec.required("input_base", PATH, ""),
          ParameterSpec.withDefault(
              "rate", new ParameterType.Real(0, 1), ParameterValue.of(0.5), ""),
          ParameterSpec.optional("label", new ParameterType.Text(), ""),
          ParameterSpec.optional(
              "train_args",
              new ParameterType.Struct(
                  List.of(
                      ParameterSpec.withDefault(
                          "num_steps",
                          new ParameterType.Int(0, Long.MAX_VALUE),
                          ParameterValue.of(100),
                          ""),
                      ParameterSpec.optional("files", new ParameterType.ListOf(PATH), ""))),
              ""),
          ParameterSpec.optional("config", new ParameterType.Json(), ""));

  private static ParameterValue bind(String json) {
    return new Bindings(
            Map.of("n", ParameterValue.of(7), "dir", ParameterValue.of("runtime/data")),
            path -> "/p/" + path)
        .bind("Node", SPECS, (Fields) JsonText.parse(json))
        .fields();
  }

  @Test
  void fillsInDefaultsAndTreatsPathsAndReferencesAtEveryLevel() {
    assertEquals(
        JsonText.parse(
            """
            {"input_base": "/p/runtime/data", "rate": 1.0,
             "train_args": {"num_steps": 7, "files": ["/p/a", "/p/runtime/data"]},
             "config": {"deep": [7]}}
            """),
        bind(
            """
            {"input_base": {"$runtime": "dir"}, "rate": 1,
             "train_args": {"num_steps": {"$runtime": "n"}, "files": ["a", {"$runtime": "dir"}]},
             "config": {"deep": [{"$runtime": "n"}]}, "unknown": 1}
            """));
  }

  @Test
  void anObjectThatIsSetHasTheDefaultsOfItsFields() {
    assertEquals(
        JsonText.parse("{\"rate\": 0.5, \"train_args\": {\"num_steps\": 100}}"),
        bind("{\"train_args\": {}}"));
  }

  @Test
  void aReferenceWithoutAValueStays() {
    assertEquals(
        JsonText.parse("{\"rate\": 0.5, \"label\": {\"$runtime\": \"gone\"}}"),
        bind("{\"label\": {\"$runtime\": \"gone\"}}"));
  }

  @Test
  void gettersNameTheParameterThatDoesNotFit() {
    Parameters parameters =
        new Parameters("Node", (Fields) JsonText.parse("{\"a\": [\"x\", 1], \"b\": null}"));
    ParameterException e = assertThrows(ParameterException.class, () -> parameters.texts("a"));
    assertEquals(
        "Node.a: a must be a list of texts. Change its value in the node's parameters.",
        e.getMessage());
    assertEquals(Optional.empty(), parameters.text("b"));
    assertThrows(ParameterException.class, () -> parameters.require("b", parameters.integer("b")));
  }

  @Test
  void twoComponentsOfOneNameAreRefused() {
    ComponentSpec spec =
        new ComponentSpec(
            "X",
            ComponentSpec.Category.DATA,
            1,
            "",
            List.of(),
            List.of(),
            List.of(),
            ComponentSpec.Resources.LIGHT);
    Component component =
        new Component() {
          @Override
          public ComponentSpec spec() {
            return spec;
          }

          @Override
          public Behavior behavior() {
            return (Executor) execution -> {};
          }
        };
    assertEquals(List.of(spec), ComponentRegistry.of(List.of(component)).specs());
    assertThrows(
        IllegalStateException.class, () -> ComponentRegistry.of(List.of(component, component)));
  }
}
