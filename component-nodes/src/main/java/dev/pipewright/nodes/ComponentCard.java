package dev.pipewright.nodes;

import dev.pipewright.canvas.CardState;
import dev.pipewright.canvas.NodeContent;
import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.runner.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands on the card of a component's node: its binding's icon and face, how the node is, and
/// when it failed, why, in place of the face.
public final class ComponentCard {

  private final NodeModel model;
  private final NodeFace face;
  private final NodeContent content = new NodeContent(this::dispose);
  private final StackPane preview = new FacePane();
  private final StatusChip chip = new StatusChip();
  private final Label text = new Label();
  private final Hyperlink link = new Hyperlink();
  private final InvalidationListener statusChanged = _ -> showStatus();
  private final InvalidationListener noteChanged = _ -> showNote();
  private final InvalidationListener nodeChanged = _ -> showCondition();
  private final InvalidationListener problemsChanged = _ -> showProblem();
  private final Reading<OptionalInt> maker = new Reading<>(ComponentCard::maker);

  /// The card of a node. It follows the model until the canvas needs its content no more.
  public ComponentCard(NodeModel model, NodeBinding binding) {
    this.model = model;
    this.face = binding.face(model);
    FontIcon icon = new FontIcon(binding.icon());
    icon.getStyleClass().add("category-icon");
    content.iconProperty().set(icon);
    content.chipProperty().set(chip);
    text.getStyleClass().add("node-meta");
    link.getStyleClass().add("node-meta");
    model.status().addListener(statusChanged);
    model.problems().addListener(problemsChanged);
    model.node().addListener(nodeChanged);
    model.outputs().addListener(statusChanged);
    maker.state().addListener(noteChanged);
    face.note().addListener(noteChanged);
    showStatus();
    showProblem();
    showCondition();
  }

  /// What the canvas draws.
  public NodeContent content() {
    return content;
  }

  /// Says which node this one waits for, while it waits; null for nobody knows.
  public void waitsFor(@Nullable NodeId node) {
    chip.waitsFor(node);
  }

  private void dispose() {
    model.status().removeListener(statusChanged);
    model.problems().removeListener(problemsChanged);
    model.node().removeListener(nodeChanged);
    model.outputs().removeListener(statusChanged);
    maker.state().removeListener(noteChanged);
    maker.close();
    face.note().removeListener(noteChanged);
    chip.stop();
    face.dispose();
  }

  private void showStatus() {
    NodeStatus status = model.status().get();
    chip.show(status);
    content.stateProperty().set(cardState(status.state()));
    content.progressProperty().set(status.fraction());
    Node body = status.state() == State.FAILED ? failure(status) : face.preview();
    if (body instanceof FacePane pane && pane.getChildren().isEmpty()) {
      content.previewProperty().set(null);
    } else {
      preview.getChildren().setAll(body);
      content.previewProperty().set(preview);
    }
    maker.read(status.state() == State.CACHED ? model.outputs().get() : Map.of());
    showNote();
  }

  /// The run that made the first of the outputs: a cached node has them from an earlier one.
  private static OptionalInt maker(Map<String, Path> outputs) {
    return outputs.values().stream().findFirst().map(RunRecords::run).orElse(OptionalInt.empty());
  }

  private static CardState cardState(State state) {
    return switch (state) {
      case NEW, DONE, CACHED, CANCELLED -> CardState.NORMAL;
      case WAITING, SKIPPED -> CardState.WAITING;
      case RUNNING -> CardState.RUNNING;
      case FAILED -> CardState.FAILED;
    };
  }

  private static Node failure(NodeStatus status) {
    Failure failure = status.failure();
    Label label = new Label(failure == null ? status.message() : failure.what());
    label.setWrapText(true);
    label.getStyleClass().add("face-failure");
    return failure == null
        ? label
        : FaceParts.withTip(label, failure.what() + "\n" + failure.where() + "\n" + failure.fix());
  }

  private void showNote() {
    FooterNote note = note();
    NodeRequest request = note.request();
    if (note.text().isEmpty()) {
      content.metaProperty().set(null);
    } else if (request == null) {
      text.setText(note.text());
      content.metaProperty().set(text);
    } else {
      link.setText(note.text());
      link.setAccessibleText(
          Texts.text("note.spoken", note.text(), model.node().get().id().value()));
      link.setVisited(false);
      link.setOnAction(_ -> model.request(request));
      content.metaProperty().set(link);
    }
  }

  private FooterNote note() {
    NodeStatus status = model.status().get();
    FooterNote own = face.note().getValue();
    return switch (status.state()) {
      case FAILED ->
          model.isReadOnly()
              ? own
              : FooterNote.link(
                  Texts.text("status.retry"), new NodeRequest.RunTo(model.node().get().id()));
      case CACHED ->
          own.text().isEmpty()
                  && maker.state().get() instanceof Reading.Done<OptionalInt>(OptionalInt run)
                  && run.isPresent()
              ? FooterNote.of(Texts.text("run.number", run.getAsInt()))
              : own;
      case NEW, WAITING, RUNNING, DONE, SKIPPED, CANCELLED -> own;
    };
  }

  private void showCondition() {
    String condition = model.node().get().condition();
    content
        .conditionProperty()
        .set(condition.isBlank() ? "" : Texts.text("card.condition", condition.strip()));
  }

  private void showProblem() {
    String text =
        model.problems().get().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .findFirst()
            .map(problem -> (problem.what() + " " + problem.fix()).strip())
            .orElse("");
    content.problemProperty().set(text);
  }
}
