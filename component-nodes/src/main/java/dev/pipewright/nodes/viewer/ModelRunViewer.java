package dev.pipewright.nodes.viewer;

import dev.pipewright.charts.AxisScale;
import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The curves of a training: a chart a tag, the runs together in it, with train before validation.
public final class ModelRunViewer implements ArtifactViewer {

  private static final double CHART_WIDTH = 460;
  private static final double CHART_HEIGHT = 260;

  /// What the event files hold.
  ///
  /// @param tags the curves by tag, each by the run that logged it
  /// @param otherTags how many tags are no curves
  record Curves(SequencedMap<String, SequencedMap<String, ScalarSeries>> tags, int otherTags) {
    Curves {
      tags = Collections.unmodifiableSequencedMap(tags);
    }
  }

  /// For `ServiceLoader`.
  public ModelRunViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.MODEL_RUN;
  }

  @Override
  public String icon() {
    return "mdi2c-chart-line";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, ModelRunViewer::read, ModelRunViewer::content);
  }

  static Curves read(Path folder) throws IOException {
    Map<String, EventRun> runs = EventRuns.open(folder).runs();
    SequencedMap<String, SequencedMap<String, ScalarSeries>> tags = new TreeMap<>();
    int others = 0;
    for (String run : SplitStyle.ordered(List.copyOf(runs.keySet()))) {
      EventRun events = runs.get(run);
      if (events != null) {
        events
            .scalarTags()
            .forEach(
                tag ->
                    tags.computeIfAbsent(tag, t -> new LinkedHashMap<>())
                        .put(run, events.scalars(tag)));
        others += events.histogramTags().size() + events.otherTags().size();
      }
    }
    return new Curves(tags, others);
  }

  static Region content(Curves curves) {
    if (curves.tags().isEmpty()) {
      return ArtifactView.empty(
          "mdi2c-chart-line", Messages.text("curves.none"), Messages.text("curves.none.line"));
    }
    FlowPane charts = new FlowPane(12, 12);
    charts.getStyleClass().add("charts");
    List<LinePlot> plots = new ArrayList<>();
    curves
        .tags()
        .forEach(
            (tag, runs) -> {
              LinePlot plot = plot(tag, runs);
              plots.add(plot);
              VBox card = new VBox(plot);
              card.getStyleClass().addAll("card", "chart-card");
              charts.getChildren().add(card);
            });
    ScrollPane scroll = new ScrollPane(charts);
    scroll.setFitToWidth(true);
    return Bars.column(scroll, bar(curves, plots, charts), scroll);
  }

  private static LinePlot plot(String tag, SequencedMap<String, ScalarSeries> runs) {
    LinePlot plot = new LinePlot();
    plot.setTitle(tag);
    plot.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
    int index = 0;
    for (var run : runs.entrySet()) {
      Series series = new Series(run.getKey());
      ScalarSeries points = run.getValue();
      for (int i = 0; i < points.size(); i++) {
        series.add(points.step(i), points.value(i));
      }
      plot.lines().add(new PlotLine(series, run.getKey(), SplitStyle.of(run.getKey(), index++)));
    }
    return plot;
  }

  private static HBox bar(Curves curves, List<LinePlot> plots, FlowPane charts) {
    Node scale =
        Bars.segments(
            List.of(AxisScale.LINEAR, AxisScale.LOG),
            s -> Messages.text("curves." + s),
            s -> plots.forEach(p -> p.setYScale(s)));
    Slider smoothing = new Slider(0, 0.99, 0);
    smoothing.setPrefWidth(120);
    smoothing.setAccessibleText(Messages.text("curves.smoothing"));
    Label weight = new Label();
    weight.getStyleClass().add("mono");
    smoothing
        .valueProperty()
        .subscribe(
            value -> {
              plots.forEach(p -> p.setSmoothing(value.doubleValue()));
              weight.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue()));
            });
    Node filter =
        Bars.filter(
            Messages.text("filter.tags"),
            typed -> {
              String part = typed.strip().toLowerCase(Locale.ROOT);
              for (int i = 0; i < plots.size(); i++) {
                boolean isShown = plots.get(i).getTitle().toLowerCase(Locale.ROOT).contains(part);
                charts.getChildren().get(i).setVisible(isShown);
                charts.getChildren().get(i).setManaged(isShown);
              }
            });
    HBox bar =
        Bars.controls(
            filter, Bars.muted(Messages.text("curves.smoothing")), smoothing, weight, scale);
    if (curves.otherTags() > 0) {
      bar.getChildren()
          .addAll(Bars.space(), Bars.muted(Messages.text("curves.others", curves.otherTags())));
    }
    return bar;
  }
}
