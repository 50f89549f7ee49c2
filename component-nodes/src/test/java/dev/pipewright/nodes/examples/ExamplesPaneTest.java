package dev.pipewright.nodes.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.table.SortedRows.Direction;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.examples.GridColumns.Column;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxToolkit.class)
class ExamplesPaneTest {

  private static final int TRAIN = 12_000;
  private static final int EVAL = 3_000;

  @TempDir private Path folder;
  private final Hands hands = new Hands();
  private ExamplesPane pane;
  private RowGrid grid;
  private Scene scene;

  private void open(Theme theme, Focus.Rows request, double width, double height) throws Exception {
    Path artifact = folder.resolve("examples");
    if (!Files.exists(artifact)) {
      Trips.write(artifact, "train", TRAIN);
      Trips.write(artifact, "eval", EVAL);
    }
    show(theme, artifact, request, width, height);
    Fx.await("rows", () -> Fx.call(() -> pane.model().shown().get().isComplete()));
    settle();
  }

  private void show(Theme theme, Path artifact, Focus.Rows request, double width, double height) {
    pane = Fx.call(() -> new ExamplesPane(artifact, request));
    StackPane root = Fx.call(() -> new StackPane(pane));
    scene = Themed.show(theme, root, width, height);
    grid = Fx.call(() -> pane.grid());
  }

