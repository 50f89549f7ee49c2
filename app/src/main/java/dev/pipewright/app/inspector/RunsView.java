package dev.pipewright.app.inspector;

import dev.pipewright.app.components.TypeMark;
import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Ages;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.NodeHistory;
import dev.pipewright.runner.NodeHistory.Past;
import dev.pipewright.runner.OutputArtifact;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What runs made of the selected node, the last one first, and what each was given otherwise than
/// the one before. What a run made opens with a click.
final class RunsView extends StackPane {

  private static final Texts TEXTS = Texts.of(RunsView.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final int MOST_CHANGES = 6;

  private final NodeModel model;
  private final RunModel run;
  private final Consumer<ArtifactRow> open;
  private final IntConsumer lookBack;
  private final ListView<Row> list = new ListView<>();
  private int reading;

  /// A run of the node.
  ///
  /// @param changes what differs from the run before, a line each; null for the first
  record Row(Past past, @Nullable List<String> changes) {}

  /// @param open opens an artifact in a tab
  /// @param lookBack shows a run by its number
  RunsView(NodeModel model, RunModel run, Consumer<ArtifactRow> open, IntConsumer lookBack) {
    this.model = model;
    this.run = run;
    this.open = open;
    this.lookBack = lookBack;
    list.getStyleClass().add("runs");
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(TEXTS.get("runs"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    getChildren().setAll(list);
  }

  private void keyPressed(KeyEvent event) {
    Row row = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && row != null) {
      lookBack.accept(row.past().run());
      event.consume();
    }
  }

  private boolean isShown(Past past) {
    Latest shown = run.shown().get();
    return shown != null && shown.number() == past.run();
  }

  Subscription follow() {
    return Subscription.combine(
        run.project().file().subscribe(now -> read()),
        run.shown().subscribe((before, now) -> list.refresh()),
        model.status().map(NodeStatus::state).subscribe((before, now) -> read()));
  }

  private void read() {
    Path project = run.project().file().get();
    if (project == null) {
      list.setPlaceholder(placeholder(TEXTS.get("runs.unsaved")));
      return;
    }
    Pipeline document = model.pipeline().get();
    NodeId node = model.node().get().id();
    int mine = ++reading;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                List<Row> rows = rows(NodeHistory.of(RunRoot.of(project), document, node));
                Platform.runLater(() -> show(rows, TEXTS.get("runs.empty.line"), mine));
              } catch (EngineException e) {
                Platform.runLater(() -> show(List.of(), e.what() + " " + e.fix(), mine));
              }
            });
  }

  /// A run that never came to the node's parameters and inputs is no measure for the next.
  static List<Row> rows(List<Past> newestFirst) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Past now = newestFirst.get(i);
      boolean hasBefore = i + 1 < newestFirst.size();
      rows.add(new Row(now, hasBefore ? NodeChanges.of(now, newestFirst.get(i + 1)) : null));
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

  private ArtifactRow artifact(Past past, String port, OutputArtifact made) {
    NodeId node = model.node().get().id();
    return new ArtifactRow(
        made.artifact().id(),
        node,
        port,
        made.artifact().type(),
        made.artifact().uri(),
        made.bytes(),
        past.start().plus(past.elapsed()),
        past.run());
  }

  private final class Cell extends ListCell<Row> {

    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : graphic(row));
    }

    private Node graphic(Row row) {
      Past past = row.past();
      VBox below = new VBox();
      below.getStyleClass().add("run-below");
      Failure failure = past.failure();
      if (failure != null) {
        below.getChildren().add(line(failure.what() + " " + failure.fix(), "danger-text"));
      }
      changes(row).forEach(change -> below.getChildren().add(change));
      if (!past.outputs().isEmpty()) {
        below.getChildren().add(outputs(past));
      }
      VBox all = new VBox(head(past), below);
      all.getStyleClass().add("run-cell");
      return all;
    }

    private Node head(Past past) {
      ExecutionState state = past.state();
      Label title = new Label(TEXTS.get("run", past.run()));
      title.getStyleClass().add("medium");
      Label time = new Label(Ages.ago(past.start(), Instant.now()));
      time.getStyleClass().addAll("caption", "muted");
      time.setTooltip(new Tooltip(TIME.format(past.start())));
      VBox words = new VBox(title, time);
      words.getStyleClass().add("run-words");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label how = new Label(TEXTS.get("state." + state));
      how.getStyleClass().addAll("caption", style(state));
      Label elapsed = new Label(Units.duration(past.elapsed()));
      elapsed.getStyleClass().addAll("mono", "muted");
      VBox result = new VBox(how, elapsed);
      result.getStyleClass().add("run-result");
      HBox line = new HBox(Icons.of(icon(state), style(state)), words, space, show(past), result);
      line.getStyleClass().add("run-row");
      return line;
    }

    private Node show(Past past) {
      if (isShown(past)) {
        Label shown = new Label(TEXTS.get("run.shown"), Icons.of("mdi2e-eye-outline", "icon-14"));
        shown.getStyleClass().addAll("caption", "accent-text");
        return shown;
      }
      Hyperlink show = new Hyperlink(TEXTS.get("run.show"));
      show.getStyleClass().addAll("caption", "run-show");
      show.setTooltip(new Tooltip(TEXTS.get("run.show.tip", past.run())));
      show.setAccessibleText(TEXTS.get("run.show.tip", past.run()));
      show.setOnAction(event -> lookBack.accept(past.run()));
      return show;
    }

    private static List<Node> changes(Row row) {
      List<String> changes = row.changes();
      if (changes == null) {
        return List.of(line(TEXTS.get("change.first"), "muted"));
      }
      if (changes.isEmpty()) {
        return List.of(line(TEXTS.get("change.none"), "muted"));
      }
      List<Node> lines = new ArrayList<>();
      changes.stream().limit(MOST_CHANGES).forEach(each -> lines.add(line(each, "run-change")));
      if (changes.size() > MOST_CHANGES) {
        Label more = line(TEXTS.get("several.more", changes.size() - MOST_CHANGES), "muted");
        more.setTooltip(new Tooltip(String.join("\n", changes)));
        lines.add(more);
      }
      return lines;
    }

    private static Label line(String text, String style) {
      Label label = new Label(text);
      label.getStyleClass().addAll("caption", style);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      return label;
    }

    private FlowPane outputs(Past past) {
      FlowPane links = new FlowPane();
      links.getStyleClass().add("run-outputs");
      for (Map.Entry<String, List<OutputArtifact>> port : past.outputs().entrySet()) {
        for (OutputArtifact made : port.getValue()) {
          Hyperlink link = new Hyperlink(port.getKey(), TypeMark.of(made.artifact().type()));
          link.getStyleClass().add("caption");
          link.setTooltip(new Tooltip(TEXTS.get("open") + " #" + made.artifact().id()));
          link.setOnAction(event -> open.accept(artifact(past, port.getKey(), made)));
          links.getChildren().add(link);
        }
      }
      return links;
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
