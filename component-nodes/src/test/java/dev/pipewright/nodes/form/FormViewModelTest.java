package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormViewModelTest {

  private static final ParameterType STEPS = new ParameterType.Int(1, Integer.MAX_VALUE);
  private static final ParameterType TEXT = new ParameterType.Text();

  private static final List<ParameterSpec> SPECS =
      List.of(
          ParameterSpec.withDefault("steps", STEPS, ParameterValue.of(1_000L), "").in("steps"),
          ParameterSpec.required("label", TEXT, ""),
          ParameterSpec.optional("limit", new ParameterType.Real(0, 10), ""),
          ParameterSpec.withDefault(
              "shuffle", new ParameterType.Bool(), ParameterValue.of(true), ""),
          ParameterSpec.withDefault(
              "mode",
              new ParameterType.Choice(List.of("fail", "skip")),
              ParameterValue.of("fail"),
              ""),
          ParameterSpec.withDefault(
              "splits",
              new ParameterType.ListOf(TEXT),
              ParameterValue.of(List.of(ParameterValue.of("train"))),
              ""),
          ParameterSpec.optional("slices", new ParameterType.MapOf(TEXT), ""),
          ParameterSpec.withDefault(
              "args",
              new ParameterType.Struct(
                  List.of(
                      ParameterSpec.optional("count", STEPS, ""),
                      ParameterSpec.optional(
                          "inner",
                          new ParameterType.Struct(
                              List.of(ParameterSpec.optional("name", TEXT, ""))),
                          ""))),
              ParameterValue.of(Map.of()),
              ""),
          ParameterSpec.optional(
              "stopping",
              new ParameterType.Struct(
                  List.of(ParameterSpec.withDefault("patience", STEPS, ParameterValue.of(3L), ""))),
              ""),
          ParameterSpec.optional("model", new ParameterType.Json(), ""));

  private static FormViewModel form(TestNode node) {
    return new FormViewModel(node);
  }

  private static TextualField text(FormViewModel form, String path) {
    return assertInstanceOf(TextualField.class, form.field(path));
  }

  private static void type(TextualField field, String typed) {
    field.text().set(typed);
    field.commit();
  }

  @Test
  void showsWhatIsSetAndPromptsWithTheDefault() {
    FormViewModel form = form(TestNode.of(SPECS, "{\"label\": \"species\"}"));
    assertEquals("", text(form, "steps").text().get());
    assertEquals("1,000", text(form, "steps").prompt());
    assertEquals("species", text(form, "label").text().get());
    assertEquals("not set", text(form, "limit").prompt());
    assertTrue(assertInstanceOf(SwitchField.class, form.field("shuffle")).on().get());
    assertEquals("fail", assertInstanceOf(ChoiceField.class, form.field("mode")).choice().get());
  }

  @Test
  void setsAParameterByOneEdit() {
    TestNode node = TestNode.of(SPECS, "{}");
    type(text(form(node), "steps"), "2,500");
    assertEquals(
        List.<Edit>of(
            new Edit.SetParameter(new NodeId("Probe"), "steps", ParameterValue.of(2_500L))),
        node.edits());
  }

  @Test
  void showsACommittedValueInItsOwnForm() {
    TextualField steps = text(form(TestNode.of(SPECS, "{}")), "steps");
    type(steps, " 2500 ");
    assertEquals("2,500", steps.text().get());
  }

  @Test
  void editsNothingForTheSameValueWrittenOtherwise() {
    TestNode node = TestNode.of(SPECS, "{\"steps\": 2500}");
    TextualField steps = text(form(node), "steps");
    type(steps, "+2500");
    assertEquals(List.of(), node.edits());
    assertEquals("2,500", steps.text().get());
  }

  @Test
  void keepsATextThatIsNoValueAndTheDocumentAsItWas() {
    TestNode node = TestNode.of(SPECS, "{\"steps\": 5}");
    TextualField steps = text(form(node), "steps");
    type(steps, "0");
    assertEquals("0", steps.text().get());
    assertEquals("0 is out of range. Enter a number of at least 1.", steps.message().get());
    assertEquals(List.of(), node.edits());
  }

  @Test
  void dropsTheMessageAsSoonAsTheTextWouldDo() {
    TextualField steps = text(form(TestNode.of(SPECS, "{}")), "steps");
    type(steps, "x");
    steps.text().set("12");
    assertEquals("", steps.message().get());
  }

  @Test
  void revertsToTheValueOfTheDocument() {
    TextualField steps = text(form(TestNode.of(SPECS, "{\"steps\": 5}")), "steps");
    type(steps, "x");
    steps.revert();
    assertEquals("5", steps.text().get());
    assertEquals("", steps.message().get());
  }

  @Test
  void unsetsWhatIsMadeBlank() {
    TestNode node = TestNode.of(SPECS, "{\"steps\": 5}");
    type(text(form(node), "steps"), " ");
    assertEquals(
        List.<Edit>of(new Edit.UnsetParameter(new NodeId("Probe"), "steps")), node.edits());
  }

  @Test
  void followsAnUndo() {
    TestNode node = TestNode.of(SPECS, "{}");
    TextualField steps = text(form(node), "steps");
    type(steps, "7");
    node.undo();
    assertEquals("", steps.text().get());
    assertFalse(steps.canReset());
  }

  @Test
  void keepsWhatIsBeingTypedWhileOtherParametersChange() {
    TestNode node = TestNode.of(SPECS, "{\"steps\": 5}");
    TextualField steps = text(form(node), "steps");
    steps.text().set("77");
    node.with("label", ParameterValue.of("sex"));
    assertEquals("77", steps.text().get());
    node.with("steps", ParameterValue.of(6L));
    assertEquals("6", steps.text().get());
  }

  @Test
  void makesTheObjectsAroundAFieldAndTakesThemAwayAgain() {
    TestNode node = TestNode.of(SPECS, "{}");
    FormViewModel form = form(node);
    type(text(form, "args.inner.name"), "a");
    assertEquals("{\"args\": {\"inner\": {\"name\": \"a\"}}}", node.json());
    type(text(form, "args.count"), "2");
    type(text(form, "args.inner.name"), "");
    assertEquals("{\"args\": {\"count\": 2}}", node.json());
    text(form, "args.count").reset();
    assertEquals("{}", node.json());
  }

  @Test
  void switchesAnObjectThatMeansSomethingByBeingThere() {
    TestNode node = TestNode.of(SPECS, "{}");
    FormViewModel form = form(node);
    StructField stopping = assertInstanceOf(StructField.class, form.field("stopping"));
    assertFalse(stopping.on().get());
    stopping.toggle();
    assertEquals("{\"stopping\": {}}", node.json());
    type(text(form, "stopping.patience"), "5");
    type(text(form, "stopping.patience"), "");
    assertEquals("{\"stopping\": {}}", node.json());
    stopping.toggle();
    assertEquals("{}", node.json());
  }

  @Test
  void changesListsFromTheirDefault() {
    TestNode node = TestNode.of(SPECS, "{}");
    ListField splits = assertInstanceOf(ListField.class, form(node).field("splits"));
    assertEquals(1, splits.items().size());
    splits.add();
    type((TextualField) splits.items().get(1), "eval");
    assertEquals("{\"splits\": [\"train\", \"eval\"]}", node.json());
    splits.move(1, 0);
    assertEquals("{\"splits\": [\"eval\", \"train\"]}", node.json());
    splits.move(0, -1);
    splits.remove(0);
    assertEquals("{}", node.json());
  }

  @Test
  void keepsTheFieldsOfAListInTheirPlaces() {
    TestNode node = TestNode.of(SPECS, "{\"splits\": [\"a\", \"b\", \"c\"]}");
    ListField splits = assertInstanceOf(ListField.class, form(node).field("splits"));
    FormField first = splits.items().getFirst();
    splits.remove(0);
    assertEquals(first, splits.items().getFirst());
    assertEquals("b", ((TextualField) first).text().get());
    assertEquals(2, splits.items().size());
  }

  @Test
  void changesMapsAndTheirKeysInPlace() {
    TestNode node = TestNode.of(SPECS, "{}");
    MapField slices = assertInstanceOf(MapField.class, form(node).field("slices"));
    slices.add();
    slices.add();
    MapField.Entry first = slices.entries().getFirst();
    first.keyText().set("key2");
    first.commitKey();
    assertEquals("There is another “key2”. Enter a name that is free.", first.message().get());
    first.keyText().set("island");
    first.commitKey();
    type((TextualField) slices.entries().getFirst().value(), "Biscoe");
    assertEquals("{\"slices\": {\"island\": \"Biscoe\", \"key2\": \"\"}}", node.json());
    slices.entries().getLast().remove();
    slices.entries().getLast().remove();
    assertEquals("{}", node.json());
  }

  @Test
  void togglesAndChooses() {
    TestNode node = TestNode.of(SPECS, "{}");
    FormViewModel form = form(node);
    ((SwitchField) form.field("shuffle")).toggle();
    ((ChoiceField) form.field("mode")).choose("skip");
    ((ChoiceField) form.field("mode")).choose("skip");
    assertEquals("{\"shuffle\": false, \"mode\": \"skip\"}", node.json());
    assertEquals(2, node.edits().size());
  }

  @Test
  void keepsAndMakesReferencesToRuntimeParameters() {
    TestNode node = TestNode.of(SPECS, "{}");
    FormViewModel form = form(node);
    type(text(form, "steps"), "${num_steps}");
    node.with("shuffle", new RuntimeReference("mix"));
    assertEquals("${num_steps}", text(form, "steps").text().get());
    assertEquals("mix", form.field("shuffle").reference().orElseThrow());
    form.field("shuffle").reset();
    assertEquals("{\"steps\": {\"$runtime\": \"num_steps\"}}", node.json());
  }

  @Test
  void takesProblemsToTheFieldsTheyNameOrTheNextAbove() {
    TestNode node = TestNode.of(SPECS, "{\"splits\": [\"a\"], \"model\": {\"x\": 1}}");
    FormViewModel form = form(node);
    List<Problem> problems =
        List.of(
            problem("splits[0]"),
            problem("model.config.layers[3]"),
            problem("args.unknown"),
            problem("stepsize"),
            problem("inputs.examples"));
    node.has(problems.toArray(Problem[]::new));
    ListField splits = (ListField) form.field("splits");
    assertEquals(List.of(problems.get(0)), splits.items().getFirst().problems().get());
    assertEquals(List.of(), splits.problems().get());
    assertEquals(List.of(problems.get(1)), form.field("model").problems().get());
    assertEquals(List.of(problems.get(2)), form.field("args").problems().get());
    assertEquals(List.of(problems.get(3)), form.otherProblems().get());
    node.has();
    assertEquals(List.of(), form.field("model").problems().get());
  }

  @Test
  void showsWhatTheChecksSayAfterAnEdit() {
    TestNode node = TestNode.of(SPECS, "{\"label\": \"a\"}");
    FormViewModel form = form(node);
    assertEquals(List.of(), form.field("label").problems().get());
    type(text(form, "label"), "");
    assertEquals("It must be set.", form.field("label").problems().get().getFirst().what());
  }

  @Test
  void showsAValueOfAnotherTypeAsItIs() {
    FormViewModel form = form(TestNode.of(SPECS, "{\"steps\": \"many\", \"splits\": 3}"));
    assertEquals("many", text(form, "steps").text().get());
    assertEquals(1, form.field("steps").problems().get().size());
    assertEquals(1, form.field("splits").problems().get().size());
  }

  @Test
  void isNotKeptByItsModel() throws InterruptedException {
    TestNode node = TestNode.of(SPECS, "{}");
    var form = new WeakReference<>(form(node));
    for (int i = 0; i < 50 && form.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertEquals(null, form.get());
  }

  @Test
  void knowsNoOtherPaths() {
    FormViewModel form = form(TestNode.of(SPECS, "{}"));
    assertThrows(IllegalArgumentException.class, () -> form.field("nothing"));
    assertThrows(IllegalArgumentException.class, () -> form.field("args.nothing"));
  }

  private static Problem problem(String field) {
    return new Problem(
        Problem.Severity.WARNING, new NodeId("Probe"), field, "Wrong: " + field, "Mend it.");
  }

  @Test
  void stepsWholeNumbersWithinTheirRange() {
    FormViewModel form = form(TestNode.of(SPECS, "{\"label\": \"x\"}"));
    TextualField steps = text(form, "steps");
    assertTrue(steps.step(10));
    assertEquals("1,010", steps.text().get());
    type(steps, "5");
    assertTrue(steps.step(-10));
    assertEquals("1", steps.text().get());
    assertFalse(text(form, "label").step(1));
  }
}
