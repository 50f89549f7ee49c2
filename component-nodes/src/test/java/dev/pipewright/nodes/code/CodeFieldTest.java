package dev.pipewright.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Code is typed, coloured and marked as a person sees it.
@ExtendWith(FxToolkit.class)
class CodeFieldTest {

  private static final String EXPRESSION = "tft.scale_to_z_score(fill_missing(fare, 0.5))";
  private static final String QUERY =
      """
      -- trips by company
      SELECT company, count(*) AS "all trips", avg(fare)
      FROM trips /* of
        a year */ WHERE tips > 0.2 AND company <> 'none'
      GROUP BY company""";

  private static CodeField field(CodeLanguage language, CodeField.Lines mode) {
    return Fx.call(() -> new CodeField(language, mode));
  }

  private static Scene show(Theme theme, Node... nodes) {
    VBox box = Fx.call(() -> new VBox(8, nodes));
    Fx.run(() -> box.setStyle("-fx-padding: 12px; -fx-background-color: -color-bg-default;"));
    Scene scene = Themed.show(theme, box, 312, 700);
    Fx.settle();
    return scene;
  }

  private static void type(CodeField field, String text) {
    Fx.run(() -> field.setText(text));
    Fx.settle();
  }

  /// What is drawn, as `style:text`.
  private static List<String> spans(CodeField field) {
    return Fx.call(
        () ->
            field.lookupAll(".code-text").stream()
                .map(node -> node.getStyleClass().getLast().substring(5) + ":" + text(node))
                .toList());
  }

  private static String text(Node node) {
    return ((Text) node).getText();
  }

  private static String caret(CodeField field) {
    return Fx.call(
        () ->
            field.getText(0, field.getCaretPosition())
                + "|"
                + field.getText(field.getCaretPosition(), field.getLength()));
  }

  private static boolean isDrawn(CodeField field, String styleClass) {
    return Fx.call(
        () ->
            field.lookupAll(styleClass).stream()
                .anyMatch(node -> !((Path) node).getElements().isEmpty()));
  }

  @Test
  void colorsWhatIsTyped(Hands hands) {
    CodeField field = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    show(Theme.LIGHT, field);
    hands.click(field).type("tf.abs(x, 'a')");
    Fx.settle();
    assertEquals("tf.abs(x, 'a')", Fx.call(field::getText));
    assertEquals(
        List.of("module:tf.", "function:abs", "bracket:(", "plain:x, ", "string:'a'", "bracket:)"),
        spans(field));
    Text function = (Text) Fx.call(() -> field.lookup(".code-function"));
    assertEquals(Color.web("#0550ae"), Fx.call(function::getFill));
    assertEquals("JetBrains Mono", Fx.call(() -> function.getFont().getFamily()));
  }

