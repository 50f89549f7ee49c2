package dev.pipewright.app.preview;

import dev.pipewright.app.components.TypeMark;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.text.Ages;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.viewer.ArtifactGlance;
import dev.pipewright.pipeline.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with what lies at a port: which artifact, and a glance at it; or what is to be run for
/// one. A click keeps it open.
final class PreviewCard extends VBox {

  private static final Texts TEXTS = Texts.of(PreviewCard.class);
  static final double WIDTH = 464;

  private final Actions actions;
  private final ToggleButton pin = new ToggleButton(null, Icons.of("mdi2p-pin-outline", "icon-14"));

  /// What can be done from it.
  ///
  /// @param open opens the artifact in a tab
  /// @param runTo runs a node and what it needs
  /// @param close takes the card away
  record Actions(Consumer<ArtifactRow> open, Consumer<NodeId> runTo, Runnable close) {}

  PreviewCard(Actions actions) {
    this.actions = actions;
    getStyleClass().add("preview-card");
    setManaged(false);
    setVisible(false);
    finish(pin, "pin");
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pin.setSelected(true));
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    pin.selectedProperty()
        .subscribe(
            isPinned ->
                pin.setGraphic(Icons.of(isPinned ? "mdi2p-pin" : "mdi2p-pin-outline", "icon-14")));
  }

  /// Whether it stays when the mouse leaves.
  boolean isPinned() {
    return pin.isSelected();
  }

  void setPinned(boolean isPinned) {
    pin.setSelected(isPinned);
  }

  /// @param glance gives the glance at the artifact
  void show(Previewed shown, Supplier<ArtifactGlance> glance) {
    getChildren().setAll(head(shown));
    if (!shown.doc().isEmpty()) {
      getChildren().add(wrapped(shown.doc(), "caption", "muted"));
    }
    ArtifactRow artifact = shown.artifact();
    if (artifact != null) {
      getChildren().addAll(wrapped(facts(artifact), "caption", "preview-facts"), glance.get());
    } else {
      getChildren().addAll(nothing(shown));
    }
    setAccessibleText(TEXTS.get("spoken", shown.title()));
    setVisible(true);
  }

  private HBox head(Previewed shown) {
    Label title = new Label(shown.title(), TypeMark.of(shown.type()));
    title.getStyleClass().addAll("semibold", "preview-title");
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(shown.title()));
    Label type = new Label(shown.type().name());
    type.getStyleClass().addAll("caption", "muted");
    type.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, type, space);
    head.getStyleClass().add("preview-head");
    ArtifactRow artifact = shown.artifact();
    if (artifact != null) {
      Button open = new Button(null, Icons.of("mdi2o-open-in-new", "icon-14"));
      finish(open, "open");
      open.setOnAction(event -> actions.open().accept(artifact));
      head.getChildren().add(open);
    }
    Button close = new Button(null, Icons.of("mdi2c-close", "icon-14"));
    finish(close, "close");
    close.setOnAction(event -> actions.close().run());
    head.getChildren().addAll(pin, close);
    return head;
  }

  private static void finish(ButtonBase button, String key) {
    button.getStyleClass().addAll("flat", "small", "icon-button", "preview-" + key);
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    button.setFocusTraversable(false);
  }

  private static String facts(ArtifactRow artifact) {
    String age = Ages.ago(artifact.time(), Instant.now());
    String id = Long.toString(artifact.id());
    return artifact.bytes() < 0
        ? TEXTS.get("facts.unsized", id, artifact.run(), age)
        : TEXTS.get("facts", id, Units.bytes(artifact.bytes()), artifact.run(), age);
  }

  private List<Node> nothing(Previewed shown) {
    NodeId maker = shown.maker();
    if (maker == null) {
      return List.of(wrapped(TEXTS.get("unlinked"), "caption"));
    }
    Hyperlink run = new Hyperlink(TEXTS.get("run", maker));
    run.getStyleClass().addAll("caption", "preview-run");
    run.setOnAction(
        event -> {
          actions.close().run();
          actions.runTo().accept(maker);
        });
    return Stream.of(wrapped(TEXTS.get("nothing"), "caption"), (Node) run).toList();
  }

  private static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
