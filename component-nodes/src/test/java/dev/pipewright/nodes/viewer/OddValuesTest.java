package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.nodes.viewer.StatisticsTable.Feature;
import dev.pipewright.nodes.viewer.StatisticsTable.Numbers;
import dev.pipewright.nodes.viewer.StatisticsTable.Split;
import dev.pipewright.nodes.viewer.StatisticsTable.Values;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people's data holds, and demos' does not.
@ExtendWith(FxToolkit.class)
class OddValuesTest {

  private static final String LONG = "0123456789".repeat(1_000);
  private static final String EMOJI = "👩‍🔬 taxi 🚕";
  private static final String RTL = "شركة التاكسي";

  private static Scene show(Region content, Theme theme, int width) {
    StackPane root = Fx.call(StackPane::new);
    Scene scene = Themed.show(theme, root, width, 700);
    Fx.run(
        () -> {
          root.getStylesheets().add(ArtifactView.SHEET.toExternalForm());
          root.getChildren().setAll(content);
        });
    Fx.settle();
    return scene;
  }

  private static StatisticsTable statistics(int features) {
    Numbers none =
        new Numbers(
            0,
            1,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            List.of());
    Numbers odd =
        new Numbers(
            1, 0.99995, 1e300, Double.POSITIVE_INFINITY, 0.00001, -1e-300, 0, 1e300, List.of());
    List<Feature<Numbers>> numeric = new ArrayList<>();
    numeric.add(new Feature<>("nothing", "int", Map.of("train", none)));
    numeric.add(new Feature<>(EMOJI, "float", Map.of("train", odd)));
    numeric.add(new Feature<>(LONG, "float", Map.of("train", odd)));
    IntStream.range(0, features)
        .forEach(i -> numeric.add(new Feature<>("f" + i, "float", Map.of("train", odd))));
    List<Feature<Values>> categorical = new ArrayList<>();
    for (String top : List.of("", LONG, EMOJI, RTL)) {
      categorical.add(
          new Feature<>(
              "top " + categorical.size(),
              "string",
              Map.of("train", new Values(3, 0, 1, top, 3, 5, List.of()))));
    }
    return new StatisticsTable(List.of(new Split("train", 1_000_000)), numeric, categorical);
  }

  private static List<String> column(Region view, int row, int columns) {
    return Fx.call(
        () ->
            view.lookupAll(".table-cell").stream()
                .map(TableCell.class::cast)
                .filter(cell -> cell.getIndex() == row && cell.isVisible())
                .limit(columns)
                .flatMap(cell -> cell.lookupAll(".stat-line").stream())
                .map(line -> ((Label) line).getText())
                .toList());
  }

  @Test
  void aFeatureWithoutValuesHasNoMeanAndNoRange() {
    Region view = Fx.call(() -> StatisticsViewer.content(statistics(0)));
    show(view, Theme.LIGHT, 1400);
    assertEquals(List.of("train", "0", "100%", "–", "–", "–", "–", "–", "–"), column(view, 0, 9));
    assertEquals(
        List.of("train", "1", ">99.9%", "1e300", "∞", "<0.1%", "-1e-300", "0", "1e300"),
        column(view, 1, 9).stream().map(t -> t.replace("1.000e", "1e")).toList());
  }

  @ParameterizedTest
  @CsvSource({"1280, VERTICAL, DARK", "1600, HORIZONTAL, LIGHT"})
  void theDistributionsOfTwoHundredFeaturesHaveRoom(
      int width, Orientation orientation, Theme theme, Hands hands) {
    Region view = Fx.call(() -> StatisticsViewer.content(statistics(200)));
    Scene scene = show(view, theme, width);
    Screens.write(scene, "viewer-statistics-odd-" + width);
    assertEquals(
        orientation, Fx.call(() -> ((SplitPane) view.lookup(".split-pane")).getOrientation()));
    for (TableView<?> table : tables(view)) {
      double last = Fx.call(() -> table.getColumns().getLast().getWidth());
      assertTrue(last >= 110, "a distribution of " + last);
    }
    hands.click(Fx.call(() -> (TextField) view.lookup(".text-field"))).type("F19");
    assertEquals(11, Fx.call(() -> tables(view).getFirst().getItems().size()));
  }

  private static List<TableView<?>> tables(Region view) {
    return Fx.call(
        () -> {
          List<TableView<?>> tables = new ArrayList<>();
          view.lookupAll(".table-view").forEach(table -> tables.add((TableView<?>) table));
          return tables;
        });
  }

  @Test
  void aLongTextIsCutInItsCellAndItsTipButNotInACopy() {
    DataTable<String> table =
        Fx.call(() -> new DataTable<String>("texts").text("text", 200, text -> text));
    Fx.run(() -> table.getItems().setAll(LONG, EMOJI, RTL, "", "a\tb\nc"));
    Scene scene = show(table, Theme.LIGHT, 600);
    Screens.write(scene, "table-odd");
    TableCell<?, ?> cell =
        Fx.call(
            () ->
                table.lookupAll(".table-cell").stream()
                    .map(TableCell.class::cast)
                    .filter(each -> each.getIndex() == 0)
                    .findFirst()
                    .orElseThrow());
    assertEquals(301, Fx.call(() -> cell.getText().length()));
    Tooltip tip = Fx.call(cell::getTooltip);
    assertTrue(tip.getText().endsWith("… and 9,000 more characters. A copy has all."));
    assertTrue(tip.isWrapText());
    assertEquals(
        "text\n" + LONG + "\n" + EMOJI + "\n" + RTL + "\n\na b c\n", Fx.call(table::copyText));
  }
}
