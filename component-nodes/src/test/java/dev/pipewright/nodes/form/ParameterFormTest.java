package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.nodes.code.CodeLanguage;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The form as a person uses it.
@ExtendWith(FxToolkit.class)
class ParameterFormTest {

  private static final int WIDTH = 312;

  private static Pipeline sample() {
    return ProjectFile.read(Path.of("../samples/penguins/penguins.pipewright"));
  }

  private static Scene show(TestNode node, PathChooser chooser) {
    return show(Theme.LIGHT, node, chooser);
  }

  private static Scene show(Theme theme, TestNode node) {
    return show(theme, node, (role, current, owner) -> Optional.empty());
  }

  private static Scene show(Theme theme, TestNode node, PathChooser chooser) {
    ScrollPane scroll =
        Fx.call(
            () -> {
              ScrollPane pane = new ScrollPane(ParameterForm.of(node, chooser));
              pane.setFitToWidth(true);
              return pane;
            });
    return Themed.show(theme, scroll, WIDTH, 900);
  }

  private static Scene show(TestNode node) {
    return show(node, (role, current, owner) -> Optional.empty());
  }

  private static TextField field(Scene scene, String accessibleText) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".text-field").stream()
                .filter(n -> accessibleText.equals(n.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static CodeField code(Scene scene, String accessibleText) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".code-field").stream()
                .filter(n -> accessibleText.equals(n.getAccessibleText()))
                .map(CodeField.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static List<String> messages(Scene scene) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".message-text").stream()
                .map(n -> ((Text) ((TextFlow) n).getChildren().getFirst()).getText())
                .toList());
  }

  @Test
  void commitsWhatIsTypedOnEnter(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(field(scene, "Train steps")).press(KeyCode.CONTROL, KeyCode.A).type("2,500");
    assertEquals(List.of(), node.edits());
    hands.press(KeyCode.ENTER);
    assertEquals(1, node.edits().size());
    assertTrue(node.json().contains("\"num_steps\": 2500"), node.json());
    assertEquals("2,500", field(scene, "Train steps").getText());
  }

  @Test
  void commitsWhatIsTypedWhenTheFieldIsLeftByTab(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(field(scene, "Train steps")).press(KeyCode.CONTROL, KeyCode.A).type("7");
    hands.press(KeyCode.TAB);
    assertTrue(node.json().contains("\"num_steps\": 7"), node.json());
    assertEquals("Eval steps", Fx.call(() -> scene.getFocusOwner().getAccessibleText()));
  }

  @Test
  void takesBackWhatIsTypedOnEscape(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(field(scene, "Train steps")).press(KeyCode.CONTROL, KeyCode.A).type("7");
    hands.press(KeyCode.ESCAPE);
    assertEquals("300", field(scene, "Train steps").getText());
    hands.press(KeyCode.ENTER);
    assertEquals(List.of(), node.edits());
  }

  @Test
  void marksWhatIsNoValueAndSaysWhatWouldBe(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    TextField steps = field(scene, "Train steps");
    hands.click(steps).press(KeyCode.CONTROL, KeyCode.A).type("0").press(KeyCode.ENTER);
    assertEquals("0", steps.getText());
    assertTrue(
        Fx.call(() -> steps.getPseudoClassStates().contains(PseudoClass.getPseudoClass("error"))));
    assertEquals(List.of("0 is out of range. Enter a number of at least 1."), messages(scene));
    assertEquals(List.of(), node.edits());
  }

  @Test
  void saysWhatIsWrongWhileItIsTypedAndOffersTheNearest(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    TextField batch = field(scene, "Train batch size");
    hands.click(batch).press(KeyCode.CONTROL, KeyCode.A).type("2,000,000");
    Fx.settle();
    assertEquals(
        List.of("2,000,000 is out of range. Enter a number from 1 to 1,000,000."), messages(scene));
    assertEquals(List.of(), node.edits());

    hands.click((Hyperlink) Fx.call(() -> scene.getRoot().lookup(".message-fix")));

    assertEquals("1,000,000", batch.getText());
    assertEquals(List.of(), messages(scene));
    assertTrue(node.json().contains("\"train_batch_size\": 1000000"), node.json());
  }

  @Test
  void forgivesWhatIsTypedOnTheWay(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(field(scene, "Learning rate")).press(KeyCode.CONTROL, KeyCode.A).type("1e");
    assertEquals(1, messages(scene).size());
    hands.type("-3");
    assertEquals(List.of(), messages(scene));
    hands.press(KeyCode.ENTER);
    assertTrue(node.json().contains("\"learning_rate\": 0.001"), node.json());
  }

  @Test
  void marksWhatWasChangedUntilItIsReset(Hands hands) {
    TestNode node = TestNode.of("Trainer", "{\"shuffle\": true, \"label_key\": \"y\"}");
    Scene scene = show(node);
    assertEquals(List.of(), changed(scene), "a default that is written down is no change");
    hands.click(field(scene, "Train batch size")).press(KeyCode.CONTROL, KeyCode.A).type("64");
    hands.press(KeyCode.ENTER);
    assertEquals(List.of("Train batch size"), changed(scene));
    Node reset =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".form-reset").stream()
                    .filter(each -> each.isVisible() && "Train batch size".equals(label(each)))
                    .findFirst()
                    .orElseThrow());
    hands.click(reset);
    assertEquals(List.of(), changed(scene));
  }

  private static List<String> changed(Scene scene) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".form-changed").stream()
                .filter(Node::isVisible)
                .map(ParameterFormTest::label)
                .toList());
  }

  private static String label(Node inPane) {
    return ((Labeled) inPane.getParent().getChildrenUnmodifiable().getFirst()).getText();
  }

  @ParameterizedTest
  @CsvSource({
    "batch siz, Train batch size; Eval batch size",
    "label_key, Label",
    "EARLY STOPPING, Patience; Monitor; Min delta; Keep best",
    "no such thing, ''"
  })
  void leavesTheParametersThatAreLookedFor(String typed, String left) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Fx.run(() -> node.with("early_stopping", ParameterValue.of(Map.of())));
    Scene scene = show(node);
    ParameterForm form = (ParameterForm) Fx.call(() -> scene.getRoot().lookup(".parameter-form"));
    List<String> all = labels(scene);

    Fx.run(() -> form.filter(typed));

    assertEquals(
        Stream.of(left.split("; ")).filter(each -> !each.isEmpty()).sorted().toList(),
        labels(scene).stream().sorted().toList());
    assertEquals(left.isEmpty(), Fx.call(() -> scene.getRoot().lookup(".form-empty").isVisible()));
    Fx.run(() -> form.filter(""));
    assertEquals(all, labels(scene));
  }

  /// The labels of the fields that can be seen.
  private static List<String> labels(Scene scene) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".form-label").stream()
                .filter(ParameterFormTest::isSeen)
                .map(label -> ((Labeled) label).getText())
                .toList());
  }

  private static boolean isSeen(Node node) {
    for (Node around = node; around != null; around = around.getParent()) {
      if (!around.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void keepsTheFocusAndFollowsAnUndo(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    TextField steps = field(scene, "Train steps");
    hands.click(steps).press(KeyCode.CONTROL, KeyCode.A).type("5").press(KeyCode.ENTER);
    Fx.run(node::undo);
    assertEquals("300", steps.getText());
    assertEquals(steps, Fx.call(scene::getFocusOwner));
  }

  @Test
  void showsWhatTheComponentSaysBelowTheExpression(Hands hands) {
    TestNode node = TestNode.in(sample(), "Transform");
    Scene scene = show(node);
    hands.click(code(scene, "Expression")).press(KeyCode.CONTROL, KeyCode.A).type("tft.scale(sex)");
    hands.press(KeyCode.ENTER);
    assertTrue(
        messages(scene).getFirst().startsWith("There is no function tft.scale."),
        messages(scene)::toString);
    Fx.run(node::undo);
    assertEquals(List.of(), messages(scene));
  }

  @Test
  void colorsAnExpressionAsItIsTyped(Hands hands) {
    TestNode node = TestNode.in(sample(), "Transform");
    Scene scene = show(node);
    CodeField expression = code(scene, "Expression");
    hands.click(expression).press(KeyCode.CONTROL, KeyCode.A).type("tf.abs(x) + 1");
    Fx.settle();
    assertEquals(
        List.of("code-module tf.", "code-function abs", "code-number 1"),
        Fx.call(
            () ->
                expression.lookupAll(".code-text").stream()
                    .filter(n -> !n.getStyleClass().getLast().matches("code-(plain|bracket)"))
                    .map(n -> n.getStyleClass().getLast() + " " + ((Text) n).getText())
                    .toList()));
    hands.press(KeyCode.ENTER);
    assertTrue(node.json().contains("\"tf.abs(x) + 1\""), node.json());
    assertTrue(Fx.call(expression::isFocused));
    assertFalse(Fx.call(expression::isUndoable), "what was committed is the pipeline's to undo");
  }

  @Test
  void opensTheMenuOfRuntimeParametersByKey(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(field(scene, "Train batch size")).press(KeyCode.CONTROL, KeyCode.PERIOD);
    Fx.settle();
    hands.press(KeyCode.DOWN).press(KeyCode.ENTER);
    Fx.settle();
    assertTrue(
        node.json().contains("\"train_batch_size\": {\"$runtime\": \"train_batch_size\"}"),
        node.json());
  }

  private static WeakReference<Object> drawn(TestNode node) {
    return Fx.call(() -> new WeakReference<>(ParameterForm.of(node)));
  }

  @Test
  void isLetGoOfWhileItsNodeStays() {
    TestNode node = TestNode.in(sample(), "Transform");
    Leaks.assertCollected("the form", drawn(node));
    assertEquals("Transform", node.spec().name());
  }

  @Test
  void takesLinesOfJsonThatArePasted(Hands hands) {
    TestNode node =
        TestNode.of("Trainer", "{\"model\": {}, \"label_key\": \"y\", \"optimizer\": \"x\"}");
    Scene scene = show(node);
    CodeField optimizer = code(scene, "Optimizer");
    assertEquals(CodeLanguage.JSON, optimizer.language());
    double line = Fx.call(optimizer::getHeight);
    hands.click(optimizer).press(KeyCode.CONTROL, KeyCode.A).type("{\"a\":");
    hands.press(KeyCode.SHIFT, KeyCode.ENTER).type("1");
    // Several lines go on by Enter alone.
    hands.press(KeyCode.ENTER).type("}");
    Fx.settle();
    assertEquals(List.of(), node.edits());
    assertTrue(Fx.call(optimizer::getHeight) > 2 * line);
    hands.press(KeyCode.CONTROL, KeyCode.ENTER);
    assertTrue(node.json().contains("\"optimizer\": {\"a\": 1}"), node.json());
  }

  @ParameterizedTest
  @EnumSource
  void drawsCodeInTheForm(Theme theme) {
    TestNode node = TestNode.in(sample(), "Transform");
    Scene scene = show(theme, node);
    Screens.write(scene, "form-code-transform-" + theme.name().toLowerCase(Locale.ROOT));
    TestNode trainer =
        TestNode.of(
            "Trainer",
            "{\"model\": {}, \"label_key\": \"y\", \"loss\": {\"class_name\": \"Huber\", \"config\":"
                + " {\"delta\": 1.5}}}");
    Scene json = show(theme, trainer);
    Screens.write(json, "form-code-json-" + theme.name().toLowerCase(Locale.ROOT));
    assertFalse(Fx.call(() -> json.getRoot().lookupAll(".code-line-number").isEmpty()));
  }

  @Test
  void addsAndRemovesRows(Hands hands) {
    TestNode node = TestNode.in(sample(), "CsvExampleGen");
    Scene scene = show(node);
    hands.click(button(scene, "Add split"));
    assertEquals(
        "{\"input_base\": \"data\", \"input_config\": {\"splits\": [{\"name\": \"single_split\","
            + " \"pattern\": \"*\"}, {}]}}",
        node.json());
    assertEquals(2, messages(scene).size());
    hands.press(KeyCode.TAB);
    Fx.run(() -> remove(scene).fire());
    assertEquals(1, node.edits().stream().filter(Edit.UnsetParameter.class::isInstance).count());
  }

  @Test
  void bringsARowThatIsAddedIntoView(Hands hands) {
    ScrollPane scroll =
        Fx.call(
            () -> {
              ScrollPane pane = new ScrollPane(ParameterForm.of(TestNode.in(sample(), "Trainer")));
              pane.setFitToWidth(true);
              return pane;
            });
    Scene scene = Themed.show(Theme.LIGHT, scroll, WIDTH, 260);
    Node add =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".form-add").stream()
                    .filter(n -> n instanceof Labeled label && label.getText().equals("Add metric"))
                    .findFirst()
                    .orElseThrow());
    for (int i = 0; i < 3; i++) {
      // The button at the lower end, as one comes to it.
      Fx.run(
          () -> {
            double y =
                scroll
                    .getContent()
                    .sceneToLocal(add.localToScene(add.getBoundsInLocal()))
                    .getMaxY();
            double height = scroll.getViewportBounds().getHeight();
            double room = scroll.getContent().getBoundsInLocal().getHeight() - height;
            scroll.setVvalue((y - height) / room);
            add.requestFocus();
          });
      hands.press(KeyCode.SPACE);
      Fx.await("the new row", () -> scene.getFocusOwner() != add);
      Fx.settle();
      Bounds field =
          Fx.call(
              () -> scene.getFocusOwner().localToScene(scene.getFocusOwner().getBoundsInLocal()));
      assertTrue(field.getMinY() >= 0 && field.getMaxY() <= 260, field.toString());
    }
  }

  @Test
  void dragsARowToAnotherPlace(Hands hands) {
    TestNode node = TestNode.in(sample(), "Transform");
    Scene scene = show(node);
    String first = field(scene, "Name").getText();
    List<Node> grips = grips(scene);

    hands.drag(middle(grips.get(0)), middle(grips.get(2)).add(0, 4));

    assertEquals(1, node.edits().size());
    List<String> names =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".text-field").stream()
                    .filter(n -> "Name".equals(n.getAccessibleText()))
                    .map(n -> ((TextField) n).getText())
                    .toList());
    assertEquals(first, names.get(2));
    Fx.run(node::undo);
    hands.click(grips(scene).get(1));
    hands.press(KeyCode.ESCAPE);
    assertEquals(1, node.edits().size());
  }

  @Test
  void dragsALayerBeforeAnother(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    hands.click(button(scene, "Add layer"));
    Node own = grip(scene, "Change the place of dense");
    Node other = grip(scene, "Change the place of hidden");

    hands.drag(middle(own), middle(other).add(0, -4));

    int hidden = node.json().indexOf("\"name\": \"hidden\"");
    int dense = node.json().indexOf("\"name\": \"dense\"");
    assertTrue(dense > 0 && dense < hidden, node::json);
  }

  private static Node grip(Scene scene, String name) {
    return grips(scene).stream()
        .filter(grip -> name.equals(grip.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Node> grips(Scene scene) {
    return Fx.call(() -> List.copyOf(scene.getRoot().lookupAll(".list-grip")));
  }

  private static Point2D middle(Node node) {
    return Fx.call(
        () -> {
          Bounds bounds = node.localToScene(node.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  @Test
  void mendsAProblemByTheLinkInItsMessage(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    Fx.run(() -> node.with("train_batch_size", ParameterValue.of(0L)));
    Fx.settle();
    Hyperlink link = (Hyperlink) Fx.call(() -> scene.getRoot().lookup(".message-fix"));

    hands.click(link);

    assertEquals(List.of(), messages(scene));
    assertEquals("1", field(scene, "Train batch size").getText());
  }

  @Test
  void setsThePathThatIsChosen(Hands hands) {
    TestNode node = TestNode.in(sample(), "CsvExampleGen");
    Scene scene = show(node, (role, current, owner) -> Optional.of(current + "/2024"));
    hands.click(button(scene, "Choose input base"));
    assertEquals("{\"input_base\": \"data/2024\"}", node.json());
  }

  @Test
  void changesAParameterByASwitchWithTheKeyboard(Hands hands) {
    TestNode node = TestNode.in(sample(), "Trainer");
    Scene scene = show(node);
    Node shuffle =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".toggle-switch").stream()
                    .filter(n -> "Shuffle".equals(n.getAccessibleText()))
                    .findFirst()
                    .orElseThrow());
    Fx.run(shuffle::requestFocus);
    hands.press(KeyCode.SPACE);
    assertTrue(node.json().contains("\"shuffle\": false"), node.json());
    Fx.run(node::undo);
    assertTrue(Fx.call(() -> ((ToggleSwitch) shuffle).isSelected()));
  }

  @ParameterizedTest
  @CsvSource({
    "train_args.num_steps, Train steps",
    "metrics[0], Metrics",
    "early_stopping.patience, Early stopping",
    "model.config.layers[9].config.units, units of hidden"
  })
  void putsTheFocusWhereAProblemIs(String path, String control) {
    Scene scene = show(TestNode.in(sample(), "Trainer"));
    ParameterForm form = (ParameterForm) Fx.call(() -> scene.getRoot().lookup(".parameter-form"));

    assertTrue(Fx.call(() -> form.focus(path)).isPresent());

    assertEquals(control, Fx.call(() -> scene.getFocusOwner().getAccessibleText()));
    assertEquals(Optional.empty(), Fx.call(() -> form.focus("train_argsy")));
  }

  @Test
  void unfoldsTheSectionWhereAProblemIs(Hands hands) {
    Scene scene = show(TestNode.in(sample(), "Trainer"));
    ParameterForm form = (ParameterForm) Fx.call(() -> scene.getRoot().lookup(".parameter-form"));
    TextField steps = field(scene, "Train steps");
    hands.click(labelled(scene, "Training steps"));
    assertFalse(Fx.call(() -> steps.getParent().getParent().getParent().getParent().isVisible()));

    Fx.run(() -> form.focus("train_args.num_steps"));

    assertEquals(steps, Fx.call(scene::getFocusOwner));
    assertTrue(Fx.call(() -> steps.getParent().getParent().getParent().getParent().isVisible()));
  }

  @Test
  void namesAndExplainsEveryControl() {
    for (String id : List.of("CsvExampleGen", "Transform", "Trainer", "Evaluator", "Pusher")) {
      Scene scene = show(TestNode.in(sample(), id));
      List<Node> unnamed =
          Fx.call(
              () ->
                  scene.getRoot().lookupAll("*").stream()
                      .filter(n -> n.isFocusTraversable() && !(n instanceof ScrollPane))
                      .filter(n -> n.getAccessibleText() == null)
                      .filter(n -> !(n instanceof Labeled l) || l.getText().isEmpty())
                      .toList());
      assertEquals(List.of(), unnamed, id);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksAsDesigned(Theme theme) {
    TestNode wrong = TestNode.in(sample(), "Trainer");
    HBox forms = Fx.call(() -> new HBox(8));
    Fx.run(
        () -> {
          for (String id : List.of("Trainer", "CsvExampleGen", "Transform", "Evaluator")) {
            add(forms, TestNode.in(sample(), id));
          }
          wrong.with("label_key", new RuntimeReference("label"));
          wrong.with("shuffle", new RuntimeReference("mix"));
          wrong.with("train_batch_size", ParameterValue.of(0L));
          wrong.with("early_stopping", ParameterValue.of(Map.of()));
          wrong.with("loss", ParameterValue.of(Map.of("class_name", ParameterValue.of("Huber"))));
          add(forms, wrong);
        });
    Scene scene = Themed.show(theme, forms, 5 * (WIDTH + 8), 1000);
    Screens.write(scene, "forms-" + theme.name().toLowerCase(Locale.ROOT));
    double widest =
        Fx.call(
            () ->
                forms.getChildrenUnmodifiable().stream()
                    .flatMap(f -> ((Parent) f).lookupAll(".form-row").stream())
                    .mapToDouble(r -> ((Region) r).getWidth())
                    .max()
                    .orElse(0));
    assertTrue(widest > 0 && widest <= WIDTH, "rows are " + widest + " wide");
  }

  private static void add(HBox forms, TestNode node) {
    Region form = ParameterForm.of(node);
    form.setMinWidth(WIDTH);
    form.setPrefWidth(WIDTH);
    form.setMaxWidth(WIDTH);
    forms.getChildren().add(form);
  }

  private static Node labelled(Scene scene, String text) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".toggle-button").stream()
                .filter(n -> text.equals(((Labeled) n).getText()))
                .findFirst()
                .orElseThrow());
  }

  private static Button button(Scene scene, String text) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> text.equals(b.getText()) || text.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow());
  }

  /// The button of the last row of the first list.
  private static Button remove(Scene scene) {
    List<Button> buttons =
        scene.getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(b -> "Remove Splits".equals(b.getAccessibleText()))
            .toList();
    return buttons.get(buttons.size() - 1);
  }
}
