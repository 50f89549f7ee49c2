package dev.pipewright.app.dock;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What is wrong with the pipeline; a click shows where.
final class ProblemsView extends ListView<Problem> {

  private static final Texts TEXTS = Texts.of(ProblemsView.class);

  private final Consumer<Problem> onReveal;

  ProblemsView(
      ObservableValue<List<Problem>> problems,
      Function<NodeId, String> category,
      Consumer<Problem> onReveal) {
    this.onReveal = onReveal;
    getStyleClass().add("problems");
    ObservableList<Problem> items = FXCollections.observableArrayList(problems.getValue());
    problems.subscribe(found -> items.setAll(found));
    setItems(items);
    setFixedCellSize(30);
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
      Label fix = new Label(problem.fix());
      fix.getStyleClass().addAll("caption", "muted");
      HBox.setHgrow(fix, Priority.ALWAYS);
      fix.setMinWidth(0);
      String severity = isError ? "danger-text" : "warning-text";
      HBox row =
          new HBox(
              Icons.of(isError ? "mdi2a-alert-circle" : "mdi2a-alert-outline", severity),
              place,
              what,
              fix);
      row.getStyleClass().add("problem-row");
      return row;
    }
  }
}
