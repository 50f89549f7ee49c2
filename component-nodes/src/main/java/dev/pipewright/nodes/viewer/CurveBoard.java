package dev.pipewright.nodes.viewer;

import dev.pipewright.charts.AxisScale;
import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.PlotLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart for each curve under a bar that filters, smooths and scales all of them. What is set
/// there stays when other curves are shown.
final class CurveBoard extends VBox {

  private static final double CHART_WIDTH = 460;
  private static final double CHART_HEIGHT = 260;

  private final FlowPane charts = new FlowPane(12, 12);
  private final Map<String, LinePlot> plots = new LinkedHashMap<>();
  private final Slider smoothing = new Slider(0, 0.99, 0);
  private final Label note = Bars.muted("");
  private final StackPane content = new StackPane();
  private final ScrollPane scroll = new ScrollPane(charts);
  private SequencedMap<String, List<PlotLine>> shown = new LinkedHashMap<>();
  private AxisScale scale = AxisScale.LINEAR;
  private String filter = "";
  private double lastX = Double.NaN;

  CurveBoard() {
    getStyleClass().addAll("viewer-column", "curve-board");
    charts.getStyleClass().add("charts");
    scroll.setFitToWidth(true);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(bar(), content);
  }

  /// Shows these curves in place of those there are; a chart of the same name stays.
  ///
  /// @param expectedLastX up to where the curves are to come, or NaN
  void show(Curves curves, double expectedLastX) {
    lastX = expectedLastX;
    note.setText(curves.otherTags() > 0 ? Messages.text("curves.others", curves.otherTags()) : "");
    if (!curves.charts().equals(shown)) {
      shown = curves.charts();
      plots.keySet().retainAll(shown.keySet());
      shown.forEach((name, lines) -> plots.computeIfAbsent(name, this::plot).lines().setAll(lines));
    }
    plots.values().forEach(plot -> plot.setExpectedLastX(lastX));
    arrange();
  }

  private LinePlot plot(String name) {
    LinePlot plot = new LinePlot();
    plot.setTitle(name);
    plot.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
    plot.setYScale(scale);
    plot.smoothingProperty().bind(smoothing.valueProperty());
    return plot;
  }

  private void arrange() {
    List<Node> cards =
        shown.keySet().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(filter))
            .map(plots::get)
            .map(CurveBoard::card)
            .toList();
    if (!cards.equals(charts.getChildren())) {
      charts.getChildren().setAll(cards);
    }
    Node now = cards.isEmpty() ? nothing() : scroll;
    content.getChildren().setAll(now);
  }

  /// The card that a chart stands in, the same one for good.
  private static Node card(LinePlot plot) {
    if (plot.getParent() != null) {
      return plot.getParent();
    }
    VBox card = new VBox(plot);
    card.getStyleClass().addAll("card", "chart-card");
    return card;
  }

  private Node nothing() {
    return shown.isEmpty()
        ? ArtifactView.empty(
            "mdi2c-chart-line", Messages.text("curves.none"), Messages.text("curves.none.line"))
        : ArtifactView.empty(
            "mdi2f-filter-outline",
            Messages.text("table.empty"),
            Messages.text("curves.filtered", filter));
  }

  private HBox bar() {
    Node scales =
        Bars.segments(
            List.of(AxisScale.LINEAR, AxisScale.LOG),
            s -> Messages.text("curves." + s),
            chosen -> {
              scale = chosen;
              plots.values().forEach(plot -> plot.setYScale(chosen));
            });
    smoothing.setPrefWidth(120);
    smoothing.setAccessibleText(Messages.text("curves.smoothing"));
    Label weight = new Label();
    weight.getStyleClass().add("mono");
    smoothing
        .valueProperty()
        .subscribe(
            value -> weight.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue())));
    Node names =
        Bars.filter(
            Messages.text("filter.tags"),
            typed -> {
              filter = typed.strip().toLowerCase(Locale.ROOT);
              arrange();
            });
    return Bars.controls(
        names,
        Bars.muted(Messages.text("curves.smoothing")),
        smoothing,
        weight,
        scales,
        Bars.space(),
        note);
  }
}
