package dev.pipewright.nodes;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What faces are made of: lines of 16 pixels, pills, and rows of them.
public final class FaceParts {

  /// What a pill tells.
  public enum Tone {
    /// All is well.
    SUCCESS("mdi2c-check-circle"),
    /// Someone should look.
    WARNING("mdi2a-alert"),
    /// It did not pass.
    DANGER("mdi2c-close-circle");

    private final String icon;

    Tone(String icon) {
      this.icon = icon;
    }
  }

  private FaceParts() {}

  /// A muted line.
  public static Label line(String text) {
    return label(text, "face-line");
  }

  /// A line that stands out.
  public static Label strong(String text) {
    return label(text, "face-strong");
  }

  /// A line in the colour of errors.
  public static Label alarm(String text) {
    return label(text, "face-alarm");
  }

  /// A file or folder: where it is too long, its beginning goes.
  public static Label path(String text) {
    Label label = line(text);
    label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    return withTip(label, text);
  }

  /// A short text with an icon on a ground of its tone.
  public static Label pill(String text, Tone tone) {
    Label pill = label(text, "face-pill");
    pill.getStyleClass().add(tone.name().toLowerCase(Locale.ROOT));
    pill.setGraphic(new FontIcon(tone.icon));
    pill.setMinWidth(Region.USE_PREF_SIZE);
    return pill;
  }

  /// One at the left and one at the right; the left one gives way.
  public static HBox ends(Region left, Region right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    right.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(left, gap, right);
    row.getStyleClass().add("face-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// One below the other.
  public static VBox stack(List<? extends Node> rows) {
    VBox stack = new VBox();
    stack.getStyleClass().add("face-stack");
    stack.getChildren().setAll(rows);
    return stack;
  }

  /// One below the other.
  public static VBox stack(Node... rows) {
    return stack(List.of(rows));
  }

  /// A pane with the looks of faces, for a face that is not an `ArtifactFace`.
  public static Region face(Node content) {
    FacePane pane = new FacePane();
    pane.getChildren().setAll(content);
    return pane;
  }

  /// What could not be read, with what to do as its tip.
  public static Node failed(String what, String fix) {
    return withTip(line(Texts.text("face.unreadable")), what + " " + fix);
  }

  /// The same with a tip, which is also what a screen reader says of it.
  public static <N extends Region> N withTip(N node, String tip) {
    Tooltip tooltip = new Tooltip(tip);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    Tooltip.install(node, tooltip);
    node.setAccessibleHelp(tip);
    return node;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(0);
    return label;
  }
}
