package dev.pipewright.nodes.trainer;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import dev.pipewright.charts.Sparkline;
import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Reading;
import dev.pipewright.nodes.Texts;
import dev.pipewright.summaries.ScalarSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The loss curve, its last values, and how far the training is.
final class TrainerFace implements NodeFace {

  static final String MODEL_RUN = "model_run";

  private static final String TRAIN_LOSS = "train/loss";
  private static final String EVAL_LOSS = "validation/loss";
  private static final String VALIDATION = "validation/";

  private final NodeModel model;
  private final Reading<RecordedCurves> reading = new Reading<>(RecordedCurves::read);
  private final TrainingPace pace = new TrainingPace();
  private final CurveLegend legend = new CurveLegend();
  private final Sparkline sparkline = new Sparkline();
  private final Label steps = FaceParts.line("");
  private final Label detail = FaceParts.line("");
  private final Node preview;
  private final ReadOnlyObjectWrapper<FooterNote> note =
      new ReadOnlyObjectWrapper<>(this, "note", FooterNote.NONE);
  private final InvalidationListener update = _ -> update();
  private final InvalidationListener replan = _ -> replan();
  private final InvalidationListener values = _ -> showValues();
  private final InvalidationListener weakValues = new WeakInvalidationListener(values);
  private TrainingPlan plan;
  private @Nullable RecordedCurves recorded;
  private List<Series> recordedSeries = List.of();

  TrainerFace(NodeModel model) {
    this.model = model;
    this.plan = TrainingPlan.of(ArtifactFace.parameters(model));
    StackPane well = new StackPane(sparkline);
    well.getStyleClass().add("face-well");
    var stack = FaceParts.stack(legend.node(), well, FaceParts.ends(steps, detail));
    // A metric's name may be longer than a card.
    steps.setMinWidth(Region.USE_PREF_SIZE);
    detail.setMinWidth(0);
    stack.getStyleClass().add("trainer-face");
    preview = FaceParts.face(stack);
    model.node().addListener(replan);
    model.pipeline().addListener(replan);
    model.status().addListener(update);
    model.outputs().addListener(update);
    model.scalars().byTag().addListener(update);
    reading.state().addListener(update);
    update();
  }

  @Override
  public Node preview() {
    return preview;
  }

  @Override
  public ObservableValue<FooterNote> note() {
    return note.getReadOnlyProperty();
  }

  @Override
  public void dispose() {
    model.node().removeListener(replan);
    model.pipeline().removeListener(replan);
    model.status().removeListener(update);
    model.outputs().removeListener(update);
    model.scalars().byTag().removeListener(update);
    listenTo(List.of());
    reading.close();
  }

  private void replan() {
    plan = TrainingPlan.of(ArtifactFace.parameters(model));
    update();
  }

  private void update() {
    NodeStatus status = model.status().get();
    boolean isLive =
        status.state() == NodeStatus.State.RUNNING
            || model.scalars().byTag().containsKey(TRAIN_LOSS);
    if (!isLive) {
      Path folder = model.outputs().get().get(MODEL_RUN);
      reading.read(folder == null ? Map.of() : Map.of(MODEL_RUN, folder));
    }
    measure(status);
    listenTo(isLive ? liveSeries() : recorded());
    sparkline.setExpectedLastX(
        status.state() == NodeStatus.State.RUNNING && plan.steps() > 0 ? plan.steps() : Double.NaN);
    showValues();
  }

  private void measure(NodeStatus status) {
    if (status.state() != NodeStatus.State.RUNNING) {
      pace.clear();
    } else if (Double.isFinite(status.fraction())) {
      pace.add(status.elapsed(), status.fraction() * plan.steps());
    }
  }

  private List<Series> liveSeries() {
    List<Series> series = new ArrayList<>();
    for (String tag : List.of(TRAIN_LOSS, EVAL_LOSS)) {
      Series found = model.scalars().byTag().get(tag);
      if (found != null) {
        series.add(found);
      }
    }
    return series;
  }