  private void open() throws Exception {
    open(Theme.LIGHT, RowsWith.ALL, 1400, 700);
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          pane.dispose();
          scene.getWindow().hide();
        });
  }

  private void settle() {
    Fx.await("the search", () -> Fx.call(() -> !pane.model().shown().get().isSearching()));
    Fx.settle();
  }

  private int size() {
    return Fx.call(() -> grid.rows().size());
  }

  private String text(String style) {
    return Fx.call(() -> ((Labeled) pane.lookup(style)).getText());
  }

  private Node head(String feature) {
    return Fx.call(
        () ->
            pane.lookupAll(".column-head").stream()
                .filter(n -> ((ColumnHead) n).feature().name().equals(feature))
                .findFirst()
                .orElseThrow());
  }

  private List<String> columns() {
    return Fx.call(() -> grid.columns().shown().stream().map(Column::name).toList());
  }

  private Point2D cell(int line, double x) {
    return Hands.pointIn(grid, x, ColumnHead.HEIGHT + line * RowPainter.ROW + 14);
  }

  private static String clipboard() {
    return Fx.call(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void filtersWhileItIsTyped() throws Exception {
    open();
    assertEquals(TRAIN + EVAL, size());
    hands.press(KeyCode.CONTROL, KeyCode.F);
    hands.type("number < 10 ");
    Fx.await("ten", () -> size() == 20);
    settle();
    assertEquals("20", text(".row-count"));
    assertEquals("valid", text(".filter-state"));
    hands.type("nor");
    Fx.await("the mistake", () -> Fx.call(() -> pane.lookup(".filter-mistake") != null));
    assertEquals("not valid", text(".filter-state"));
    assertTrue(text(".filter-mistake").startsWith("Expected 'and', 'or' or the end"));
    assertEquals(20, size());
    hands.press(KeyCode.ESCAPE);
    hands.press(KeyCode.ESCAPE);
    Fx.await("all", () -> size() == TRAIN + EVAL);
  }

  @Test
  void offersFeaturesAndTheirValues() throws Exception {
    open();
    Fx.await(
        "values", () -> Fx.call(() -> pane.model().distributions().get().containsKey("company")));
    hands.press(KeyCode.CONTROL, KeyCode.F);
    hands.type("pay");
    Fx.settle();
    hands.press(KeyCode.TAB);
    assertEquals("payment_type ", Fx.call(() -> pane.filter().text()));
    hands.type("== ");
    Fx.settle();
    assertEquals("payment_type == ", Fx.call(() -> pane.filter().text()));
    Screens.writeAll("examples-completion");
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.ENTER);
    settle();
    String filter = Fx.call(() -> pane.model().query().get().text());
    assertTrue(filter.startsWith("payment_type == \""), filter);
    assertTrue(size() < TRAIN && size() > 1000, filter + " " + size());
  }

  @Test
  void ordersByTheHeadOfAColumn() throws Exception {
    open();
    hands.click(Hands.pointIn(head("fare"), 14, 14));
    settle();
    assertEquals(
        new ExamplesModel.Order("fare", Direction.ASCENDING),
        Fx.call(() -> pane.model().query().get().order()));
    hands.click(Hands.pointIn(head("fare"), 14, 14));
    settle();
    Fx.await("descending", () -> number(0, "fare") > number(1, "fare") - 1e-6);
    assertTrue(number(0, "fare") >= number(TRAIN + EVAL - 1, "fare"));
    Fx.call(
        () -> {
          grid.requestFocus();
          return null;
        });
    hands.click(Hands.pointIn(head("tract"), 14, 14));
    settle();
    assertTrue(
        Fx.call(
            () -> {
              int last = grid.rows().row(grid.rows().size() - 1);
              return !pane.model().shown().get().table().cell(last, "tract").hasValue();
            }));
  }

  private double number(int position, String feature) {
    return Fx.call(
        () -> pane.model().shown().get().table().cell(grid.rows().row(position), feature).number());
  }

  @Test
  void showsTheFeaturesOfARowAndCopiesIt() throws Exception {
    open();
    hands.click(cell(2, 200));
    Fx.settle();
    assertEquals("Row 3", text(".row-details .title"));
    assertEquals(
        6, Fx.<Integer>call(() -> ((ListView<?>) pane.lookup(".detail-list")).getItems().size()));
    hands.press(KeyCode.DOWN);
    assertEquals("Row 4", text(".row-details .title"));
    hands.press(KeyCode.CONTROL, KeyCode.C);
    String[] lines = clipboard().split("\n");
    assertEquals("company\tfare\tnumber\tpayment_type\ttips\ttract", lines[0]);
    assertEquals("3", lines[1].split("\t")[2]);
    hands.press(KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals(2, Fx.<Integer>call(() -> grid.selection().count()));
    hands.press(KeyCode.CONTROL, KeyCode.END);
    assertEquals("Row 15,000", text(".row-details .title"));
    assertTrue(
        Fx.call(() -> grid.getAccessibleText()).contains("row 15,000")
            || Fx.call(() -> grid.getAccessibleText()).contains("Row 15,000"));
    click("JSON");
    assertTrue(clipboard().contains("\"number\": 2999"), clipboard());
  }

  private void click(String text) {
    Button button =
        Fx.call(
            () ->
                pane.lookupAll(".button").stream()
                    .filter(b -> b instanceof Button n && text.equals(n.getText()))
                    .map(Button.class::cast)
                    .findFirst()
                    .orElseThrow());
    hands.click(button);
    Fx.settle();
  }

  @Test
  void goesToARowAndScrollsInProportion() throws Exception {
    open();
    hands.press(KeyCode.CONTROL, KeyCode.G);
    hands.type("7,501");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals("Row 7,501", text(".row-details .title"));
    double place =
        Fx.call(
            () ->
                grid.getChildrenUnmodifiable().stream()
                    .filter(n -> n instanceof ScrollBar b && b.getMax() > 1000)
                    .map(n -> ((ScrollBar) n).getValue() / ((ScrollBar) n).getMax())
                    .findFirst()
                    .orElseThrow());
    assertEquals(0.5, place, 0.01);
    hands.moveTo(cell(3, 200));
    hands.scroll(2);
    Fx.settle();
    assertTrue(Fx.<Integer>call(() -> grid.firstSeen()) > 7480);
  }

  @Test
  void hidesPinsMovesAndWidensColumns() throws Exception {
    open();
    assertEquals(List.of("company", "fare", "number", "payment_type", "tips", "tract"), columns());
    Fx.run(() -> head("tips").requestFocus());
    hands.press(KeyCode.P);
    assertEquals("tips", columns().getFirst());
    Fx.settle();
    Fx.run(() -> head("number").requestFocus());
    hands.press(KeyCode.ALT, KeyCode.LEFT);
    assertEquals(List.of("tips", "company", "number", "fare", "payment_type", "tract"), columns());
    hands.press(KeyCode.DELETE);
    assertFalse(columns().contains("number"));
    Fx.settle();
    Node company = head("company");
    double width = company.getLayoutBounds().getWidth();
    Point2D edge = Hands.pointIn(company, width - 2, 12);
    hands.drag(edge, edge.add(60, 0));
    Fx.settle();
    assertEquals(width + 60, head("company").getLayoutBounds().getWidth(), 4);
    Point2D from = Hands.pointIn(head("fare"), 14, 12);
    hands.drag(from, Hands.pointIn(head("company"), 4, 12));
    Fx.settle();
    assertEquals(List.of("tips", "fare", "company", "payment_type", "tract"), columns());
    hands.click(Fx.call(() -> button("Columns 5 of 6")));
    Fx.settle();
    hands.type("numb");
    Fx.settle();
    Screens.writeAll("examples-columns");
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.SPACE);
    Fx.settle();
    hands.press(KeyCode.ESCAPE);
    assertTrue(columns().contains("number"));
  }

  private Button button(String text) {
    return pane.lookupAll(".button").stream()
        .filter(b -> b instanceof Button n && n.getText().equals(text))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void makesAFilterOfBars() throws Exception {
    open();
    Fx.await("bars", () -> Fx.call(() -> pane.model().distributions().get().size() == 6));
    Fx.settle();
    hands.click(Hands.pointIn(head("company"), 14, 50));
    settle();
    assertEquals(
        "company == \"Windward Taxi Co.\"", Fx.call(() -> pane.model().query().get().text()));
    Fx.await(
        "bars of some",
        () -> Fx.call(() -> pane.model().distributions().get().get("fare").some() != null));
    assertTrue(size() > 1000 && size() < TRAIN);
  }

  @Test
  void leavesOutASplit() throws Exception {
    open();
    ToggleButton train =
        Fx.call(
            () ->
                pane.lookupAll(".split-chip").stream()
                    .map(ToggleButton.class::cast)
                    .filter(c -> c.getUserData().equals("train"))
                    .findFirst()
                    .orElseThrow());
    assertEquals("train  12,000", train.getText());
    hands.click(train);
    settle();
    assertEquals(EVAL, size());
    assertEquals(TRAIN, Fx.<Integer>call(() -> grid.rows().row(0)));
  }

  @Test
  void opensTheRowsThatAreAskedFor() throws Exception {
    open(Theme.LIGHT, RowsWith.missing(List.of("eval"), "tract"), 1400, 700);
    settle();
    Fx.await("missing", () -> size() < EVAL && size() > 300);
    assertEquals("tract is missing", Fx.call(() -> pane.model().query().get().text()));
    assertEquals(List.of("eval"), Fx.call(() -> pane.model().query().get().splits()));
  }

  @Test
  void aFileThatCannotBeWrittenSaysSoAndEndsTheSaving(@TempDir Path out) throws Exception {
    open();
    Fx.run(() -> pane.save(out.resolve("gone").resolve("rows.csv"), ExamplesPane.Choice.SHOWN));
    Fx.await(
        "the message",
        () -> pane.lookup(".trouble-line").isVisible() && !pane.lookup(".saving").isVisible());
  }

  @Test
  void savesTheRowsThatAreShown(@TempDir Path out) throws Exception {
    open();
    Fx.run(() -> ((FilterBar) pane.lookup(".filter-field")).set("number in [5, 7]"));
    settle();
    Path file = out.resolve("rows.csv");
    Fx.run(() -> pane.save(file, ExamplesPane.Choice.SHOWN));
    Fx.await("the file", () -> Files.exists(file));
    List<String> lines = Files.readAllLines(file);
    assertEquals("company,fare,number,payment_type,tips,tract", lines.getFirst());
    assertEquals(
        "5 7 5 7",
        lines.stream().skip(1).map(l -> l.split(",")[2]).collect(Collectors.joining(" ")));
  }

  @Test
  void saysThatNothingMatches() throws Exception {
    open();
    Fx.run(() -> ((FilterBar) pane.lookup(".filter-field")).set("fare < 0"));
    settle();
    assertEquals("No row matches", text(".empty-title"));
    click("Clear filter");
    settle();
    assertEquals(TRAIN + EVAL, size());
  }

  @Test
  void showsTheRowsBeforeADamage() throws Exception {
    Path artifact = folder.resolve("damaged");
    Trips.write(artifact, "train", TRAIN);
    Path file = ExamplesArtifact.rawFile(artifact, "train");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    show(Theme.LIGHT, artifact, RowsWith.ALL, 1400, 700);
    Fx.await("the trouble", () -> Fx.call(() -> pane.model().shown().get().trouble() != null));
    settle();
    assertTrue(size() > 0);
    Label line = Fx.call(() -> (Label) pane.lookup(".trouble-line .label"));
    assertNotNull(line);
    assertTrue(line.getText().contains("rows before are shown"), line.getText());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksAsDesigned(Theme theme) throws Exception {
    for (String size : List.of("1600x864", "1280x600")) {
      String[] sides = size.split("x");
      open(theme, RowsWith.ALL, Double.parseDouble(sides[0]), Double.parseDouble(sides[1]));
      Fx.run(() -> ((FilterBar) pane.lookup(".filter-field")).set("tips > 2 and company != \"\""));
      settle();
      Fx.run(() -> pane.model().order(new ExamplesModel.Order("fare", Direction.ASCENDING)));
      settle();
      Fx.run(() -> grid.choose(1000));
      Fx.await(
          "bars",
          () ->
              Fx.call(
                  () ->
                      pane.model().distributions().get().size() == 6
                          && pane.model().distributions().get().get("tips").some() != null));
      Fx.settle();
      Screens.write(scene, "examples-" + size + "-" + theme.name().toLowerCase(Locale.ROOT));
      close();
    }
  }
}
