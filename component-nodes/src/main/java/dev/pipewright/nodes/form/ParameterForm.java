package dev.pipewright.nodes.form;

import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.check.Fix;
import java.net.URL;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
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

  private final NodeModel model;
  private final Labels labels;
  private final Label nothing = new Label();

  private ParameterForm(NodeModel model, PathChooser chooser, Advice advice) {
    this.model = model;
    form = new FormViewModel(model, advice);
    String component = model.spec().name();
    getStyleClass().add("parameter-form");
    setMinHeight(USE_PREF_SIZE);
    getStylesheets().add(SHEET.toExternalForm());
    getChildren().add(Findings.of(form.otherProblems()));
    labels = new Labels(component);
    FieldViews views =
        new FieldViews(labels, chooser, new Features(model), new References(model, form));
    nothing.getStyleClass().addAll("empty-line", "form-empty");
    nothing.setWrapText(true);
    nothing.setVisible(false);
    nothing.setManaged(false);
    getChildren().add(nothing);
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
    return new ParameterForm(model, chooser, Advice.NONE);
  }

  /// A form that says this of the parameters too.
  public static Region of(NodeModel model, Advice advice) {
    return new ParameterForm(model, PathChooser.ofSystem(), advice);
  }

  /// Shows only what a person looks for: parameters whose label, name or help has this text in it.
  ///
  /// @param typed what is looked for; empty for everything
  public void filter(String typed) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    boolean isAny = false;
    for (Node child : getChildren()) {
      if (child instanceof SectionView section) {
        isAny |= section.filter(part, labels);
      }
    }
    boolean isNothing = !isAny && !part.isEmpty();
    nothing.setText(Messages.text("filter.none", typed.strip()));
    nothing.setVisible(isNothing);
    nothing.setManaged(isNothing);
  }

  /// Does what a link in a message says.
  void mend(Fix fix) {
    model.edit(fix.edit());
  }

  /// Puts the focus on the control of a parameter, or else of the list or object that it is in, and
  /// unfolds its section.
  ///
  /// @param path where it stands in the node's parameters, as `train_args.num_steps`
  /// @return the control; empty where the form has none for it
  public Optional<Node> focus(String path) {
    Optional<Node> place =
        nodes(this)
            .filter(node -> covers(FieldViews.path(node), path))
            .max(Comparator.comparingInt(node -> FieldViews.path(node).length()));
    place.ifPresent(
        node -> {
          unfold(node);
          nodes(node).filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        });
    return place;
  }

  /// Puts the focus on the first control of a parameter.
  public void focusFirst() {
    FieldViews.enter(this);
  }

  private static void unfold(Node node) {
    for (Node around = node; around != null; around = around.getParent()) {
      if (around instanceof SectionView section) {
        section.unfold();
      }
    }
  }

  private static boolean covers(String outer, String path) {
    return !outer.isEmpty()
        && path.startsWith(outer)
        && (path.length() == outer.length() || ".[".indexOf(path.charAt(outer.length())) >= 0);
  }

  /// The node and all below it that can be seen, or could once its section is unfolded.
  private static Stream<Node> nodes(Node node) {
    if (!node.isVisible() && !(node.getParent() instanceof SectionView)) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(ParameterForm::nodes))
        : Stream.of(node);
  }
}
