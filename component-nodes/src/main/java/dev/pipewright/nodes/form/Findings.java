package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.check.Fix;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.check.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// Boxes below a field with what is wrong with it.
final class Findings {

  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  /// More ways than these are no help.
  private static final int MOST_FIXES = 3;

  private Findings() {}

  /// A box a problem; takes no room while there is none.
  static VBox of(ObservableValue<List<Problem>> problems) {
    VBox boxes = boxes();
    problems.subscribe(now -> show(boxes, "", now));
    return boxes;
  }

  /// The problems of a field whose text may be no value; the control is marked with them.
  static VBox of(TextualField field, Node control) {
    VBox boxes = boxes();
    Runnable update =
        () -> {
          String message = field.message().get();
          List<Problem> problems = field.problems().get();
          // What is being typed is not what the document's problems are about.
          show(boxes, message, message.isEmpty() ? problems : List.of());
          if (!message.isEmpty() && !field.nearest().get().isEmpty()) {
            offer(boxes, field);
          }
          mark(control, message, problems);
        };
    field.message().subscribe(update);
    field.problems().subscribe(update);
    update.run();
    return boxes;
  }

  /// The problems of a field; the control is marked with them.
  static VBox of(FormField field, Node control) {
    VBox boxes = of(field.problems());
    field.problems().subscribe(now -> mark(control, "", now));
    return boxes;
  }

  /// A box with a message of its own.
  static VBox of(ObservableValue<String> message, Node control) {
    VBox boxes = boxes();
    message.subscribe(
        text -> {
          show(boxes, text, List.of());
          mark(control, text, List.of());
        });
    return boxes;
  }

  private static VBox boxes() {
    VBox boxes = new VBox();
    boxes.getStyleClass().add("findings");
    return boxes;
  }

  private static void show(VBox boxes, String message, List<Problem> problems) {
    List<Node> shown = new ArrayList<>();
    if (!message.isEmpty()) {
      shown.add(box(Severity.ERROR, message, List.of()));
    }
    problems.forEach(
        p -> shown.add(box(p.severity(), (p.what() + " " + p.fix()).strip(), p.fixes())));
    boxes.getChildren().setAll(shown);
    boxes.setManaged(!shown.isEmpty());
    boxes.setVisible(!shown.isEmpty());
  }

  /// Offers the value that is nearest to what was typed.
  private static void offer(VBox boxes, TextualField field) {
    Hyperlink link = new Hyperlink(Messages.text("nearest", field.nearest().get()));
    link.getStyleClass().add("message-fix");
    link.setOnAction(event -> field.takeNearest());
    if (boxes.lookup(".message-text") instanceof TextFlow text) {
      text.getChildren().addAll(new Text(" "), link);
    }
  }

  private static Node box(Severity severity, String message, List<Fix> fixes) {
    boolean isError = severity == Severity.ERROR;
    FontIcon icon = new FontIcon(isError ? "mdi2a-alert-circle-outline" : "mdi2a-alert-outline");
    TextFlow text = new TextFlow(new Text(message));
    text.getStyleClass().add("message-text");
    for (Fix fix : fixes.subList(0, Math.min(MOST_FIXES, fixes.size()))) {
      text.getChildren().addAll(new Text(" "), link(fix));
    }
    text.setMinHeight(Label.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(icon, text);
    box.getStyleClass().addAll("message-box", isError ? "danger" : "warning");
    return box;
  }

  private static Hyperlink link(Fix fix) {
    Hyperlink link = new Hyperlink(fix.label());
    link.getStyleClass().add("message-fix");
    link.setOnAction(
        event -> {
          for (Node around = link; around != null; around = around.getParent()) {
            if (around instanceof ParameterForm form) {
              form.mend(fix);
              return;
            }
          }
        });
    return link;
  }

  private static void mark(Node control, String message, List<Problem> problems) {
    boolean isError =
        !message.isEmpty() || problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    control.pseudoClassStateChanged(ERROR, isError);
    control.pseudoClassStateChanged(WARNING, !isError && !problems.isEmpty());
  }
}
