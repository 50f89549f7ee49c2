package dev.pipewright.pipeline.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.file.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  private static final Parameters PARAMETERS =
      new Parameters(
          "Trainer",
          (Fields)
              JsonText.parse(
                  """
                  {"text": "x", "path": "/a/b", "int": 3, "real": 0.5, "flag": true, "null": null,
                   "list": ["a", "b"], "objects": [{"n": 1}, {"n": 2}],
                   "object": {"inner": {"steps": "many"}}}
                  """));

  @Test
  void gettersGiveWhatIsSet() {
    assertEquals(Optional.of("x"), PARAMETERS.text("text"));
    assertEquals(Optional.of(Path.of("/a/b")), PARAMETERS.path("path"));
    assertEquals(Optional.of(3L), PARAMETERS.integer("int"));
    assertEquals(Optional.of(3.0), PARAMETERS.number("int"));
    assertEquals(Optional.of(0.5), PARAMETERS.number("real"));
    assertTrue(PARAMETERS.flag("flag"));
    assertEquals(List.of("a", "b"), PARAMETERS.texts("list"));
    assertEquals(
        List.of(Optional.of(1L), Optional.of(2L)),
        PARAMETERS.structs("objects").stream().map(p -> p.integer("n")).toList());
  }

  @ParameterizedTest
  @CsvSource({"gone", "null"})
  void whatIsNotSetOrNullIsEmpty(String name) {
    assertEquals(Optional.empty(), PARAMETERS.value(name));
    assertEquals(Optional.empty(), PARAMETERS.text(name));
    assertEquals(Optional.empty(), PARAMETERS.integer(name));
    assertEquals(Optional.empty(), PARAMETERS.number(name));
    assertFalse(PARAMETERS.flag(name));
    assertEquals(List.of(), PARAMETERS.items(name));
    assertEquals(List.of(), PARAMETERS.structs(name));
    assertEquals(Fields.EMPTY, PARAMETERS.struct(name).fields());
  }

  private static void assertWrong(Function<Parameters, Object> getter, String where, String what) {
    ParameterException e = assertThrows(ParameterException.class, () -> getter.apply(PARAMETERS));
    assertEquals(Location.subject(where), e.where());
    assertEquals(what, e.what());
  }

  @Test
  void aValueThatDoesNotFitIsTheUsersErrorWithItsPlace() {
    assertWrong(p -> p.text("int"), "Trainer.int", "int must be a text.");
    assertWrong(p -> p.integer("real"), "Trainer.real", "real must be a whole number.");
    assertWrong(p -> p.number("text"), "Trainer.text", "text must be a number.");
    assertWrong(p -> p.flag("text"), "Trainer.text", "text must be true or false.");
    assertWrong(p -> p.items("text"), "Trainer.text", "text must be a list.");
    assertWrong(p -> p.texts("objects"), "Trainer.objects", "objects must be a list of texts.");
    assertWrong(p -> p.struct("list"), "Trainer.list", "list must be an object.");
    assertWrong(p -> p.structs("list"), "Trainer.list", "list must be a list of objects.");
  }

  @Test
  void thePlaceLeadsIntoObjectsAndLists() {
    assertWrong(
        p -> p.struct("object").struct("inner").integer("steps"),
        "Trainer.object.inner.steps",
        "steps must be a whole number.");
    assertWrong(
        p -> p.structs("objects").get(1).text("n"), "Trainer.objects[1].n", "n must be a text.");
  }

  @Test
  void whatIsRequiredMustBeSet() {
    assertEquals("x", PARAMETERS.require("text", PARAMETERS.text("text")));
    assertWrong(p -> p.require("gone", p.text("gone")), "Trainer.gone", "gone is not set.");
  }

  @Test
  void aSpecFindsItsPortsAndParametersByName() {
    PortSpec in = PortSpec.many("examples", ArtifactType.EXAMPLES, "");
    PortSpec out = PortSpec.one("model", ArtifactType.MODEL, "");
    ParameterSpec steps =
        ParameterSpec.required("steps", new ParameterType.Int(1, 9), "").in("steps");
    ComponentSpec spec =
        new ComponentSpec(
            "X",
            ComponentSpec.Category.TRAINING,
            1,
            "",
            List.of(in),
            List.of(out),
            List.of(steps),
            ComponentSpec.Resources.CPU);
    assertEquals(Optional.of(in), spec.input("examples"));
    assertEquals(Optional.empty(), spec.input("model"));
    assertEquals(Optional.of(out), spec.output("model"));
    assertEquals(Optional.of(steps), spec.parameter("steps"));
    assertEquals("steps", steps.unit());
  }

  @Test
  void specsThatMakeNoSenseAreRefused() {
    ParameterValue one = ParameterValue.of(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ParameterSpec("x", new ParameterType.Bool(), one, true, "", ""));
    assertThrows(IllegalArgumentException.class, () -> new ParameterType.Int(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new ParameterType.Real(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new ArtifactType(" "));
    assertThrows(
        IllegalArgumentException.class,
        () -> Artifact.of(1, ArtifactType.MODEL, Path.of("relative"), "", java.util.Map.of()));
  }
}