  @ParameterizedTest
  @EnumSource
  void looksLikeTheOtherFields(Theme theme) {
    CodeField one = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    CodeField wrong = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    CodeField condition = field(CodeLanguage.CONDITION, CodeField.Lines.WRAPPED);
    CodeField json = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    CodeField sql = field(CodeLanguage.SQL, CodeField.Lines.MANY);
    CodeField empty = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    TextField plain = Fx.call(() -> new TextField("A field of words"));
    Scene scene = show(theme, plain, one, wrong, condition, json, sql, empty);
    Fx.run(() -> empty.setPromptText("not set"));
    type(one, EXPRESSION);
    type(wrong, "fill_missing(fare, 'open");
    type(
        condition,
        "Evaluator.blessing.custom_property('blessed') == 1 and not StatisticsGen.statistics"
            + ".property('span') > 20");
    type(
        json,
        """
        {
          "class_name": "Adam",
          "config": {
            "learning_rate": 5e-4,
            "beta_1": null,
            "amsgrad": true,
            "losses": [1, 2.5, "a long text that goes far beyond the edge"]
          }
        }""");
    type(sql, QUERY);
    Fx.run(json::requestFocus);
    Fx.run(() -> json.positionCaret(0));
    Fx.await("the mistake", () -> wrong.mistake().get() != null);
    Fx.settle();
    Screens.write(scene, "code-fields-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    assertEquals(Fx.call(plain::getHeight), Fx.call(one::getHeight));
    assertEquals(Fx.call(plain::getHeight), Fx.call(empty::getHeight));
    assertTrue(isDrawn(json, ".code-pair"));
    assertTrue(isDrawn(wrong, ".code-wave"));
    assertFalse(isDrawn(one, ".code-wave"));
    assertEquals(
        List.of("1", "2", "3", "4", "5"),
        Fx.call(
            () -> sql.lookupAll(".code-line-number").stream().map(CodeFieldTest::text).toList()));
  }

  @Test
  void movesAndSelectsByKeys(Hands hands) {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    type(field, "{\"abc\": 1,\n\n\"d\": 22}");
    Fx.run(field::requestFocus);
    Fx.run(() -> field.positionCaret(8));
    hands.press(KeyCode.DOWN);
    assertEquals("{\"abc\": 1,\n|\n\"d\": 22}", caret(field));
    hands.press(KeyCode.DOWN);
    assertEquals("{\"abc\": 1,\n\n\"d\": 22}|", caret(field));
    hands.press(KeyCode.HOME);
    assertEquals("{\"abc\": 1,\n\n|\"d\": 22}", caret(field));
    hands.press(KeyCode.CONTROL, KeyCode.HOME);
    assertEquals("|{\"abc\": 1,\n\n\"d\": 22}", caret(field));
    hands.press(KeyCode.SHIFT, KeyCode.END);
    assertEquals("{\"abc\": 1,", Fx.call(field::getSelectedText));
    assertTrue(isDrawn(field, ".code-selection"));
    hands.press(KeyCode.RIGHT);
    hands.press(KeyCode.CONTROL, KeyCode.LEFT);
    hands.press(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    hands.press(KeyCode.DELETE);
    assertEquals("{\"|,\n\n\"d\": 22}", caret(field));
  }

  @Test
  void beginsALineWhereTheOneBeforeDoes(Hands hands) {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    double height = Fx.call(field::getHeight);
    hands.click(field).type("{").press(KeyCode.ENTER);
    hands.type("\"a\": 1,").press(KeyCode.ENTER);
    hands.type("\"b\": 2");
    Fx.settle();
    assertEquals("{\n  \"a\": 1,\n  \"b\": 2", Fx.call(field::getText));
    assertTrue(Fx.call(field::getHeight) > height);
  }

  @Test
  void takesWordsAndLinesByTheMouse(Hands hands) {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    type(field, "{\"first\": 1,\n \"second\": 2}");
    Node key =
        Fx.call(
            () ->
                field.lookupAll(".code-key").stream()
                    .filter(node -> text(node).equals("\"second\""))
                    .findFirst()
                    .orElseThrow());
    hands.doubleClick(key);
    assertEquals("second", Fx.call(field::getSelectedText));
    hands.click();
    assertEquals(" \"second\": 2}", Fx.call(field::getSelectedText));
  }

  @Test
  void isEnteredAndLeftByTab(Hands hands) {
    CodeField first = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    CodeField second = field(CodeLanguage.CONDITION, CodeField.Lines.WRAPPED);
    show(Theme.LIGHT, first, second);
    type(first, "tf.abs(x)");
    hands.click(second).press(KeyCode.SHIFT, KeyCode.TAB);
    assertTrue(Fx.call(first::isFocused));
    assertEquals("tf.abs(x)", Fx.call(first::getSelectedText));
    hands.press(KeyCode.TAB);
    assertTrue(Fx.call(second::isFocused));
    assertEquals("", Fx.call(first::getSelectedText));
  }

  @Test
  void keepsOneLineOfWhatIsPasted(Hands hands) {
    CodeField field = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    show(Theme.LIGHT, field);
    paste("tf.where(\r\n\tx > 1,\n y\u0000)");
    hands.click(field).press(KeyCode.CONTROL, KeyCode.V);
    assertEquals("tf.where(  x > 1,  y)", Fx.call(field::getText));
  }

  private static void paste(String text) {
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  @Test
  void takesBackItsOwnTypingAndLeavesTheRestToTheWindow(Hands hands) {
    CodeField field = field(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
    Scene scene = show(Theme.LIGHT, field);
    AtomicInteger undone = new AtomicInteger();
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> undone.addAndGet(event.getCode() == KeyCode.Z && event.isControlDown() ? 1 : 0));
    hands.click(field).type("abc");
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("", Fx.call(field::getText));
    assertEquals(0, undone.get());
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertEquals("abc", Fx.call(field::getText));
    Fx.run(field::forget);
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("abc|", caret(field));
    assertEquals(1, undone.get());
  }

  @Test
  void underlinesWhatCannotBeReadOnceTypingStops(Hands hands) {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    hands.click(field).type("{\"a\": tru}");
    Fx.await("the mistake", () -> isDrawn(field, ".code-wave"));
    assertEquals(6, Fx.call(() -> field.mistake().get().start()));
    assertFalse(Fx.call(() -> field.getTooltip().getText().isBlank()));
    hands.press(KeyCode.LEFT).type("e");
    Fx.await("no mistake", () -> !isDrawn(field, ".code-wave"));
    assertEquals(null, Fx.call(field::getTooltip));
  }

  @Test
  void tellsScreenReadersItsTextAndLines() {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    type(field, "{\n1}");
    assertEquals(AccessibleRole.TEXT_AREA, Fx.call(field::getAccessibleRole));
    assertEquals("{\n1}", Fx.call(() -> field.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    assertEquals(
        1, Fx.call(() -> field.queryAccessibleAttribute(AccessibleAttribute.LINE_FOR_OFFSET, 3)));
    assertEquals(
        2, Fx.call(() -> field.queryAccessibleAttribute(AccessibleAttribute.LINE_START, 1)));
    assertEquals(
        AccessibleRole.TEXT_FIELD,
        Fx.call(field(CodeLanguage.JSON, CodeField.Lines.ONE)::getAccessibleRole));
  }

  @Test
  void drawsOnlyTheLinesInViewOfAMillionCharacters(Hands hands) {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    StringBuilder big = new StringBuilder("[\n");
    while (big.length() < 1_000_000) {
      big.append("  {\"key\": [1, 2.5, \"some value\", true]},\n");
    }
    paste(big + "  0\n]");
    long start = System.nanoTime();
    hands.click(field).press(KeyCode.CONTROL, KeyCode.V);
    Fx.settle();
    hands.type(" ");
    Fx.settle();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.toSeconds() < 20, "took " + took);
    assertEquals(List.of("bracket:]", "plain: "), spans(field).reversed().subList(0, 2).reversed());
    int rows = Fx.call(() -> field.lookupAll(".code-selection").size());
    assertTrue(rows <= 16, rows + " rows are drawn");
    Screens.write(field, "code-large");
  }

  @Test
  void staysQuickWithALineOfAMillionCharacters() {
    CodeField field = field(CodeLanguage.JSON, CodeField.Lines.MANY);
    show(Theme.LIGHT, field);
    type(field, "[" + "1, ".repeat(330_000) + "1]");
    Fx.run(field::end);
    Fx.settle();
    assertEquals(1, spans(field).size());
  }

  @Test
  void isCollectedOnceItIsGone() {
    VBox box = Fx.call(() -> new VBox());
    Themed.show(Theme.LIGHT, box, 300, 100);
    Leaks.assertCollected(
        "the field",
        () ->
            Fx.call(
                () -> {
                  TextInputControl field =
                      new CodeField(CodeLanguage.EXPRESSION, CodeField.Lines.ONE);
                  box.getChildren().add(field);
                  field.requestFocus();
                  field.setText("tf.abs(x");
                  box.getChildren().clear();
                  return field;
                }));
  }
}
