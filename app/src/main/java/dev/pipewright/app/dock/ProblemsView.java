package dev.pipewright.app.dock;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Fix;
import dev.pipewright.pipeline.check.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is wrong with the pipeline; a click shows where, and links mend what can be mended at once.
final class ProblemsView extends ListView<Problem> {

  private static final Texts TEXTS = Texts.of(ProblemsView.class);
  private static final int MOST_FIXES = 2;
  private static final double ROW = 48;

  private final Consumer<Problem> onReveal;
  private final Consumer<Fix> onFix;

  ProblemsView(
      ObservableValue<List<Problem>> problems,
      Function<NodeId, String> category,
      Consumer<Problem> onReveal,
      Consumer<Fix> onFix) {
    this.onReveal = onReveal;
    this.onFix = onFix;
    getStyleClass().add("problems");
    ObservableList<Problem> items = FXCollections.observableArrayList(problems.getValue());
    problems.subscribe(found -> items.setAll(found));
    setItems(items);
    setFixedCellSize(ROW);
    setCellFactory(view -> new Cell(category));
    setAccessibleText(TEXTS.get("problems"));
    EmptyState none =
        new EmptyState(
            "mdi2c-check-circle", TEXTS.get("problems.none"), TEXTS.get("problems.none.line"));
    none.getChildren().getFirst().getStyleClass().add("success-text");
    setPlaceholder(none);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void keyPressed(KeyEvent event) {
    Problem problem = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && problem != null) {
      onReveal.accept(problem);
      event.consume();
    }
  }

  private final class Cell extends ListCell<Problem> {

    private final Function<NodeId, String> category;

    Cell(Function<NodeId, String> category) {
      this.category = category;
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (getItem() != null) {
              onReveal.accept(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      setGraphic(empty || problem == null ? null : row(problem));
      setAccessibleText(empty || problem == null ? null : problem.toString());
      setTooltip(empty || problem == null ? null : tip(problem));
    }

    private static Tooltip tip(Problem problem) {
      Tooltip tip = new Tooltip(problem.toString());
      tip.setWrapText(true);
      tip.setMaxWidth(480);
      return tip;
    }

    private HBox row(Problem problem) {
      boolean isError = problem.severity() == Problem.Severity.ERROR;
      Label place = new Label(problem.place());
      place.getStyleClass().addAll("medium", "caption", "category-label");
      place.setMinWidth(USE_PREF_SIZE);
      NodeId node = problem.node();
      if (node != null) {
        place.getStyleClass().add(category.apply(node));
      }
      Label what = new Label(problem.what());
      what.getStyleClass().add("caption");
      what.setMinWidth(0);
      String severity = isError ? "danger-text" : "warning-text";
      HBox row =
          new HBox(
              Icons.of(isError ? "mdi2a-alert-circle" : "mdi2a-alert-outline", severity),
              new VBox(line(place, what), remedy(problem)));
      row.getStyleClass().add("problem-row");
      return row;
    }

    private HBox line(Node... parts) {
      HBox line = new HBox(parts);
      line.getStyleClass().add("problem-line");
      return line;
    }

    private HBox remedy(Problem problem) {
      Label fix = new Label(problem.fix());
      fix.getStyleClass().addAll("caption", "muted");
      fix.setMinWidth(0);
      HBox line = line(fix);
      problem.fixes().stream()
          .limit(MOST_FIXES)
          .forEach(each -> line.getChildren().add(link(each)));
      return line;
    }

    private Hyperlink link(Fix fix) {
      Hyperlink link = new Hyperlink(fix.label());
      link.getStyleClass().add("caption");
      link.setMinWidth(USE_PREF_SIZE);
      link.setOnAction(event -> onFix.accept(fix));
      return link;
    }
  }
}
