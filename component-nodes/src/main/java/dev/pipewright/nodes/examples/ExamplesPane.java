package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.data.table.CsvFile;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.Rows;
import dev.pipewright.data.table.SortedRows;
import dev.pipewright.data.table.SortedRows.Direction;
import dev.pipewright.nodes.Disposable;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import dev.pipewright.nodes.examples.ExamplesModel.Order;
import dev.pipewright.nodes.examples.ExamplesModel.Query;
import dev.pipewright.nodes.examples.ExamplesModel.Shown;
import dev.pipewright.nodes.examples.GridColumns.Column;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.viewer.SplitStyle;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The examples of an artifact: filter, splits, order and columns above, rows and details of one
/// between, what is seen below.
final class ExamplesPane extends VBox implements Disposable {

  static final String SHEET =
      Objects.requireNonNull(ExamplesPane.class.getResource("examples.css")).toExternalForm();

  private static final int MOST_COPIED = 100_000;
  private static final int MOST_ORDERS = 40;
  private static final double NARROW = 1400;
  private static final Duration PATIENCE = Duration.millis(200);

  private final ExamplesModel model;
  private final RowGrid grid = new RowGrid(new GridActions());
  private final FilterBar filter;
  private final RowDetails details;
  private final Label count = new Label();
  private final Label seconds = new Label();
  private final Label share = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label mistake = new Label();
  private final VBox counts;
  private final HBox chips = new HBox();
  private final MenuButton order = new MenuButton();
  private final Button columnsButton = new Button("", Icons.of("mdi2v-view-column-outline"));
  private final ToggleButton detailsButton = new ToggleButton("", Icons.of("mdi2d-dock-right"));
  private final MenuButton save = new MenuButton("", Icons.of("mdi2d-download"));
  private final StackPane place = new StackPane();
  private final HBox body = new HBox();
  private final Label seen = new Label();
  private final Label chosen = new Label();
  private final Label basis = new Label();
  private final TextField jump = new TextField();
  private final HBox saving = new HBox();
  private final ProgressBar saved = new ProgressBar(0);
  private final HBox trouble = new HBox();
  private final Label troubleText = new Label();
  private final ColumnsMenu columns;
  private Focus.Rows request;
  private @Nullable Query last;
  private boolean isRequested;
  private boolean wasNarrow;
  private int featureCount;
  private Works.@Nullable Work writing;
  private Runnable again = () -> {};

  ExamplesPane(Path folder, Focus.Rows request) {
    this.request = request;
    counts = counts();
    model = new ExamplesModel(folder);
    filter = new FilterBar(model, this::wrong, grid::requestFocus);
    details = new RowDetails(model, new DetailActions());
    columns = new ColumnsMenu(grid.columns(), this::columnsChanged);
    getStyleClass().addAll("artifact-view", "examples-pane");
    getStylesheets().add(SHEET);
    HBox.setHgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(place, Priority.ALWAYS);
    body.getChildren().setAll(grid, details);
    getChildren().setAll(bar(), troubleLine(), place, foot());
    grid.setOnSeen(model::lookAt);
    model.shown().subscribe(this::show);
    model.query().subscribe(query -> describe());
    model.distributions().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    widthProperty().subscribe(this::fold);
    detailsButton.setSelected(true);
    detailsButton.selectedProperty().subscribe(this::layOut);
  }

  /// What is done where nothing could be read and a person wants it read again.
  void setOnAgain(Runnable again) {
    this.again = again;
  }

  /// Saves rows. Stands in the pane's bar until somebody puts it elsewhere.
  Node save() {
    return save;
  }

  FilterBar filter() {
    return filter;
  }

  RowGrid grid() {
    return grid;
  }

  ExamplesModel model() {
    return model;
  }

