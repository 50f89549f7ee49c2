package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.Reading;
import dev.pipewright.nodes.Texts;
import dev.pipewright.nodes.examplegen.ExampleCounts;
import dev.pipewright.nodes.form.Advice;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.check.Fix;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Warns where an evaluation asks for more rows than its splits have, so that some count twice. The
/// node does not keep it alive.
final class RepeatedRows implements Advice {

  private static final String EXAMPLES = "examples";
  private static final String EVAL_ARGS = "eval_args";
  private static final String STEPS = "num_steps";

  private final NodeModel model;
  private final Reading<ExampleCounts> counts =
      new Reading<>(folders -> ExampleCounts.read(Objects.requireNonNull(folders.get(EXAMPLES))));
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final InvalidationListener changed = _ -> update();

  RepeatedRows(NodeModel model) {
    this.model = model;
    InvalidationListener weak = new WeakInvalidationListener(changed);
    model.inputs().addListener(weak);
    model.node().addListener(weak);
    counts.state().addListener(changed);
    update();
  }

  @Override
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  private void update() {
    Path folder = model.inputs().get().get(EXAMPLES);
    counts.read(folder == null ? Map.of() : Map.of(EXAMPLES, folder));
    List<Problem> found =
        counts.state().get() instanceof Reading.Done<ExampleCounts>(ExampleCounts sizes)
                && sizes.unit() == ExampleCounts.Unit.ROWS
            ? found(sizes)
            : List.of();
    if (!found.equals(problems.get())) {
      problems.set(found);
    }
  }

  private List<Problem> found(ExampleCounts sizes) {
    Parameters parameters = ArtifactFace.parameters(model);
    Fields args =
        parameters.fields().get(EVAL_ARGS).orElse(Fields.EMPTY) instanceof Fields fields
            ? fields
            : Fields.EMPTY;
    long steps = integer(args, STEPS);
    long batch = integer(parameters.fields(), "eval_batch_size");
    List<String> splits = splits(args);
    long rows = splits.stream().mapToLong(split -> sizes.splits().getOrDefault(split, 0L)).sum();
    long needed = rows == 0 || batch == 0 ? 0 : Math.ceilDiv(rows, batch);
    // The last step may be short of rows; no step is all repeats.
    return needed == 0 || steps <= needed
        ? List.of()
        : List.of(problem(new Asked(steps, batch, splits, rows), needed));
  }

  /// What an evaluation asks for, and what there is.
  private record Asked(long steps, long batch, List<String> splits, long rows) {}

  private Problem problem(Asked asked, long needed) {
    // As the document has them, without defaults.
    Fields args =
        model.node().get().parameters().get(EVAL_ARGS).orElse(Fields.EMPTY) instanceof Fields fields
            ? fields
            : Fields.EMPTY;
    String what =
        Texts.text(
            "training.repeats",
            asked.steps(),
            asked.batch(),
            asked.steps() * asked.batch(),
            String.join("”, “", asked.splits()),
            asked.rows());
    Edit edit =
        new Edit.SetParameter(
            model.node().get().id(), EVAL_ARGS, args.with(STEPS, ParameterValue.of(needed)));
    return new Problem(
            Problem.Severity.WARNING, model.node().get().id(), EVAL_ARGS + "." + STEPS, what, "")
        .withFixes(List.of(new Fix(Texts.text("training.repeats.fix", needed), edit)));
  }

  private static List<String> splits(Fields args) {
    List<String> named =
        args.get("splits").orElse(null) instanceof ParameterValue.Items(var items)
            ? items.stream()
                .filter(ParameterValue.Text.class::isInstance)
                .map(item -> ((ParameterValue.Text) item).value())
                .toList()
            : List.of();
    return named.isEmpty() ? List.of("eval") : named;
  }

  private static long integer(Fields fields, String name) {
    return fields.get(name).orElse(null) instanceof ParameterValue.Int(long value) ? value : 0;
  }
}