  private List<Series> recorded() {
    RecordedCurves read =
        reading.state().get() instanceof Reading.Done<RecordedCurves>(RecordedCurves curves)
            ? curves
            : null;
    if (read != recorded) {
      recorded = read;
      recordedSeries = new ArrayList<>();
      if (read != null) {
        add(TRAIN_LOSS, read.train());
        add(EVAL_LOSS, read.eval());
      }
    }
    return recordedSeries;
  }

  private void add(String tag, @Nullable ScalarSeries points) {
    if (points != null) {
      Series series = new Series(tag);
      for (int i = 0; i < points.size(); i++) {
        series.add(points.step(i), points.value(i));
      }
      recordedSeries.add(series);
    }
  }

  private void listenTo(List<Series> series) {
    List<Series> shown = sparkline.lines().stream().map(PlotLine::series).toList();
    if (shown.equals(series)) {
      return;
    }
    shown.forEach(s -> s.removeListener(weakValues));
    series.forEach(s -> s.addListener(weakValues));
    sparkline.lines().setAll(series.stream().map(TrainerFace::line).toList());
  }

  private static PlotLine line(Series series) {
    return series.name().equals(TRAIN_LOSS) ? PlotLine.train(series) : PlotLine.eval(series);
  }

  private void showValues() {
    double train = last(TRAIN_LOSS);
    legend.show(plan.lossName(), train, last(EVAL_LOSS));
    long step = step();
    steps.setText(
        step < 0 || step >= plan.steps()
            ? Texts.text("training.steps", Math.max(step, plan.steps()))
            : Texts.text("training.step", step, plan.steps()));
    detail.setText(detail());
    note.set(remaining(step));
    sparkline.setAccessibleText(
        Double.isNaN(train) ? "" : Texts.text("training.curve", Texts.number(train)));
    if (reading.state().get() instanceof Reading.Failed<RecordedCurves>(String what, String fix)) {
      detail.setText(Texts.text("face.unreadable"));
      FaceParts.withTip(detail, what + " " + fix);
    }
  }

  /// The last step with a value, or -1.
  private long step() {
    long step = -1;
    for (PlotLine line : sparkline.lines()) {
      Series series = line.series();
      if (series.size() > 0) {
        step = Math.max(step, (long) series.x(series.size() - 1));
      }
    }
    return step;
  }

  private double last(String tag) {
    for (PlotLine line : sparkline.lines()) {
      Series series = line.series();
      if (series.name().equals(tag) && series.size() > 0) {
        return series.y(series.size() - 1);
      }
    }
    return Double.NaN;
  }

  private String detail() {
    if (model.status().get().state() == NodeStatus.State.RUNNING) {
      double rate = pace.stepsPerSecond();
      if (Double.isNaN(rate)) {
        return "";
      }
      // Beside "step 4,213 / 20,000" there is room for five characters.
      return rate < 1000
          ? Texts.text("training.rate", rate)
          : Texts.text("training.rate.thousands", rate / 1000);
    }
    if (sparkline.lines().isEmpty()) {
      return Texts.text("training.batch", plan.batchSize());
    }
    return recorded != null && sparkline.lines().getFirst().series() == recordedSeries.getFirst()
        ? recorded.metric()
        : liveMetric();
  }

  private String liveMetric() {
    for (Map.Entry<String, Series> entry : model.scalars().byTag().entrySet()) {
      Series series = entry.getValue();
      if (entry.getKey().startsWith(VALIDATION)
          && !entry.getKey().equals(EVAL_LOSS)
          && series.size() > 0) {
        String name = entry.getKey().substring(VALIDATION.length());
        return RecordedCurves.metric(name, series.y(series.size() - 1));
      }
    }
    return "";
  }

  private FooterNote remaining(long step) {
    double rate = pace.stepsPerSecond();
    if (model.status().get().state() != NodeStatus.State.RUNNING
        || !(rate > 0)
        || step < 0
        || step >= plan.steps()) {
      return FooterNote.NONE;
    }
    Duration left = Duration.ofSeconds((long) Math.ceil((plan.steps() - step) / rate));
    return FooterNote.of(Texts.text("training.eta", Texts.wholeSeconds(left)));
  }
}