  /// Where there is little room, details come when they are asked for.
  private void fold() {
    boolean isNarrow = getWidth() > 0 && getWidth() < NARROW;
    if (isNarrow != wasNarrow && getWidth() > 0) {
      wasNarrow = isNarrow;
      detailsButton.setSelected(!isNarrow);
    }
  }

  private void layOut() {
    body.getChildren().setAll(detailsButton.isSelected() ? List.of(grid, details) : List.of(grid));
  }

  static VBox empty(String icon, String title, String line) {
    Label heading = new Label(Messages.text(title));
    heading.getStyleClass().add("empty-title");
    Label text = new Label(Messages.text(line));
    text.getStyleClass().add("empty-line");
    text.setWrapText(true);
    VBox box = new VBox(Icons.of(icon), heading, text);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("bar-line");
    return line;
  }

  private HBox bar() {
    HBox.setHgrow(filter, Priority.ALWAYS);
    chips.getStyleClass().add("split-chips");
    chips.setMinWidth(Region.USE_PREF_SIZE);
    order.getStyleClass().add("order-button");
    order.setMnemonicParsing(false);
    order.setMaxWidth(220);
    order.setMinWidth(116);
    order.setGraphic(Icons.of("mdi2s-sort"));
    order.setOnShowing(event -> fillOrders());
    order.getItems().setAll(new MenuItem(Messages.text("unsorted")));
    columnsButton.setOnAction(event -> columns.toggle(columnsButton));
    columnsButton.setMinWidth(Region.USE_PREF_SIZE);
    save.setAccessibleText(Messages.text("save"));
    save.setText(Messages.text("save"));
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnShowing(event -> fillSaves());
    save.getItems().setAll(new MenuItem(Messages.text("save")));
    detailsButton.getStyleClass().add("icon-button");
    detailsButton.setAccessibleText(Messages.text("details.toggle"));
    detailsButton.setTooltip(new Tooltip(Messages.text("details.toggle")));
    HBox bar =
        new HBox(filter, counts, space(), chips, line(), order, columnsButton, save, detailsButton);
    bar.getStyleClass().add("examples-bar");
    return bar;
  }

  private VBox counts() {
    count.getStyleClass().add("row-count");
    seconds.getStyleClass().addAll("caption", "muted");
    share.getStyleClass().addAll("micro", "muted");
    progress.getStyleClass().add("share-bar");
    mistake.getStyleClass().add("filter-mistake");
    mistake.setWrapText(true);
    HBox first = new HBox(count, seconds);
    first.getStyleClass().add("count-line");
    HBox second = new HBox(progress, share);
    second.getStyleClass().add("share-line");
    VBox box = new VBox(first, second);
    box.getStyleClass().add("counts");
    return box;
  }

  private HBox troubleLine() {
    troubleText.setWrapText(true);
    troubleText.setGraphic(Icons.of("mdi2a-alert-circle-outline"));
    trouble.getChildren().setAll(troubleText);
    trouble.getStyleClass().add("trouble-line");
    trouble.setVisible(false);
    trouble.setManaged(false);
    return trouble;
  }

  private HBox foot() {
    seen.setMinWidth(Region.USE_PREF_SIZE);
    jump.setPromptText(Messages.text("jump"));
    jump.setAccessibleText(Messages.text("jump"));
    jump.getStyleClass().addAll("small", "jump-field");
    jump.setOnAction(event -> jump());
    Button stop = new Button(Messages.text("stop"));
    stop.getStyleClass().addAll("flat", "small");
    stop.setOnAction(event -> stopSaving());
    saving.getChildren().setAll(saved, stop);
    saving.getStyleClass().add("saving");
    saving.setVisible(false);
    saving.setManaged(false);
    HBox foot =
        new HBox(
            seen,
            jump,
            key("key-all", "legend.all"),
            key("key-some", "legend.some"),
            key("key-missing", "legend.missing"),
            key("key-much", "legend.much"),
            space(),
            saving,
            chosen,
            basis);
    foot.getStyleClass().add("examples-foot");
    return foot;
  }

