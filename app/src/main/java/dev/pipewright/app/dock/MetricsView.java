package dev.pipewright.app.dock;

import dev.pipewright.app.text.Texts;
import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableMap;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the nodes have measured: a chart for each metric, training and evaluation in one.
final class MetricsView extends StackPane {

  private static final Texts TEXTS = Texts.of(MetricsView.class);

  private final ObservableMap<NodeId, NodeModel> nodes;
  private final PlotGrid grid = new PlotGrid();
  private final Label step = new Label();
  private final EmptyState empty =
      new EmptyState(
          "mdi2c-chart-line", TEXTS.get("metrics.empty"), TEXTS.get("metrics.empty.line"));
  private final Map<NodeModel, InvalidationListener> listened = new HashMap<>();
  private final Map<String, LinePlot> plots = new LinkedHashMap<>();
  private final InvalidationListener onNodes = change -> changed();
  private final InvalidationListener onPoints = change -> count();
  private SequencedMap<String, List<PlotLine>> shown = new LinkedHashMap<>();
  private boolean isUpdateDue;

  MetricsView(ObservableMap<NodeId, NodeModel> nodes) {
    this.nodes = nodes;
    getStyleClass().add("metrics");
    step.getStyleClass().addAll("micro", "muted", "metrics-step");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(new VBox(scroll, step), empty);
    nodes.addListener(onNodes);
    update();
  }

  /// Many tags come at once: they are drawn together.
  private void changed() {
    if (!isUpdateDue) {
      isUpdateDue = true;
      Platform.runLater(
          () -> {
            isUpdateDue = false;
            update();
          });
    }
  }

  private void update() {
    listen();
    SequencedMap<String, List<PlotLine>> groups = new LinkedHashMap<>();
    long measuring = nodes.values().stream().filter(n -> !n.scalars().byTag().isEmpty()).count();
    for (NodeModel node : nodes.values()) {
      String prefix = measuring > 1 ? node.node().get().id() + " · " : "";
      MetricGroups.of(new LinkedHashMap<>(node.scalars().byTag()))
          .forEach((metric, lines) -> groups.put(prefix + metric, lines));
    }
    if (!groups.equals(shown)) {
      show(groups);
    }
    count();
  }

  private void listen() {
    listened.keySet().stream()
        .filter(node -> !nodes.containsValue(node))
        .toList()
        .forEach(this::unlisten);
    for (NodeModel node : nodes.values()) {
      listened.computeIfAbsent(
          node,
          n -> {
            n.scalars().byTag().addListener(onNodes);
            return onNodes;
          });
    }
  }

  private void unlisten(NodeModel node) {
    node.scalars().byTag().removeListener(listened.remove(node));
  }

  private void show(SequencedMap<String, List<PlotLine>> groups) {
    series().forEach(series -> series.removeListener(onPoints));
    shown = groups;
    series().forEach(series -> series.addListener(onPoints));
    plots.keySet().retainAll(groups.keySet());
    groups.forEach(
        (title, lines) -> plots.computeIfAbsent(title, MetricsView::plot).lines().setAll(lines));
    grid.getChildren().setAll(groups.keySet().stream().map(plots::get).toList());
    empty.setVisible(groups.isEmpty());
  }

  private static LinePlot plot(String title) {
    LinePlot plot = new LinePlot();
    plot.setTitle(MetricNames.brief(title));
    return plot;
  }

  private List<Series> series() {
    return shown.values().stream().flatMap(List::stream).map(PlotLine::series).toList();
  }

  private void count() {
    double last =
        series().stream()
            .filter(s -> s.size() > 0)
            .mapToDouble(s -> s.x(s.size() - 1))
            .max()
            .orElse(-1);
    double total = nodes.values().stream().mapToDouble(n -> steps(n.node().get())).max().orElse(0);
    plots.values().forEach(plot -> plot.setExpectedLastX(total > 0 ? total : Double.NaN));
    step.setVisible(last >= 0);
    if (last >= 0) {
      step.setText(
          total >= last
              ? TEXTS.get("metrics.step.of", number(last), number(total))
              : TEXTS.get("metrics.step", number(last)));
    }
  }

  /// How many steps a node is to train; 0 for one that does not say.
  private static long steps(Node node) {
    return node.parameters().get("train_args").orElse(null)
                instanceof ParameterValue.Fields arguments
            && arguments.get("num_steps").orElse(null) instanceof ParameterValue.Int(long steps)
        ? steps
        : 0;
  }

  private static String number(double steps) {
    return String.format(Locale.ROOT, "%,d", (long) steps);
  }

  void dispose() {
    nodes.removeListener(onNodes);
    List.copyOf(listened.keySet()).forEach(this::unlisten);
    series().forEach(series -> series.removeListener(onPoints));
  }
}
