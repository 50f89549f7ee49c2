package dev.pipewright.charts.demo;

import dev.pipewright.charts.AxisScale;
import dev.pipewright.charts.Bar;
import dev.pipewright.charts.Bar.Bin;
import dev.pipewright.charts.Bar.Category;
import dev.pipewright.charts.Histogram;
import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import dev.pipewright.charts.Sparkline;
import dev.pipewright.charts.ValueLegend;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every chart, as the workbench shows it.
public final class Gallery {

  private Gallery() {}

  /// All charts on one page.
  public static Parent page() {
    FlowPane page = new FlowPane(16, 16);
    page.setStyle("-fx-padding: 12");
    page.getChildren().addAll(loss(), accuracy(), trainerCard(), statisticsCard(), waiting());
    page.getChildren().addAll(compared(), learningRate(), broken());
    page.getChildren()
        .addAll(fares(AxisScale.LINEAR), fares(AxisScale.LOG), quantiles(), payments());
    return page;
  }

  /// The loss of a run that is not over.
  public static LinePlot loss() {
    LinePlot plot = plot("loss", 220, 158);
    plot.setExpectedLastX(10_000);
    plot.lines()
        .setAll(
            PlotLine.train(Curves.loss("train", 0.25, 40, 0.008, 1)),
            PlotLine.eval(Curves.loss("eval", 0.262, 200, 0.002, 2)));
    return plot;
  }

  private static LinePlot accuracy() {
    LinePlot plot = plot("accuracy", 220, 158);
    plot.setExpectedLastX(10_000);
    plot.lines()
        .setAll(
            PlotLine.train(Curves.accuracy("train", 0.884, 40, 0.006, 3)),
            PlotLine.eval(Curves.accuracy("eval", 0.882, 200, 0.002, 4)));
    return plot;
  }

  private static LinePlot waiting() {
    LinePlot plot = plot("auc", 220, 158);
    plot.setExpectedLastX(10_000);
    plot.lines().setAll(PlotLine.train(new Series("train")));
    return plot;
  }

  private static LinePlot compared() {
    LinePlot plot = plot("", 642, 310);
    plot.setSmoothing(0.6);
    plot.setExpectedLastX(10_000);
    for (int run = 0; run < 5; run++) {
      Series series = Curves.loss("run " + (33 + run), 0.24 + 0.03 * run, 60, 0.012, run);
      plot.lines().add(PlotLine.numbered(series, run));
    }
    plot.setHoverX(3600);
    return plot;
  }

  private static LinePlot learningRate() {
    LinePlot plot = plot("learning_rate", 400, 240);
    plot.setYScale(AxisScale.LOG);
    Series decay = new Series("decay");
    Series constant = new Series("constant");
    for (int step = 10; step <= 10_000; step += 10) {
      decay.add(step, 1e-2 * Math.pow(0.05, step / 10_000.0));
      constant.add(step, 1e-3);
    }
    plot.lines().setAll(PlotLine.numbered(decay, 4), PlotLine.numbered(constant, 2));
    return plot;
  }

  private static LinePlot broken() {
    LinePlot plot = plot("diverged", 400, 240);
    Series series = new Series("train");
    for (int step = 0; step < 200; step++) {
      boolean isGap = step > 120 && step < 128;
      series.add(step, isGap ? Double.NaN : step == 150 ? Double.POSITIVE_INFINITY : step % 37);
    }
    plot.setYScale(AxisScale.LOG);
    plot.lines().setAll(PlotLine.train(series));
    plot.setHoverX(124);
    return plot;
  }

  private static LinePlot plot(String title, double width, double height) {
    LinePlot plot = new LinePlot();
    plot.setTitle(title);
    plot.setPrefSize(width, height);
    return plot;
  }

  private static Region trainerCard() {
    List<PlotLine> lines =
        List.of(
            PlotLine.train(Curves.loss("train", 0.25, 40, 0.008, 1)),
            PlotLine.eval(Curves.loss("eval", 0.262, 200, 0.002, 2)));
    ValueLegend legend = new ValueLegend();
    legend.lines().setAll(lines);
    Label loss = muted("loss");
    Sparkline sparkline = new Sparkline();
    sparkline.setExpectedLastX(10_000);
    sparkline.lines().setAll(lines);
    BorderPane footer = new BorderPane();
    footer.setLeft(muted("step 6,420 / 10,000"));
    footer.setRight(muted("148 step/s"));
    return card(new VBox(4, new HBox(10, loss, legend), sparkline, footer));
  }

  private static Region statisticsCard() {
    HBox row = new HBox(8);
    row.getStyleClass().add("validate");
    String[] names = {"fare", "trip_miles", "hour"};
    for (int feature = 0; feature < names.length; feature++) {
      Histogram histogram = new Histogram();
      histogram.setTitle(names[feature]);
      histogram.setDetail(Histogram.Detail.COMPACT);
      histogram.setBars(bins(12, feature));
      row.getChildren().add(histogram);
    }
    return card(row);
  }

  private static List<Bar> bins(int count, int shape) {
    List<Bar> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      double height =
          shape == 2 ? 400 + 300 * Math.sin(bin * 0.6 + 3) : 5000 * Math.exp(-bin * 0.9) + 2;
      bins.add(new Bin(bin * 5, bin * 5 + 5, Math.rint(height)));
    }
    return bins;
  }

  private static Histogram fares(AxisScale scale) {
    Histogram histogram = histogram("fare");
    histogram.setCountScale(scale);
    histogram.setBars(bins(20, 0));
    return histogram;
  }

  private static Histogram quantiles() {
    Histogram histogram = histogram("fare, deciles");
    histogram.setBarHeight(Histogram.Height.DENSITY);
    double[] ends = {0, 3.2, 4.4, 5.2, 6, 7.1, 8.3, 10, 14, 24, 60};
    List<Bar> bins = new ArrayList<>();
    for (int index = 0; index + 1 < ends.length; index++) {
      bins.add(new Bin(ends[index], ends[index + 1], 998.1));
    }
    histogram.setBars(bins);
    return histogram;
  }

  private static Histogram payments() {
    Histogram histogram = histogram("payment_type");
    histogram.setBars(
        List.of(
            new Category("Cash", 6120),
            new Category("Credit Card", 3755),
            new Category("No Charge", 52),
            new Category("Dispute", 31),
            new Category("Unknown", 23)));
    return histogram;
  }

  private static Histogram histogram(String title) {
    Histogram histogram = new Histogram();
    histogram.setTitle(title);
    histogram.setPrefSize(320, 160);
    return histogram;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Region card(Region content) {
    VBox card = new VBox(content);
    card.getStyleClass().add("card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return card;
  }
}