  private static Label key(String style, String text) {
    Region mark = new Region();
    mark.getStyleClass().addAll("legend-key", style);
    Label label = new Label(Messages.text(text), mark);
    label.getStyleClass().add("legend");
    return label;
  }

  private void wrong(String what) {
    mistake.setText(what);
    if (what.isEmpty()) {
      describeCounts();
    } else if (!counts.getChildren().contains(mistake)) {
      counts.getChildren().setAll(mistake);
    }
  }

  private void describeCounts() {
    if (counts.getChildren().contains(mistake)) {
      HBox first = new HBox(count, seconds);
      first.getStyleClass().add("count-line");
      HBox second = new HBox(progress, share);
      second.getStyleClass().add("share-line");
      counts.getChildren().setAll(first, second);
    }
  }

  private void show(Shown shown) {
    ExamplesTable table = shown.table();
    Query query = model.query().get();
    boolean isSame =
        shown.query() == last
            && (shown.rows() == grid.rows() || !(shown.rows() instanceof SortedRows));
    last = shown.query();
    grid.show(table, shown.rows(), isSame);
    grid.show(query.order());
    if (table != null && !isRequested && shown.read() > 0) {
      isRequested = true;
      ask();
      return;
    }
    if (table != null && table.features().size() != featureCount) {
      featureCount = table.features().size();
      filter.again();
    }
    place(shown);
    describe();
    lead();
  }

  /// Shows these rows.
  void ask(Focus.Rows rows) {
    request = rows;
    if (isRequested) {
      ask();
    }
  }

  private void ask() {
    List<String> kept = request.splits().stream().filter(model.splits()::contains).toList();
    model.show(kept.isEmpty() ? model.splits() : kept);
    makeChips();
    filter.set(request.filter());
    show(model.shown().get());
    if (grid.getScene() != null && grid.selection().lead() < 0 && request.filter().isEmpty()) {
      grid.requestLayout();
    }
  }

  private void place(Shown shown) {
    Node content;
    ExamplesModel.Trouble wrong = shown.trouble();
    boolean isNothing = wrong != null && shown.read() == 0;
    for (Node part : List.of(getChildren().getFirst(), getChildren().getLast())) {
      part.setVisible(!isNothing);
      part.setManaged(!isNothing);
    }
    if (shown.rows().size() > 0) {
      content = body;
    } else if (wrong != null && shown.read() == 0) {
      content = failed(wrong);
    } else if (shown.isSearching() && !(shown.read() > 0 && model.query().get().filter() != null)) {
      content = place.getChildren().isEmpty() ? reading() : place.getChildren().getFirst();
    } else if (shown.read() == 0) {
      content = empty("mdi2t-table", "none", "none.line");
    } else if (shown.isSearching()) {
      content = body;
    } else {
      content = nothing();
    }
    if (place.getChildren().isEmpty() || place.getChildren().getFirst() != content) {
      place.getChildren().setAll(content);
    }
  }

