package dev.pipewright.app.inspector;

import dev.pipewright.app.inspector.ConditionCompletion.Completion;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.nodes.code.CodeLanguage;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Fix;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import javafx.util.Subscription;

/// When a node runs: its condition, typed with a list of what can follow, and checked as it is
/// typed. Enter, or leaving it, commits; Escape takes back what was typed.
final class ConditionView extends VBox {

  private static final Texts TEXTS = Texts.of(ConditionView.class);
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final Duration PAUSE = Duration.millis(300);

  private final NodeModel model;
  private final ComponentRegistry registry;
  private final CodeField field = new CodeField(CodeLanguage.CONDITION, CodeField.Lines.WRAPPED);
  private final Label sentence = new Label();
  private final VBox findings = new VBox();
  private final Button remove = new Button(null, Icons.of("mdi2c-close", "icon-14"));
  private final CompletionList list;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private String shown = "";
  private int checking;
  private boolean isSetting;
  private List<Problem> found = List.of();

  ConditionView(NodeModel model, ComponentRegistry registry) {
    this.model = model;
    this.registry = registry;
    list = new CompletionList(field, this::complete);
    Label heading = new Label(TEXTS.get("condition"));
    heading.getStyleClass().addAll("semibold");
    remove.getStyleClass().addAll("flat", "small", "icon-button", "condition-remove");
    remove.setTooltip(new Tooltip(TEXTS.get("condition.remove")));
    remove.setAccessibleText(TEXTS.get("condition.remove"));
    remove.setOnAction(event -> set(""));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(heading, space, remove);
    head.getStyleClass().add("condition-head");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.getStyleClass().addAll("caption", "muted");
    field.setPromptText(TEXTS.get("condition.prompt"));
    field.setAccessibleText(TEXTS.get("condition"));
    field.getStyleClass().add("condition-field");
    field.textProperty().subscribe((before, now) -> typed());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.focusedProperty().subscribe((before, isFocused) -> focused(isFocused));
    field.caretPositionProperty().subscribe((before, now) -> offer());
    pause.setOnFinished(event -> check());
    findings.getStyleClass().add("findings");
    getStyleClass().add("condition");
    getChildren().setAll(head, field, findings, sentence);
  }

  Subscription follow() {
    return Subscription.combine(
        model.node().subscribe(node -> show(node.condition())),
        model.pipeline().subscribe((before, now) -> pause.playFromStart()),
        this::close);
  }

  private void close() {
    pause.stop();
    list.hide();
  }

  /// Puts the cursor into the condition.
  ///
  /// @param begin what an empty one begins with
  void begin(String begin) {
    field.requestFocus();
    if (field.getText().isBlank()) {
      field.setText(begin);
    }
    field.end();
    offer();
  }

  private void show(String condition) {
    if (!condition.equals(shown) || !field.isFocused()) {
      shown = condition;
      field.setText(condition);
    }
    remove.setVisible(!condition.isBlank());
    sentence.setText(TEXTS.get(condition.isBlank() ? "condition.always" : "condition.set"));
  }

  private void typed() {
    pause.playFromStart();
    offer();
  }

  private void offer() {
    if (field.isFocused() && !isSetting) {
      String before = field.getText(0, Math.min(field.getCaretPosition(), field.getLength()));
      list.offer(completion().at(before));
    }
  }

  private ConditionCompletion completion() {
    return new ConditionCompletion(model.pipeline().get(), registry, model.node().get().id());
  }

  private void complete(Completion chosen) {
    String after = field.getText().substring(field.getCaretPosition());
    String end = chosen.text().endsWith("('") || chosen.text().endsWith("''") ? "" : " ";
    String text = field.getText().substring(0, chosen.from()) + chosen.text() + end;
    field.setText(text + after.stripLeading());
    field.positionCaret(chosen.text().endsWith("''") ? text.length() - 1 : text.length());
  }

  private void pressed(KeyEvent event) {
    if (list.pressed(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
      field.setText(shown);
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      offer();
      event.consume();
    }
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      offer();
    } else {
      list.hide();
      commit();
    }
  }

  private void commit() {
    list.hide();
    set(field.getText().strip().replaceAll("\\s+", " "));
  }

  private void set(String condition) {
    if (!condition.equals(shown)) {
      shown = condition;
      model.edit(new Edit.SetCondition(model.node().get().id(), condition));
    }
    isSetting = true;
    field.setText(condition);
    field.forget();
    isSetting = false;
  }

  /// Holds what is typed against the document, off the JavaFX thread.
  private void check() {
    NodeId id = model.node().get().id();
    Pipeline pipeline = model.pipeline().get();
    String typed = field.getText().strip();
    int mine = ++checking;
    if (typed.isEmpty() || pipeline.node(id).isEmpty()) {
      show(List.of());
      return;
    }
    Pipeline drafted = new Edit.SetCondition(id, typed).apply(pipeline);
    Thread.ofVirtual()
        .start(
            () -> {
              List<Problem> problems =
                  PipelineChecks.check(drafted, registry).stream()
                      .filter(p -> isMine(p, id))
                      .toList();
              Platform.runLater(
                  () -> {
                    if (mine == checking) {
                      show(problems);
                    }
                  });
            });
  }

  /// A cycle is told of one of its nodes, whichever.
  private static boolean isMine(Problem problem, NodeId id) {
    return (id.equals(problem.node()) && problem.field().equals("condition"))
        || (problem.field().equals("inputs") && problem.what().contains("cycle"));
  }

  private void show(List<Problem> problems) {
    if (!problems.equals(found)) {
      // A link that is being clicked, which takes the condition first, stays.
      found = problems;
      findings.getChildren().setAll(problems.stream().map(this::box).toList());
    }
    findings.setVisible(!problems.isEmpty());
    findings.setManaged(!problems.isEmpty());
    sentence.setVisible(problems.isEmpty());
    sentence.setManaged(problems.isEmpty());
    field.pseudoClassStateChanged(ERROR, !problems.isEmpty());
  }

  private HBox box(Problem problem) {
    TextFlow text = new TextFlow(new Text((problem.what() + " " + problem.fix()).strip()));
    text.getStyleClass().add("message-text");
    text.setMinHeight(USE_PREF_SIZE);
    for (Fix fix : problem.fixes()) {
      if (fix.edit() instanceof Edit.SetCondition(NodeId of, String mended)) {
        Hyperlink link = new Hyperlink(fix.label());
        link.getStyleClass().add("message-fix");
        link.setOnAction(event -> set(mended));
        text.getChildren().addAll(new Text(" "), link);
      }
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(Icons.of("mdi2a-alert-circle-outline"), text);
    box.getStyleClass().addAll("message-box", "danger");
    return box;
  }
}
