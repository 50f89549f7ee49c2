package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedParametersTest {

  private static final ParameterType INT = new ParameterType.Int(0, 100);

  private static final ParameterSpec ARGS =
      ParameterSpec.optional(
          "args",
          new ParameterType.Struct(
              List.of(
                  ParameterSpec.optional("steps", INT, ""),
                  ParameterSpec.optional("batch", INT, ""))),
          "");

  private static Fields fields(String json) {
    return (Fields) JsonText.parse(json);
  }

  private static ComponentSpec component(ParameterSpec... parameters) {
    return new ComponentSpec(
        "X",
        ComponentSpec.Category.DATA,
        1,
        "",
        List.of(),
        List.of(),
        List.of(parameters),
        ComponentSpec.Resources.LIGHT);
  }

  @Test
  void sharesWhatHasOneNameAndType() {
    ParameterSpec seed = ParameterSpec.withDefault("seed", INT, ParameterValue.of(1), "Seed.");
    ParameterSpec other = ParameterSpec.withDefault("seed", INT, ParameterValue.of(2), "Seed.");
    ParameterSpec text = ParameterSpec.optional("name", new ParameterType.Text(), "");
    ParameterSpec number = ParameterSpec.optional("name", INT, "");
    assertEquals(
        List.of(ParameterSpec.optional("seed", INT, "Seed.")),
        SharedParameters.of(List.of(component(seed, text), component(number, other))));
  }

  @Test
  void marksWhatDiffersAsDeepAsCanBe() {
    Fields common =
        SharedParameters.common(
            List.of(ARGS),
            List.of(
                fields("{\"args\": {\"steps\": 5, \"batch\": 2}}"),
                fields("{\"args\": {\"steps\": 9, \"batch\": 2}}")));
    assertEquals(
        Fields.EMPTY.with(
            "args", Fields.EMPTY.with("steps", Mixed.VALUE).with("batch", ParameterValue.of(2))),
        common);
  }

  @Test
  void whatIsNotSetDiffersFromWhatIs() {
    assertEquals(
        Fields.EMPTY.with("args", Fields.EMPTY.with("steps", Mixed.VALUE)),
        SharedParameters.common(
            List.of(ARGS), List.of(Fields.EMPTY, fields("{\"args\": {\"steps\": 5}}"))));
  }

  @Test
  void changesInEachWhatWasChangedInCommonAlone() {
    Fields before = Fields.EMPTY.with("steps", Mixed.VALUE).with("batch", ParameterValue.of(2));
    Fields own = fields("{\"steps\": 5, \"batch\": 2, \"later\": 1}");
    assertEquals(
        fields("{\"steps\": 5, \"batch\": 3, \"later\": 1}"),
        SharedParameters.changed(ARGS, own, before, before.with("batch", ParameterValue.of(3))));
    assertEquals(
        fields("{\"batch\": 2, \"later\": 1}"),
        SharedParameters.changed(ARGS, own, before, before.without("steps")));
    assertEquals(
        fields("{\"batch\": 3}"),
        SharedParameters.changed(ARGS, null, before, before.with("batch", ParameterValue.of(3))));
  }
}