  /// What takes less than a moment needs no spinner.
  private static VBox reading() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setMaxSize(32, 32);
    VBox box = new VBox(spinner, new Label(Messages.text("reading")));
    box.getStyleClass().add("empty-state");
    box.setVisible(false);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(event -> box.setVisible(true));
    patience.play();
    return box;
  }

  private VBox failed(ExamplesModel.Trouble trouble) {
    Label heading = new Label(trouble.what());
    heading.getStyleClass().add("empty-title");
    heading.setWrapText(true);
    Button button = new Button(Messages.text("again"), Icons.of("mdi2r-refresh"));
    button.setOnAction(event -> again.run());
    String where = trouble.where().isEmpty() ? model.folder().toString() : trouble.where();
    VBox box =
        new VBox(
            Icons.of("mdi2a-alert-circle-outline", "danger-text"),
            heading,
            line(trouble.fix()),
            line(where),
            button);
    box.getStyleClass().add("empty-state");
    return box;
  }

  private static Label line(String text) {
    Label line = new Label(text);
    line.getStyleClass().add("empty-line");
    line.setWrapText(true);
    line.setAlignment(Pos.CENTER);
    line.setMaxWidth(560);
    return line;
  }

  private VBox nothing() {
    Query query = model.query().get();
    boolean isFiltered = query.filter() != null;
    VBox box =
        empty("mdi2f-filter-off-outline", isFiltered ? "no.match" : "no.rows", "no.match.line");
    Button button = new Button(Messages.text(isFiltered ? "filter.clear" : "splits.all"));
    button.setOnAction(
        event -> {
          if (isFiltered) {
            filter.set("");
          } else {
            model.show(model.splits());
            makeChips();
          }
        });
    box.getChildren().add(button);
    return box;
  }

  private void makeChips() {
    chips.getChildren().clear();
    List<String> splits = model.splits();
    for (int i = 0; i < splits.size(); i++) {
      String split = splits.get(i);
      ToggleButton chip = new ToggleButton(split);
      Region dot = SplitStyle.swatch(split, i);
      chip.setGraphic(dot);
      chip.getStyleClass().addAll("split-chip", SplitStyle.of(split, i));
      chip.setMnemonicParsing(false);
      chip.setUserData(split);
      chip.setSelected(model.query().get().splits().contains(split));
      chip.setOnAction(event -> toggled(chip));
      chips.getChildren().add(chip);
    }
  }

  private void toggled(ToggleButton chip) {
    List<String> wanted = new ArrayList<>();
    for (Node node : chips.getChildren()) {
      if (((ToggleButton) node).isSelected()) {
        wanted.add((String) node.getUserData());
      }
    }
    if (wanted.isEmpty()) {
      // One split is always shown: the last that is left out brings back all others.
      for (Node node : chips.getChildren()) {
        ((ToggleButton) node).setSelected(node != chip || chips.getChildren().size() == 1);
        if (((ToggleButton) node).isSelected()) {
          wanted.add((String) node.getUserData());
        }
      }
    }
    model.show(wanted);
  }

  private void describe() {
    Shown shown = model.shown().get();
    Query query = model.query().get();
    int size = shown.rows().size();
    boolean isPart = query.filter() != null;
    count.setText(Messages.count(size));
    seconds.setText(
        isPart
            ? Messages.text("rows.in", Messages.seconds(shown.seconds()))
            : Messages.text(
                shown.isComplete() || shown.trouble() != null ? "rows.word" : "rows.soFar"));
    int read = shown.read();
    progress.setProgress(
        read == 0
            ? 0
            : shown.isSearching() && isPart ? (double) shown.seen() / read : (double) size / read);
    share.setText(
        Messages.text(
            shown.isComplete() ? "share" : "share.soFar",
            read == 0 ? "\u2013" : Messages.percent((double) size / read),
            Messages.count(read)));
    chips.getChildren().forEach(node -> describe((ToggleButton) node));
    Order now = query.order();
    order.setText(now == null ? Messages.text("unsorted") : Messages.text("sort", now.feature()));
    grid.show(now);
    columnsButton.setText(
        Messages.text("columns.count", grid.columns().shown().size(), grid.columns().all().size()));
    ExamplesModel.Trouble wrong = shown.trouble();
    boolean isPartial = wrong != null && read > 0;
    trouble.setVisible(isPartial);
    trouble.setManaged(isPartial);
    troubleText.setText(
        wrong == null
            ? ""
            : Messages.text("trouble", wrong.told(), Messages.count(read), wrong.fix()));
    describeSeen();
    show(model.distributions().get());
  }

  private void describe(ToggleButton chip) {
    ExamplesTable table = model.shown().get().table();
    String split = (String) chip.getUserData();
    int rows = table == null ? 0 : table.rows(List.of(split)).size();
    chip.setText(split + "  " + Messages.count(rows));
    chip.setAccessibleText(Messages.text("split.rows", split, Messages.count(rows)));
  }

  private void describeSeen() {
    int size = model.shown().get().rows().size();
    int first = Math.min(grid.firstSeen() + 1, size);
    int end = Math.min(size, grid.firstSeen() + grid.page());
    seen.setText(
        size == 0
            ? Messages.text("rows.none")
            : Messages.text(
                "rows.seen", Messages.count(first), Messages.count(end), Messages.count(size)));
  }

  private void show(Map<String, Distribution> known) {
    grid.show(known);
    int rows = known.values().stream().mapToInt(d -> d.all().rows()).max().orElse(0);
    Shown shown = model.shown().get();
    basis.setText(
        rows == 0 || shown.isComplete() && rows == shown.read()
            ? Messages.text("drag.hint")
            : Messages.text("basis.part", Messages.count(rows)));
  }

  private void lead() {
    details.show(model.shown().get().table(), grid.leadRow());
  }

  private void fillOrders() {
    order.getItems().clear();
    Order now = model.query().get().order();
    add(Messages.text("unsorted"), now == null, () -> model.order(null));
    if (now != null) {
      add(
          Messages.text("ascending"),
          now.direction() == Direction.ASCENDING,
          () -> model.order(new Order(now.feature(), Direction.ASCENDING)));
      add(
          Messages.text("descending"),
          now.direction() == Direction.DESCENDING,
          () -> model.order(new Order(now.feature(), Direction.DESCENDING)));
    }
    order.getItems().add(new SeparatorMenuItem());
    for (Column column : grid.columns().shown().stream().limit(MOST_ORDERS).toList()) {
      add(
          column.name(),
          now != null && now.feature().equals(column.name()),
          () -> model.order(new Order(column.name(), Direction.ASCENDING)));
    }
  }

  private void add(String text, boolean isSelected, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(isSelected);
    item.setOnAction(event -> action.run());
    order.getItems().add(item);
  }

  private void fillSaves() {
    save.getItems().clear();
    Rows rows = grid.rows();
    int chosenRows = grid.selection().count();
    saveItem(
        Messages.text("save.shown", Messages.count(rows.size())), rows.size() > 0, Choice.SHOWN);
    saveItem(
        Messages.text("save.chosen", Messages.count(chosenRows)), chosenRows > 0, Choice.CHOSEN);
    int read = model.shown().get().read();
    saveItem(Messages.text("save.all", Messages.count(read)), read > 0, Choice.ALL);
  }

  /// Which rows are saved.
  enum Choice {
    SHOWN,
    CHOSEN,
    ALL
  }

  private void saveItem(String text, boolean isPossible, Choice choice) {
    MenuItem item = new MenuItem(text);
    item.setDisable(!isPossible);
    item.setOnAction(event -> chooseFile(choice));
    save.getItems().add(item);
  }

  private void chooseFile(Choice choice) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("save"));
    chooser.setInitialFileName("examples.csv");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Messages.text("csv.files"), "*.csv"));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      save(file.toPath(), choice);
    }
  }

  /// Writes rows as CSV, with the columns that are shown in their order; all columns for all rows.
  void save(Path file, Choice choice) {
    ExamplesTable table = model.shown().get().table();
    if (table == null) {
      return;
    }
    Rows rows =
        switch (choice) {
          case SHOWN -> grid.rows();
          case CHOSEN -> grid.rows();
          case ALL -> table.rows(table.splits());
        };
    int[] positions = choice == Choice.CHOSEN ? grid.selection().positions() : new int[0];
    List<String> features =
        choice == Choice.ALL
            ? table.features().stream().map(Feature::name).toList()
            : grid.columns().shown().stream().map(Column::name).toList();
    stopSaving();
    saving.setVisible(true);
    saving.setManaged(true);
    saved.setProgress(0);
    writing =
        model.work(
            "examples save",
            work -> {
              Rows written = choice == Choice.CHOSEN ? SortedRows.chosen(rows, positions) : rows;
              int all = Math.max(1, written.size());
              try {
                new CsvFile(table, features)
                    .write(
                        file, written, at -> work.tell(() -> saved.setProgress((double) at / all)));
              } finally {
                work.tell(this::endSaving);
              }
            });
  }

  private void stopSaving() {
    if (writing != null) {
      writing.stop();
    }
    endSaving();
  }

  private void endSaving() {
    writing = null;
    saving.setVisible(false);
    saving.setManaged(false);
  }

  private void jump() {
    String digits = jump.getText().replaceAll("[ ,_.]", "");
    if (!digits.matches("\\d{1,10}")) {
      jump.selectAll();
      return;
    }
    int row = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits)) - 1;
    int position = grid.rows().position(row);
    // A row that is not shown has a neighbour that is, where rows are in the table's order.
    grid.choose(position >= 0 ? position : near(row));
    grid.requestFocus();
    jump.clear();
  }

  private int near(int row) {
    Rows rows = grid.rows();
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.row(middle) < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low);
  }

  private void key(KeyEvent event) {
    if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    if (event.getCode() == KeyCode.F) {
      filter.focus();
      event.consume();
    } else if (event.getCode() == KeyCode.G) {
      jump.requestFocus();
      event.consume();
    }
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void columnsChanged() {
    grid.requestLayout();
    describe();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    describeSeen();
  }

  @Override
  public void dispose() {
    details.show(null, -1);
    model.close();
  }

  private void add(String condition) {
    filter.set(FilterText.and(filter.text(), condition));
    filter.remember();
  }

  private final class DetailActions implements RowDetails.Actions {
    @Override
    public void step(int by) {
      grid.choose(grid.selection().lead() + by);
    }

    @Override
    public void copyJson() {
      ExamplesTable table = model.shown().get().table();
      if (table != null && grid.leadRow() >= 0) {
        copy(RowText.json(table, grid.leadRow()));
      }
    }

    @Override
    public void close() {
      detailsButton.setSelected(false);
      grid.requestFocus();
    }
  }

  private final class GridActions implements RowGrid.Actions {

    @Override
    public void seen() {
      describeSeen();
    }

    @Override
    public void lead() {
      ExamplesPane.this.lead();
    }

    @Override
    public void chosen() {
      int rows = grid.selection().count();
      chosen.setText(rows == 0 ? "" : Messages.text("chosen", rows, Messages.count(rows)));
    }

    @Override
    public void open() {
      detailsButton.setSelected(true);
    }

    @Override
    public void copyRows() {
      ExamplesTable table = model.shown().get().table();
      if (table == null) {
        return;
      }
      List<Integer> rows =
          Arrays.stream(grid.selection().positions())
              .limit(MOST_COPIED)
              .mapToObj(grid.rows()::row)
              .toList();
      if (!rows.isEmpty()) {
        copy(
            RowText.table(table, rows, grid.columns().shown().stream().map(Column::name).toList()));
      }
    }

    @Override
    public void copyCell() {
      ExamplesTable table = model.shown().get().table();
      Column column = grid.leadColumn();
      if (table != null && column != null && grid.leadRow() >= 0) {
        copy(table.cell(grid.leadRow(), column.name()).text());
      }
    }

    @Override
    public void order(String feature) {
      Order now = model.query().get().order();
      if (now == null || !now.feature().equals(feature)) {
        model.order(new Order(feature, Direction.ASCENDING));
      } else {
        model.order(
            now.direction() == Direction.ASCENDING
                ? new Order(feature, Direction.DESCENDING)
                : null);
      }
    }

    @Override
    public void hide(String feature) {
      grid.columns().setShown(feature, false);
      columnsChanged();
    }

    @Override
    public void pin(String feature) {
      grid.columns().setPinned(feature, !grid.columns().isPinned(feature));
      columnsChanged();
    }

    @Override
    public void bars(String feature, int first, int last) {
      Distribution known = model.distributions().get().get(feature);
      if (known == null) {
        return;
      }
      switch (known.all()) {
        case ColumnSummary.Numbers n when !Double.isNaN(n.low()) ->
            add(
                FilterText.between(
                    feature,
                    n.start(first),
                    last + 1 >= n.counts().length ? n.high() : n.start(last + 1)));
        case ColumnSummary.Texts t when !t.values().isEmpty() ->
            add(texts(feature, t, first, last));
        default -> {}
      }
    }

    private String texts(String feature, ColumnSummary.Texts texts, int first, int last) {
      List<String> values =
          texts.values().subList(first, Math.min(last + 1, texts.values().size()));
      return values.size() == 1
          ? FilterText.equal(feature, values.getFirst())
          : FilterText.feature(feature)
              + " in ["
              + String.join(", ", values.stream().map(FilterText::quoted).toList())
              + "]";
    }

    @Override
    public void menu(ColumnHead head, double screenX, double screenY) {
      String name = head.feature().name();
      ContextMenu menu = new ContextMenu();
      item(menu, "ascending", () -> model.order(new Order(name, Direction.ASCENDING)));
      item(menu, "descending", () -> model.order(new Order(name, Direction.DESCENDING)));
      item(menu, "unsorted", () -> model.order(null));
      menu.getItems().add(new SeparatorMenuItem());
      item(menu, grid.columns().isPinned(name) ? "unpin" : "pin", () -> pin(name));
      item(menu, "hide", () -> hide(name));
      item(
          menu,
          "hide.others",
          () -> {
            grid.columns().hideAllBut(Set.of(name));
            columnsChanged();
          });
      item(
          menu,
          "columns.all",
          () -> {
            grid.columns().showAll();
            columnsChanged();
          });
      item(menu, "fit", () -> grid.fit(name));
      menu.getItems().add(new SeparatorMenuItem());
      item(menu, "only.missing", () -> add(FilterText.feature(name) + " is missing"));
      item(menu, "only.present", () -> add(FilterText.feature(name) + " is not missing"));
      menu.show(head, screenX, screenY);
    }

    @Override
    public void cellMenu(double screenX, double screenY) {
      ContextMenu menu = new ContextMenu();
      item(menu, "copy.rows", this::copyRows);
      Column column = grid.leadColumn();
      ExamplesTable table = model.shown().get().table();
      if (column != null && table != null && grid.leadRow() >= 0) {
        item(menu, "copy.cell", this::copyCell);
        menu.getItems().add(new SeparatorMenuItem());
        conditions(menu, column, table);
      }
      item(menu, "copy.json", () -> new DetailActions().copyJson());
      menu.show(grid, screenX, screenY);
    }

    private void conditions(ContextMenu menu, Column column, ExamplesTable table) {
      var cell = table.cell(grid.leadRow(), column.name());
      String name = FilterText.feature(column.name());
      if (!cell.hasValue()) {
        item(menu, "only.missing", () -> add(name + " is missing"));
        item(menu, "only.present", () -> add(name + " is not missing"));
      } else if (cell.count() == 1
          && !column.feature().isSequence()
          && cell.text(200).length() < 200) {
        String value = column.feature().isNumeric() ? cell.text() : FilterText.quoted(cell.text());
        item(menu, "only.this", () -> add(name + " == " + value));
        item(menu, "without.this", () -> add(name + " != " + value));
      }
      menu.getItems().add(new SeparatorMenuItem());
    }

    private void item(ContextMenu menu, String key, Runnable action) {
      MenuItem item = new MenuItem(Messages.text(key));
      item.setOnAction(event -> action.run());
      menu.getItems().add(item);
    }
  }
}
