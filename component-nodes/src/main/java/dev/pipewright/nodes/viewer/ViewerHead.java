package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The head of a viewer, 48 high: where its artifact belongs, what the viewer is called, what it
/// shows, and at the right what can be done.
public final class ViewerHead extends HBox {

  /// @param title what the viewer is called
  /// @param what the artifact in a few words, as `statistics`; the run it is of is added
  /// @param controls at the right
  public ViewerHead(ViewerContext context, String title, String what, Node... controls) {
    getStylesheets().add(ArtifactView.SHEET.toExternalForm());
    getStyleClass().add("artifact-head");
    List<String> path = context.path();
    for (String place : path) {
      getChildren().addAll(crumb(context, place), Icons.of("mdi2c-chevron-right", "muted"));
    }
    Label name = new Label(title);
    name.getStyleClass().add("title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label chip =
        new Label(context.run() == 0 ? what : Messages.text("head.of.run", what, context.run()));
    chip.getStyleClass().add("chip");
    getChildren().addAll(name, chip, Bars.space());
    getChildren().addAll(controls);
  }

  private static Node crumb(ViewerContext context, String place) {
    if (context.maker().isEmpty()) {
      return Bars.muted(place);
    }
    Hyperlink link = new Hyperlink(place);
    link.getStyleClass().add("crumb");
    link.setAccessibleText(Messages.text("head.reveal", place));
    link.setOnAction(event -> context.reveal());
    return link;
  }
}
