package dev.pipewright.nodes;

import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A face that shows what a node's outputs hold. Outputs are read once, not at each change of the
/// node's state; while new ones are read, the old content stays.
///
/// @param <T> what is read from the outputs
public final class ArtifactFace<T> implements NodeFace {

  private final NodeModel model;
  private final FaceContent<T> content;
  private final Reading<T> reading;
  private final StackPane preview = new FacePane();
  private final ReadOnlyObjectWrapper<FooterNote> note =
      new ReadOnlyObjectWrapper<>(this, "note", FooterNote.NONE);
  private final InvalidationListener update = _ -> update();
  private final InvalidationListener show = _ -> show();
  private @Nullable Shown shown;

  /// What the preview was made of.
  private record Shown(Parameters parameters, Reading.State<?> reading, NodeStatus.State state) {}

  /// A face of this node with this content.
  public ArtifactFace(NodeModel model, FaceContent<T> content) {
    this.model = model;
    this.content = content;
    this.reading = new Reading<>(content);
    model.outputs().addListener(update);
    model.node().addListener(show);
    model.pipeline().addListener(show);
    model.status().addListener(show);
    reading.state().addListener(show);
    update();
    show();
  }

  /// The parameters of a node as it is now, with defaults; paths are as they were given.
  public static Parameters parameters(NodeModel model) {
    Node node = model.node().get();
    Map<String, ParameterValue> runtime = new LinkedHashMap<>();
    for (RuntimeParameter parameter : model.pipeline().get().parameters()) {
      if (parameter.defaultValue() != null) {
        runtime.put(parameter.name(), parameter.defaultValue());
      }
    }
    return Bindings.of(runtime)
        .bind(node.id().value(), model.spec().parameters(), node.parameters());
  }

  @Override
  public javafx.scene.Node preview() {
    return preview;
  }

  @Override
  public ObservableValue<FooterNote> note() {
    return note.getReadOnlyProperty();
  }

  @Override
  public void dispose() {
    model.outputs().removeListener(update);
    model.node().removeListener(show);
    model.pipeline().removeListener(show);
    model.status().removeListener(show);
    reading.close();
  }

  private void update() {
    Map<String, Path> folders = new LinkedHashMap<>(model.outputs().get());
    folders.keySet().retainAll(content.ports());
    reading.read(folders);
  }

  private void show() {
    Shown now = new Shown(parameters(model), reading.state().get(), model.status().get().state());
    if (now.equals(shown) || (now.reading() instanceof Reading.Busy && shown != null)) {
      return;
    }
    shown = now;
    try {
      preview.getChildren().setAll(body(now.parameters()));
      note.set(note(now.parameters()));
    } catch (ParameterException e) {
      // Parameters can be of wrong types while a person edits them; the checks say more.
      preview
          .getChildren()
          .setAll(
              FaceParts.withTip(
                  FaceParts.line(Texts.text("face.incomplete")), String.valueOf(e.getMessage())));
      note.set(FooterNote.NONE);
    }
  }

  private javafx.scene.Node body(Parameters parameters) {
    return switch (reading.state().get()) {
      case Reading.Nothing<T> _, Reading.Busy<T> _ ->
          content.planned(parameters, model.status().get().state());
      case Reading.Done<T>(T value) -> content.made(value, parameters);
      case Reading.Failed<T>(String what, String fix) -> FaceParts.failed(what, fix);
    };
  }

  private FooterNote note(Parameters parameters) {
    return reading.state().get() instanceof Reading.Done<T>(T value)
        ? content.madeNote(model.node().get().id(), value, parameters)
        : content.plannedNote(parameters);
  }
}
