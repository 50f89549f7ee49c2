package dev.pipewright.app.inspector;

import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunHistory.PastRun;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What runs made of the selected node, the last one first.
final class RunsView extends StackPane {

  private static final Texts TEXTS = Texts.of(RunsView.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final NodeModel model;
  private final ObservableValue<@Nullable Path> file;
  private final ListView<Row> list = new ListView<>();
  private int reading;

  /// A run of the node.
  ///
  /// @param number the run's, from 1
  record Row(int number, PastRun run, PastNode node) {}

  RunsView(NodeModel model, ObservableValue<@Nullable Path> file) {
    this.model = model;
    this.file = file;
    list.setFixedCellSize(48);
    list.getStyleClass().add("runs");
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(TEXTS.get("runs"));
    getChildren().setAll(list);
  }

  Subscription follow() {
    return Subscription.combine(
        file.subscribe(now -> read()),
        model.status().map(NodeStatus::state).subscribe((before, now) -> read()));
  }

  private void read() {
    Path project = file.getValue();
    if (project == null) {
      list.setPlaceholder(placeholder(TEXTS.get("runs.unsaved")));
      return;
    }
    String pipeline = model.pipeline().get().name();
    String node = model.node().get().id().value();
    int mine = ++reading;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                List<Row> rows = rows(RunHistory.runs(RunRoot.of(project)), pipeline, node);
                Platform.runLater(() -> show(rows, TEXTS.get("runs.empty.line"), mine));
              } catch (EngineException e) {
                Platform.runLater(() -> show(List.of(), e.what() + " " + e.fix(), mine));
              }
            });
  }

  /// A pipeline that was renamed begins to count anew.
  static List<Row> rows(List<PastRun> newestFirst, String pipeline, String node) {
    List<PastRun> runs =
        newestFirst.stream().filter(run -> run.pipeline().equals(pipeline)).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      PastNode past = runs.get(i).nodes().get(node);
      if (past != null) {
        rows.add(new Row(runs.size() - i, runs.get(i), past));
      }
    }
    return rows;
  }

  private void show(List<Row> rows, String otherwise, int answer) {
    if (answer == reading) {
      list.setPlaceholder(placeholder(otherwise));
      list.getItems().setAll(rows);
    }
  }

  private static Node placeholder(String line) {
    return new EmptyState("mdi2h-history", TEXTS.get("runs.empty"), line);
  }

  private static final class Cell extends ListCell<Row> {

    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : graphic(row));
    }

    private static Node graphic(Row row) {
      ExecutionState state = row.node().state();
      Label title = new Label(TEXTS.get("run", row.number()));
      title.getStyleClass().add("medium");
      Label time = new Label(TIME.format(row.run().start()));
      time.getStyleClass().addAll("mono", "muted");
      VBox words = new VBox(title, time);
      words.getStyleClass().add("run-words");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label how = new Label(TEXTS.get("state." + state));
      how.getStyleClass().addAll("caption", style(state));
      Label elapsed = new Label(Units.duration(row.node().elapsed()));
      elapsed.getStyleClass().addAll("mono", "muted");
      VBox result = new VBox(how, elapsed);
      result.getStyleClass().add("run-result");
      HBox line = new HBox(Icons.of(icon(state), style(state)), words, space, result);
      line.getStyleClass().add("run-row");
      return line;
    }

    private static String icon(ExecutionState state) {
      return switch (state) {
        case COMPLETE -> "mdi2c-check-circle";
        case CACHED -> "mdi2f-flash";
        case FAILED -> "mdi2a-alert-circle";
        case CANCELED -> "mdi2s-stop-circle-outline";
        case NEW, RUNNING, UNKNOWN -> "mdi2c-clock-outline";
      };
    }

    private static String style(ExecutionState state) {
      return switch (state) {
        case COMPLETE -> "success-text";
        case CACHED -> "cached-text";
        case FAILED -> "danger-text";
        case CANCELED, NEW, RUNNING, UNKNOWN -> "muted";
      };
    }
  }
}
