package dev.pipewright.app.dock;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The panels below the canvas of a project: run log, artifacts and problems at the left, metrics
/// at the right. To be disposed of with the project.
public final class DockView extends HBox {

  private static final Texts TEXTS = Texts.of(DockView.class);

  /// What the log needs for its filters, and the metrics for a chart.
  private static final double LOG_WIDTH = 470;

  private static final double METRICS_WIDTH = 220;

  private final RunModel run;
  private final LogView log;
  private final LogView pastLog;
  private final MetricsView metrics;
  private final PanelTabs tabs;
  private final Subscription width;
  private final Subscription document;
  private final InvalidationListener onArtifacts;

  /// What a person asks of the dock's surroundings.
  ///
  /// @param open opens an artifact
  /// @param reveal shows where a problem is
  /// @param node selects a node
  public record Requests(
      Consumer<ArtifactRow> open, Consumer<Problem> reveal, Consumer<NodeId> node) {}

  /// The dock of a project.
  ///
  /// @param category the style class of a node's category
  /// @param metricsWidth how wide the metrics are to be; where there is no room for them beside the
  ///   others, they have a tab
  /// @param divider stands between the left and the right
  public DockView(
      RunModel run,
      Function<NodeId, String> category,
      Requests requests,
      ObservableValue<Number> metricsWidth,
      Region divider) {
    this.run = run;
    getStyleClass().add("dock");
    ToggleButton follow = toggle("mdi2a-arrow-collapse-down", TEXTS.get("log.follow"));
    follow.setSelected(true);
    log = new LogView(run.log(), category, requests.node(), follow);
    pastLog = new LogView(run.shownLog(), category, requests.node(), follow);
    metrics = new MetricsView(run.nodes());
    ArtifactsView artifacts = new ArtifactsView(run.artifacts(), category, requests.open());
    ProblemsView problems =
        new ProblemsView(
            run.project().problems(),
            category,
            requests.reveal(),
            fix -> run.project().edit(fix.edit()));
    Button clear = new Button(null, Icons.of("mdi2d-delete-sweep-outline"));
    finish(clear, TEXTS.get("log.clear"));
    clear.setOnAction(event -> run.log().clear());
    HBox logTools = new HBox(follow, clear);
    logTools.getStyleClass().add("dock-tools");
    StackPane content = new StackPane();
    content.setMinHeight(0);
    tabs = new PanelTabs(content);
    Label shownRun = tabs.add("log", TEXTS.get("log"), new StackPane(log, pastLog), logTools);
    Label made = tabs.add("artifacts", TEXTS.get("artifacts"), artifacts, new HBox());
    Label wrong = tabs.add("problems", TEXTS.get("problems"), problems, new HBox());
    onArtifacts = change -> PanelTabs.count(made, run.artifacts().size());
    run.artifacts().addListener(onArtifacts);
    onArtifacts.invalidated(run.artifacts());
    document =
        Subscription.combine(
            run.shown()
                .subscribe(
                    past -> {
                      log.setVisible(past == null);
                      pastLog.setVisible(past != null);
                      clear.setDisable(past != null);
                      shownRun.setText(past == null ? "" : TEXTS.get("log.run", past.number()));
                      shownRun.setVisible(past != null);
                    }),
            run.project().problems().subscribe(found -> count(wrong, found)),
            run.project()
                .document()
                .subscribe(
                    now -> {
                      List<NodeId> ids = now.nodes().stream().map(Node::id).toList();
                      log.offer(ids);
                      pastLog.offer(ids);
                    }));
    VBox left = new VBox(tabs, content);
    left.getStyleClass().add("dock-left");
    left.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    StackPane wide = new StackPane(metrics);
    VBox.setVgrow(wide, Priority.ALWAYS);
    VBox right = new VBox(metricsHead(), wide);
    right.setMinWidth(USE_PREF_SIZE);
    right.setMaxWidth(USE_PREF_SIZE);
    StackPane narrow = new StackPane();
    tabs.add("metrics", TEXTS.get("metrics"), narrow, new HBox());
    tabs.select("log");
    getChildren().setAll(left, divider, right);
    Runnable arrange =
        () -> {
          double room = getWidth() - LOG_WIDTH;
          boolean isWide = getWidth() <= 0 || room >= METRICS_WIDTH;
          (isWide ? wide : narrow).getChildren().setAll(metrics);
          tabs.offer("metrics", !isWide);
          right.setPrefWidth(Math.min(metricsWidth.getValue().doubleValue(), room));
          for (Region part : new Region[] {divider, right}) {
            part.setVisible(isWide);
            part.setManaged(isWide);
          }
        };
    widthProperty().subscribe(arrange);
    width = metricsWidth.subscribe(arrange);
    arrange.run();
  }

  /// Shows the lines of a node.
  public void showLog(NodeId node) {
    tabs.select("log");
    (run.shown().get() == null ? log : pastLog).show(node);
  }

  /// Shows what is wrong.
  public void showProblems() {
    tabs.select("problems");
  }

  private static void count(Label badge, List<Problem> found) {
    PanelTabs.count(badge, found.size());
    boolean hasError = found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    badge.getStyleClass().removeAll("solid-danger", "warning");
    badge.getStyleClass().add(hasError ? "solid-danger" : "warning");
  }

  private HBox metricsHead() {
    Label title = new Label(TEXTS.get("metrics"));
    title.getStyleClass().addAll("metrics-title", "medium");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox legend = new HBox(legend("train"), legend("eval"));
    legend.getStyleClass().add("metrics-legend");
    legend
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(() -> run.progress().get().number() > 0, run.progress()));
    HBox head = new HBox(title, space, legend);
    head.getStyleClass().add("panel-tabs");
    return head;
  }

  private static Label legend(String key) {
    Region dot = new Region();
    dot.getStyleClass().addAll("legend-dot", "legend-" + key);
    Label label = new Label(TEXTS.get("metrics." + key), dot);
    label.getStyleClass().addAll("micro", "muted");
    return label;
  }

  private static ToggleButton toggle(String icon, String tip) {
    ToggleButton toggle = new ToggleButton(null, Icons.of(icon));
    finish(toggle, tip);
    return toggle;
  }

  private static void finish(ButtonBase button, String tip) {
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
  }

  /// Lets go of the project.
  public void dispose() {
    document.unsubscribe();
    width.unsubscribe();
    run.artifacts().removeListener(onArtifacts);
    log.dispose();
    pastLog.dispose();
    metrics.dispose();
  }
}
