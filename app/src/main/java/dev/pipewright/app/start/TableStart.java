package dev.pipewright.app.start;

import dev.pipewright.app.project.Project;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.run.RunState;
import dev.pipewright.data.starter.ColumnSummary;
import dev.pipewright.data.starter.Draft;
import dev.pipewright.data.starter.Table;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A project for a table, before it is said what shall be predicted. JavaFX thread only.
public final class TableStart {

  private final Table table;
  private final Project project;
  private final RunModel run;
  private final ObjectProperty<@Nullable String> label = new SimpleObjectProperty<>();
  private @Nullable Subscription waiting;

  /// @param table what the project is for
  public TableStart(Table table, Project project, RunModel run) {
    this.table = table;
    this.project = project;
    this.run = run;
    label.set(table.suggestedLabel().map(ColumnSummary::name).orElse(null));
  }

  /// The table.
  public Table table() {
    return table;
  }

  /// The column that shall be predicted; null for none.
  public ObjectProperty<@Nullable String> label() {
    return label;
  }

  /// Completes the pipeline, as one edit, and runs it: now, or when the run at work has ended.
  ///
  /// @return what a person should know of the pipeline
  /// @throws DataException when nothing can be learned of the label
  public List<String> train() {
    Path file = Objects.requireNonNull(project.file().get());
    Pipeline before = project.document().get();
    Draft draft =
        Draft.predict(
            table, before.name(), file.resolveSibling(""), Objects.requireNonNull(label.get()));
    project.edit(completion(before, draft.pipeline()));
    if (run.state().get() == RunState.IDLE) {
      run.run();
    } else {
      waiting = run.state().subscribe((was, now) -> runWhenIdle(now));
    }
    return draft.notes();
  }

  private void runWhenIdle(RunState now) {
    if (now == RunState.IDLE && waiting != null) {
      waiting.unsubscribe();
      waiting = null;
      run.run();
    }
  }

  /// Links are led as they are made to be, unless a person has moved what they go around.
  private static Layout led(Layout layout, Pipeline complete) {
    Layout led = layout;
    if (complete.layout().positions().entrySet().containsAll(layout.positions().entrySet())) {
      for (var way : complete.layout().knots().entrySet()) {
        led = led.withKnots(way.getKey(), way.getValue());
      }
    }
    return led;
  }

  /// What a person has done meanwhile stays.
  private static Edit completion(Pipeline before, Pipeline complete) {
    SequencedMap<NodeId, Node> nodes = new LinkedHashMap<>();
    before.nodes().forEach(node -> nodes.put(node.id(), node));
    complete.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    SequencedMap<NodeId, Layout.Position> places =
        new LinkedHashMap<>(complete.layout().positions());
    places.putAll(before.layout().positions());
    return new Edit.Sequence(
        List.of(
            new Edit.SetNodes(new ArrayList<>(nodes.values())),
            new Edit.SetLayout(led(before.layout(), complete).withPositions(places))));
  }
}
