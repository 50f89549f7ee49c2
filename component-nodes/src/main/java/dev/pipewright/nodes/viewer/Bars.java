package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands above and below tables: bars with choices, heads of panes, counts.
final class Bars {

  private Bars() {}

  /// A bar of controls, 44 high.
  static HBox controls(Node... nodes) {
    HBox bar = new HBox(nodes);
    bar.getStyleClass().add("viewer-bar");
    return bar;
  }

  /// Room that pushes what follows to the right.
  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// One of several, the first chosen; the choice is told at once.
  static <T> HBox segments(List<T> all, Function<T, String> name, Consumer<T> chosen) {
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    for (T one : all) {
      ToggleButton button = new ToggleButton(name.apply(one));
      button.setToggleGroup(group);
      button.setUserData(one);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            chosen.accept(one);
          });
      segments.getChildren().add(button);
    }
    if (!all.isEmpty()) {
      group.getToggles().getFirst().setSelected(true);
      chosen.accept(all.getFirst());
    }
    return segments;
  }

  /// A field that filters.
  static HBox filter(String prompt, Consumer<String> typed) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.textProperty().subscribe(typed);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox box = new HBox(Icons.of("mdi2m-magnify"), field);
    box.getStyleClass().add("icon-field");
    box.setPrefWidth(200);
    return box;
  }

  /// Two panes side by side, or one above the other where there is less room than both need.
  ///
  /// @param across what the first has of the width
  /// @param down what the first has of the height
  static SplitPane beside(Region first, Region second, double room, double across, double down) {
    SplitPane both = new SplitPane(first, second);
    both.setDividerPositions(across);
    both.widthProperty()
        .subscribe(
            width -> {
              boolean isWide = width.doubleValue() >= room || width.doubleValue() <= 0;
              if (isWide != (both.getOrientation() == Orientation.HORIZONTAL)) {
                both.setOrientation(isWide ? Orientation.HORIZONTAL : Orientation.VERTICAL);
                both.setDividerPositions(isWide ? across : down);
              }
            });
    return both;
  }

  /// The head of a pane: title and count.
  static HBox head(String title, int count, Node... more) {
    Label name = new Label(title);
    name.getStyleClass().add("title");
    Label badge = new Label(Messages.count(count));
    badge.getStyleClass().add("badge");
    HBox head = new HBox(name, badge, space());
    head.getChildren().addAll(more);
    head.getStyleClass().add("viewer-head");
    return head;
  }

  /// A line of muted text below.
  static HBox foot(Node... nodes) {
    HBox foot = new HBox(nodes);
    foot.getStyleClass().add("viewer-foot");
    return foot;
  }

  static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("caption", "muted");
    return label;
  }

  /// One below the other; the last node that grows takes the room.
  static VBox column(Node growing, Node... nodes) {
    VBox.setVgrow(growing, Priority.ALWAYS);
    VBox column = new VBox(nodes);
    column.getStyleClass().add("viewer-column");
    return column;
  }
}
