package dev.pipewright.app.inspector;

import dev.pipewright.app.graph.StatusText;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Who the selected node is: icon, name, which can be changed, and how it is.
final class NodeHead extends HBox {

  private static final Texts TEXTS = Texts.of(NodeHead.class);
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final NodeModel model;
  private final Label name = new Label();
  private final Label sentence = new Label();
  private final TextField field = new TextField();
  private final HBox title;

  NodeHead(NodeModel model, String icon) {
    this.model = model;
    String category = CategoryStyle.of(model.spec().category()).styleClass();
    Region tint = new Region();
    tint.getStyleClass().add("node-tint");
    StackPane tile = new StackPane(tint, Icons.of(icon, "category-icon", "icon-20"));
    tile.getStyleClass().addAll("node-tile", category);
    name.getStyleClass().addAll("semibold", "node-name");
    Button pencil = new Button(null, Icons.of("mdi2p-pencil-outline", "icon-14", "muted"));
    pencil.getStyleClass().addAll("flat", "rename-button");
    pencil.setTooltip(new Tooltip(TEXTS.get("rename")));
    pencil.setAccessibleText(TEXTS.get("rename"));
    pencil.setOnAction(event -> edit());
    title = new HBox(name, pencil);
    title.getStyleClass().add("node-title");
    field.setAccessibleText(TEXTS.get("rename"));
    field.getStyleClass().addAll("small", "rename-field");
    field.setOnAction(event -> rename());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stopEditing();
          }
        });
    field.focusedProperty().subscribe((before, isFocused) -> leave(isFocused));
    field.textProperty().subscribe(text -> field.pseudoClassStateChanged(ERROR, !isFree(text)));
    sentence.getStyleClass().addAll("caption", "muted");
    VBox words = new VBox(title, sentence);
    words.getStyleClass().add("node-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("node-head");
    getChildren().setAll(tile, words);
  }

  /// Offers no other name: the node is only looked at.
  void lookAtOnly() {
    title.getChildren().setAll(name);
  }

  Subscription follow() {
    return Subscription.combine(
        model
            .node()
            .subscribe(
                node -> {
                  name.setText(node.id().value());
                  name.setTooltip(new Tooltip(node.id().value()));
                }),
        model.status().subscribe(status -> sentence.setText(StatusText.sentence(status))));
  }

  private void edit() {
    field.setText(name.getText());
    title.getChildren().set(0, field);
    field.selectAll();
    field.requestFocus();
  }

  private void leave(boolean isFocused) {
    if (!isFocused && title.getChildren().contains(field)) {
      rename();
      stopEditing();
    }
  }

  private void stopEditing() {
    if (title.getChildren().contains(field)) {
      title.getChildren().set(0, name);
    }
  }

  private boolean isFree(String text) {
    boolean isOwn = text.equals(name.getText());
    return NodeId.isValid(text)
        && (isOwn || model.pipeline().get().node(new NodeId(text)).isEmpty());
  }

  private void rename() {
    String text = field.getText().strip();
    if (isFree(text)) {
      stopEditing();
      model.edit(new Edit.RenameNode(model.node().get().id(), new NodeId(text)));
    } else {
      field.setTooltip(
          new Tooltip(TEXTS.get(NodeId.isValid(text) ? "rename.taken" : "rename.bad")));
    }
  }
}
