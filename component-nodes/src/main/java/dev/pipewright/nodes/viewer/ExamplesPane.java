package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.Reading;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.viewer.ExamplePages.Page;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The rows of a split in a table, with buttons that turn the pages.
final class ExamplesPane extends VBox {

  /// Tables with more columns are slow: the others are not shown, and that is said.
  private static final int MOST_COLUMNS = 120;

  /// How many rows decide how wide a column is.
  private static final int SAMPLE = 50;

  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final ExamplePages pages;
  private final StackPane table = new StackPane();
  private final Label where = Bars.muted("");
  private final Label columns = Bars.muted("");
  private final Button previous;
  private final Button next;
  private String split = "";
  private int number;
  private long total = -1;
  private @Nullable Page page;
  private @Nullable ArtifactView<Page> reading;
  private @Nullable Reading<Long> counting;

  ExamplesPane(ExamplePages pages) {
    this.pages = pages;
    previous = turn("mdi2c-chevron-left", Messages.text("page.previous"), -1);
    next = turn("mdi2c-chevron-right", Messages.text("page.next"), 1);
    VBox.setVgrow(table, Priority.ALWAYS);
    getStyleClass().add("viewer-column");
    HBox bar =
        Bars.controls(
            Bars.segments(pages.splits(), s -> s, this::open),
            Bars.space(),
            columns,
            where,
            previous,
            next);
    getChildren().addAll(bar, table);
  }

  private Button turn(String icon, String name, int by) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("icon-button", "small");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> show(number + by));
    return button;
  }

  private void open(String chosen) {
    split = chosen;
    total = -1;
    if (counting != null) {
      counting.close();
    }
    Reading<Long> count = new Reading<>(folders -> pages.artifact().recordCount(chosen));
    counting = count;
    count
        .state()
        .subscribe(
            state -> {
              if (state instanceof Reading.Done<Long>(Long rows) && count == counting) {
                total = rows;
                describe();
              }
            });
    Path folder = pages.artifact().folder(chosen);
    count.read(Map.of(chosen, folder));
    show(0);
  }

  private void show(int wanted) {
    number = wanted;
    page = null;
    if (reading != null) {
      reading.giveUp();
    }
    String of = split;
    ArtifactView<Page> view =
        new ArtifactView<>(
            pages.artifact().folder(of), folder -> pages.page(of, wanted), this::content);
    reading = view;
    table.getChildren().setAll(view);
    describe();
  }

  private Region content(Page read) {
    page = read;
    describe();
    return read.rows().rowCount() == 0
        ? ArtifactView.empty(
            "mdi2t-table",
            Messages.text("examples.none", split),
            Messages.text("examples.none.line"))
        : rows(read);
  }

  private void describe() {
    Page shown = page;
    previous.setDisable(number == 0);
    next.setDisable(shown == null || shown.isLast());
    if (shown == null || shown.rows().rowCount() == 0) {
      where.setText("");
      columns.setText("");
      return;
    }
    String all = total < 0 ? "…" : Messages.count(total);
    where.setText(
        Messages.text(
            "examples.where",
            Messages.count(shown.firstRow()),
            Messages.count(shown.lastRow()),
            all));
    int features = shown.features().size();
    columns.setText(
        features > MOST_COLUMNS
            ? Messages.text("examples.columns.some", MOST_COLUMNS, features)
            : Messages.text("examples.columns", features));
  }

  private static DataTable<Integer> rows(Page page) {
    DataTable<Integer> table = new DataTable<>(Messages.text("examples"));
    table.number(
        Messages.text("row"),
        72,
        row -> (double) (page.firstRow() + row),
        n -> Messages.count(n.longValue()));
    table.getColumns().getFirst().getStyleClass().add("row-number");
    for (String feature : page.features().stream().limit(MOST_COLUMNS).toList()) {
      add(table, page, feature);
    }
    table.getItems().setAll(IntStream.range(0, page.rows().rowCount()).boxed().toList());
    return table;
  }

  private static void add(DataTable<Integer> table, Page page, String feature) {
    boolean isNumeric = page.isNumeric(feature);
    int longest =
        IntStream.range(0, Math.min(SAMPLE, page.rows().rowCount()))
            .map(row -> textOf(page, feature, row).length())
            .max()
            .orElse(0);
    double width = Math.clamp(28 + 7.4 * Math.max(longest, feature.length() + 2), 72, 280);
    table.cells(
        feature,
        width,
        row -> textOf(page, feature, row),
        isNumeric
            ? (a, b) -> compare(page.number(feature, a), page.number(feature, b))
            : Comparator.comparing((Integer row) -> textOf(page, feature, row)),
        () -> new ValueCell(page, feature));
    if (isNumeric) {
      table.getColumns().getLast().getStyleClass().add("num");
    }
  }

  private static String textOf(Page page, String feature, int row) {
    String text = page.text(feature, row);
    return text == null ? "" : text;
  }

  private static int compare(@Nullable Double a, @Nullable Double b) {
    if (a == null || b == null) {
      return a == null ? (b == null ? 0 : 1) : -1;
    }
    return a.compareTo(b);
  }

  /// A value; hatched where there is none.
  private static final class ValueCell extends TableCell<Integer, Integer> {
    private final Page page;
    private final String feature;

    ValueCell(Page page, String feature) {
      this.page = page;
      this.feature = feature;
      if (page.isNumeric(feature)) {
        getStyleClass().add("num");
      }
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      String text = isEmpty || row == null ? "" : page.text(feature, row);
      setText(text == null ? "" : text.replace('\n', ' '));
      pseudoClassStateChanged(MISSING, text == null);
      setTooltip(text != null && text.length() > 36 ? new Tooltip(text) : null);
    }
  }
}
