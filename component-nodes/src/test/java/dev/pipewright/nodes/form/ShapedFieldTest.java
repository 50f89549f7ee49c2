package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapedFieldTest {

  private static ShapedField optimizer(TestNode node) {
    return assertInstanceOf(ShapedField.class, new FormViewModel(node).field("optimizer"));
  }

  private static FormField part(ShapedField field, String path) {
    return field
        .children()
        .flatMap(f -> f instanceof StructField s ? s.fields().stream() : Stream.of(f))
        .filter(f -> f.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static TestNode penguinsTrainer() {
    return TestNode.in(
        ProjectFile.read(Path.of("../samples/penguins/penguins.pipewright")), "Trainer");
  }

  @Test
  void showsTheDefaultOptimizerByItsFields() {
    ShapedField field = optimizer(TestNode.of("Trainer", "{}"));
    assertTrue(field.shaped().get());
    assertEquals("Adam", ((ChoiceField) part(field, "optimizer.class_name")).choice().get());
  }

  @Test
  void setsTheLearningRateOfAnOptimizerThatWasAName() {
    TestNode node = TestNode.of("Trainer", "{\"optimizer\": \"sgd\"}");
    ShapedField field = optimizer(node);
    TextualField rate = (TextualField) part(field, "optimizer.config.learning_rate");
    rate.text().set("0.05");
    rate.commit();
    assertEquals(
        "{\"optimizer\": {\"class_name\": \"SGD\", \"config\": {\"learning_rate\": 0.05}}}",
        node.json());
  }

  @Test
  void keepsSettingsThatItDoesNotShow() {
    TestNode node =
        TestNode.of(
            "Trainer",
            "{\"optimizer\": {\"class_name\": \"Adam\", \"config\": {\"beta_1\": 0.8}}}");
    TextualField rate = (TextualField) part(optimizer(node), "optimizer.config.learning_rate");
    rate.text().set("1e-3");
    rate.commit();
    assertEquals(
        "{\"optimizer\": {\"class_name\": \"Adam\", \"config\": {\"beta_1\": 0.8,"
            + " \"learning_rate\": 0.001}}}",
        node.json());
  }

  @Test
  void showsWhatHasNoShapeAsText() {
    ShapedField field =
        optimizer(TestNode.of("Trainer", "{\"optimizer\": {\"class_name\": \"Lion\"}}"));
    assertFalse(field.shaped().get());
    assertFalse(field.isFit());
    assertTrue(field.json().isLong());
  }

  @Test
  void changesBetweenFieldsAndText() {
    ShapedField field = optimizer(TestNode.of("Trainer", "{\"optimizer\": \"adam\"}"));
    field.toggleText();
    assertFalse(field.shaped().get());
    assertEquals("adam", field.json().text().get());
    field.toggleText();
    assertTrue(field.shaped().get());
  }

  @Test
  void listsTheLayersOfThePenguinsModel() {
    ShapedField model =
        assertInstanceOf(ShapedField.class, new FormViewModel(penguinsTrainer()).field("model"));
    LayersField layers = assertInstanceOf(LayersField.class, model.shape());
    assertEquals(6, layers.inputCount());
    assertEquals(
        List.of("CategoryEncoding", "CategoryEncoding", "Concatenate", "Dense", "Dense"),
        layers.rows().stream().map(r -> r.layer().className()).toList());
    assertEquals("num_tokens 4, output_mode multi_hot", layers.rows().getFirst().summary());
  }

  @Test
  void setsUnitsAndKeepsTheRows() {
    TestNode node = penguinsTrainer();
    FormViewModel form = new FormViewModel(node);
    LayersField layers = (LayersField) ((ShapedField) form.field("model")).shape();
    LayersField.Row hidden = layers.rows().get(3);
    TextualField units = hidden.number().orElseThrow();
    units.text().set("24");
    units.commit();
    assertEquals(hidden, layers.rows().get(3));
    assertEquals("24", units.text().get());
    assertTrue(node.json().contains("\"units\": 24"));
    assertEquals(List.of(), node.problems().get());
    node.undo();
    assertEquals("16", units.text().get());
    hidden.activation().orElseThrow().choose("tanh");
    assertTrue(node.json().contains("\"activation\": \"tanh\""));
  }

  @Test
  void addsAndRemovesLayersOfAModelThatStillTrains() {
    TestNode node = penguinsTrainer();
    LayersField layers =
        (LayersField) ((ShapedField) new FormViewModel(node).field("model")).shape();
    layers.add();
    assertEquals(6, layers.rows().size());
    assertEquals(List.of(), node.problems().get());
    layers.remove(layers.rows().get(3));
    assertEquals(List.of(), node.problems().get());
    assertEquals(
        List.of("dense", "species"),
        layers.rows().stream().skip(3).map(r -> r.layer().name()).toList());
  }

  @Test
  void followsAModelThatIsReplaced() {
    TestNode node = penguinsTrainer();
    FormViewModel form = new FormViewModel(node);
    ShapedField model = (ShapedField) form.field("model");
    node.with("model", ParameterValue.of("none"));
    assertFalse(model.shaped().get());
    assertEquals(1, model.problems().get().size());
    node.with("model", penguinsTrainer().node().get().parameters().get("model").orElseThrow());
    assertTrue(model.shaped().get());
  }
}
