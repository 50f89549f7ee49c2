package dev.pipewright.nodes.form;

import dev.pipewright.nodes.NodeModel;
import java.net.URL;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of a node's parameters: sections of labelled fields, drawn from the component's spec.
/// What is typed goes to the document on Enter, or when the field is left; Escape takes it back. It
/// follows the document for as long as it is on screen and needs not be disposed of. It is as high
/// as what is in it: put it in a scroll pane.
public final class ParameterForm extends VBox {

  private static final URL SHEET =
      Objects.requireNonNull(ParameterForm.class.getResource("form.css"));

  /// Holds the listeners, which the node's model does not keep alive.
  private final FormViewModel form;

  private ParameterForm(NodeModel model, PathChooser chooser) {
    form = new FormViewModel(model);
    String component = model.spec().name();
    getStyleClass().add("parameter-form");
    setMinHeight(USE_PREF_SIZE);
    getStylesheets().add(SHEET.toExternalForm());
    getChildren().add(Findings.of(form.otherProblems()));
    FieldViews views = new FieldViews(new Labels(component), chooser);
    for (Section section : Section.of(component, form)) {
      getChildren().add(new SectionView(section, views));
    }
    if (form.fields().isEmpty()) {
      Label none = new Label(Messages.text("empty.form", component));
      none.getStyleClass().addAll("empty-line", "form-empty");
      getChildren().add(none);
    }
  }

  /// A form that edits the node through its model.
  public static Region of(NodeModel model) {
    return of(model, PathChooser.ofSystem());
  }

  /// A form that asks for paths in this way.
  public static Region of(NodeModel model, PathChooser chooser) {
    return new ParameterForm(model, chooser);
  }
}
