package dev.pipewright.app.shell;

import dev.pipewright.app.run.RemainingTime;
import dev.pipewright.app.run.RunState;
import dev.pipewright.app.text.Ages;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.Forecast.NodeForecast;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Says what pressing Run would do: how many nodes would work, how many are in the cache; each of
/// them in its tip.
final class PlanLabel extends Label {

  private static final Texts TEXTS = Texts.of(PlanLabel.class);

  private static final double LEAST = 136;

  private final Workbench workbench;
  private final ObservableValue<@Nullable Forecast> forecast;
  private final ObservableValue<Boolean> isIdle;

  private final Subscription subscription;

  PlanLabel(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().addAll("caption", "muted", "plan-label");
    setMinWidth(LEAST);
    setPrefWidth(LEAST);
    setMaxWidth(Double.MAX_VALUE);
    forecast = workbench.active().flatMap(tab -> tab.run().forecast());
    isIdle = workbench.active().flatMap(tab -> tab.run().state()).map(s -> s == RunState.IDLE);
    subscription =
        Subscription.combine(
            forecast.subscribe(this::show),
            isIdle.subscribe((before, now) -> show(forecast.getValue())));
  }

  /// Lets go of the workbench.
  void dispose() {
    subscription.unsubscribe();
  }

  /// While a run is at work, nobody knows what the next would do.
  private void show(@Nullable Forecast found) {
    boolean isAtWork =
        workbench.activeNow().filter(tab -> tab.run().state().get() != RunState.IDLE).isPresent();
    Forecast now = isAtWork ? null : found;
    setText(now == null ? "" : withTime(summary(now), now));
    setTooltip(now == null || now.nodes().isEmpty() ? null : new Tooltip(tip(now)));
  }

  /// Only where each node that would run has run before: otherwise nobody knows.
  private String withTime(String summary, Forecast now) {
    boolean isAny = count(now, Action.RUN) > 0 && count(now, Action.BLOCKED) == 0;
    return workbench
        .activeNow()
        .filter(tab -> isAny)
        .flatMap(tab -> RemainingTime.of(tab.project().document().get(), now).ofAll())
        .map(time -> TEXTS.get("plan.time", summary, Ages.about(time)))
        .orElse(summary);
  }

  static String summary(Forecast forecast) {
    long blocked = count(forecast, Action.BLOCKED);
    long run = count(forecast, Action.RUN);
    long cached = count(forecast, Action.CACHED);
    if (blocked > 0) {
      return TEXTS.get("plan.blocked", blocked);
    }
    if (run == 0) {
      return cached == 0 ? "" : TEXTS.get("plan.none", cached);
    }
    return cached == 0 ? TEXTS.get("plan", run) : TEXTS.get("plan.cached", run, cached);
  }

  private static long count(Forecast forecast, Action action) {
    return forecast.nodes().values().stream().filter(node -> node.action() == action).count();
  }

  static String tip(Forecast forecast) {
    return forecast.nodes().entrySet().stream()
        .map(PlanLabel::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Map.Entry<NodeId, NodeForecast> entry) {
    String node = entry.getKey().value();
    NodeForecast forecast = entry.getValue();
    Duration estimate = forecast.estimate();
    return switch (forecast.action()) {
      case RUN ->
          estimate == null
              ? TEXTS.get("plan.tip.run", node)
              : TEXTS.get("plan.tip.estimate", node, Units.duration(estimate));
      case CACHED -> TEXTS.get("plan.tip.cached", node);
      case SKIPPED -> TEXTS.get("plan.tip.skipped", node, forecast.reason());
      case BLOCKED -> TEXTS.get("plan.tip.blocked", node, forecast.reason());
    };
  }
}
