package dev.pipewright.app.root;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.root.PipelineRoot;
import dev.pipewright.runner.root.RootPipeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A pipeline of a root in a tab: what was read of it last, and the run that is shown. A run that
/// goes on is read again every few seconds. JavaFX thread only. To be closed.
public final class OpenRoot implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(4);

  private final PipelineRoot root;
  private final ComponentRegistry registry;
  private final FxExecutor fx;
  private final Consumer<EngineException> troubles;
  private final ReadOnlyObjectWrapper<RootPipeline> content;
  private final ObjectProperty<@Nullable Latest> run = new SimpleObjectProperty<>();
  private boolean isClosed;

  /// @param read what was read of it
  /// @param registry the installed components
  /// @param troubles told when it cannot be read again
  public OpenRoot(
      PipelineRoot root,
      RootPipeline read,
      ComponentRegistry registry,
      FxExecutor fx,
      Consumer<EngineException> troubles) {
    this.root = root;
    this.registry = registry;
    this.fx = fx;
    this.troubles = troubles;
    this.content = new ReadOnlyObjectWrapper<>(read);
    run.set(read.runs().isEmpty() ? null : read.runs().getFirst());
    watch();
  }

  /// Where it is.
  public PipelineRoot root() {
    return root;
  }

  /// The pipeline's name.
  public String pipeline() {
    return content.get().document().name();
  }

  /// What was read of it last.
  public ReadOnlyObjectProperty<RootPipeline> content() {
    return content.getReadOnlyProperty();
  }

  /// The run that is shown; null where there was none.
  public ObjectProperty<@Nullable Latest> run() {
    return run;
  }

  /// The components as they were seen there; never to be run.
  public static ComponentRegistry components(RootPipeline read) {
    return ComponentRegistry.of(
        read.specs().values().stream().<Component>map(RecordedComponent::new).toList());
  }

  /// A component as runs have recorded it.
  private record RecordedComponent(ComponentSpec spec) implements Component {
    @Override
    public Behavior behavior() {
      throw new IllegalStateException(spec.name() + " is only looked at");
    }

    @Override
    public List<Finding> check(Parameters parameters) {
      return List.of();
    }
  }

  /// The URI of an artifact whose files are not there; empty where they are.
  public Optional<String> missing(long artifact) {
    return Optional.ofNullable(content.get().missing().get(artifact));
  }

  /// Reads it again. The run that is shown stays, unless it was the newest: then the newest is.
  public void readAgain() {
    String pipeline = pipeline();
    fx.call(() -> root.read(pipeline, registry), this::show, troubles);
  }

  private void show(RootPipeline read) {
    if (isClosed) {
      return;
    }
    Latest shown = run.get();
    List<Latest> before = content.get().runs();
    boolean wasNewest = shown == null || shown == before.getFirst();
    content.set(read);
    run.set(
        read.runs().stream()
            .filter(each -> !wasNewest && each.number() == shown.number())
            .findFirst()
            .or(() -> read.runs().stream().findFirst())
            .orElse(null));
    watch();
  }

  private void watch() {
    boolean goesOn =
        content.get().runs().stream().anyMatch(each -> each.liveness() == Liveness.AT_WORK);
    if (goesOn) {
      fx.after(
          PAUSE,
          () -> {
            if (!isClosed) {
              readAgain();
            }
          });
    }
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
