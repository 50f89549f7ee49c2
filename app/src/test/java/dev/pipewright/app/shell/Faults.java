package dev.pipewright.app.shell;

import dev.pipewright.testing.Fx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds what a designer would: texts that are cut and say nowhere what they are, things that reach
/// out of their window or out of the box that holds them, controls that have not our looks, and
/// those that do not show that they have the keys.
final class Faults {

  private static final double ROUNDING = 1.01;
  private static final Set<Integer> HEIGHTS = Set.of(16, 18, 20, 22, 24, 26, 28, 30, 32, 36);
  private static final Set<String> CARDS = Set.of("template-blank", "recent-row");

  /// What is as long as people and data make it: a tip says all of it.
  private static final List<String> TOLD =
      List.of(
          "face",
          "log-list",
          "search-row",
          "compare-card-lines",
          "top-folder",
          "artifacts",
          "title");

  private static final List<String> FAMILIES = List.of("Inter", "JetBrains Mono");

  private final Set<String> found = new LinkedHashSet<>();
  private final Bounds window;

  private Faults(Bounds window) {
    this.window = window;
  }

  /// What is wrong on the screen, in all windows.
  static List<String> onScreen() {
    return Fx.call(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .flatMap(scene -> of(scene).stream())
                .toList());
  }

  private static List<String> of(Scene scene) {
    // A clock may just have told something new.
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    Faults faults = new Faults(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
    faults.look(scene.getRoot(), faults.window, false);
    return List.copyOf(faults.found);
  }

  private void look(Node node, Bounds clip, boolean isTold) {
    if (!node.isVisible() || node.getStyleClass().contains("minimap")) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Bounds seen = node.getClip() == null ? clip : intersection(clip, bounds);
    boolean tells =
        isTold || hasTip(node) || TOLD.stream().anyMatch(node.getStyleClass()::contains);
    if (node instanceof Labeled labeled) {
      text(labeled, tells);
    }
    if (node instanceof Control control && !control.isDisabled()) {
      style(control);
    }
    if (isContent(node) && clip == window) {
      reaches(node, bounds);
    }
    if (node instanceof HBox || node instanceof VBox) {
      overflows((Region) node);
    }
    if (node instanceof Parent parent && intersects(seen, bounds)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, seen, tells));
    }
  }

  private static boolean intersects(Bounds seen, Bounds bounds) {
    return bounds.isEmpty() || seen.intersects(bounds);
  }

  private static Bounds intersection(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
  }

  private static boolean hasTip(Node node) {
    return (node instanceof Control control && control.getTooltip() != null)
        || node.getProperties().values().stream().anyMatch(Tooltip.class::isInstance);
  }

  private static boolean isContent(Node node) {
    return node instanceof Control || (node instanceof Text && !(node instanceof FontIcon));
  }

  private void text(Labeled labeled, boolean isTold) {
    String text = labeled.getText();
    if (text == null || text.isBlank()) {
      return;
    }
    family(labeled, labeled.getFont());
    for (Node child : labeled.getChildrenUnmodifiable()) {
      boolean isText = child instanceof Text && !(child instanceof FontIcon) && child.isVisible();
      if (isText && child instanceof Text drawn && !drawn.getText().equals(text)) {
        boolean mayBe = isTold && !(labeled instanceof ButtonBase);
        if (!mayBe && !drawn.getText().equals(text.replace("\t", "        "))) {
          add("cut", labeled, "“" + text + "” as “" + drawn.getText() + "”");
        }
      }
    }
  }

  private void family(Node node, Font font) {
    if (FAMILIES.stream().noneMatch(font.getFamily()::startsWith)) {
      add("font", node, font.getFamily());
    }
  }

  private void style(Control control) {
    if (control instanceof TextInputControl input) {
      family(input, input.getFont());
    }
    boolean isBox = control instanceof CheckBox || control instanceof RadioButton;
    boolean isSized =
        control instanceof TextField
            || control instanceof ComboBoxBase
            || (control instanceof ButtonBase && !(control instanceof Hyperlink) && !isBox);
    if (isSized && !isCard(control) && control.getHeight() > 0) {
      int height = (int) Math.round(control.getHeight());
      if (!HEIGHTS.contains(height)) {
        add("height", control, String.valueOf(height));
      }
    }
    // A missing value is hatched.
    if (!(control instanceof Cell)) {
      fill(control);
    }
  }

  /// A button that is a card is as high as what is on it.
  private static boolean isCard(Control control) {
    return control.getStyleClass().stream().anyMatch(CARDS::contains);
  }

  private void fill(Control control) {
    Background background = control.getBackground();
    if (background == null) {
      return;
    }
    for (BackgroundFill fill : background.getFills()) {
      if (!(fill.getFill() instanceof Color)) {
        add("fill", control, String.valueOf(fill.getFill()));
      }
    }
  }

  private void reaches(Node node, Bounds bounds) {
    if (bounds.getWidth() > 0
        && (bounds.getMinX() < window.getMinX() - ROUNDING
            || bounds.getMinY() < window.getMinY() - ROUNDING
            || bounds.getMaxX() > window.getMaxX() + ROUNDING
            || bounds.getMaxY() > window.getMaxY() + ROUNDING)) {
      add("outside", node, shown(bounds));
    }
  }

  private void overflows(Region box) {
    if (box.getWidth() <= 0 || box.getHeight() <= 0) {
      return;
    }
    for (Node child : box.getChildrenUnmodifiable()) {
      if (child.isManaged() && child.isVisible()) {
        Bounds at = child.getLayoutBounds();
        double right = child.getLayoutX() + at.getMaxX() - box.getWidth();
        double below = child.getLayoutY() + at.getMaxY() - box.getHeight();
        boolean isWide = box instanceof HBox && right > ROUNDING;
        if ((isWide || right > ROUNDING || below > ROUNDING) && at.getWidth() > 0) {
          add("overflow", child, "of %s by %.0f, %.0f".formatted(name(box), right, below));
        }
      }
    }
  }

  private static String shown(Bounds bounds) {
    return "%.0f, %.0f to %.0f, %.0f"
        .formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }

  private void add(String what, Node node, String how) {
    found.add(what + " " + path(node) + ": " + how);
  }

  private static String path(Node node) {
    List<String> names = new ArrayList<>();
    for (Node at = node; at != null && names.size() < 4; at = at.getParent()) {
      names.addFirst(name(at));
    }
    return String.join(" > ", names);
  }

  private static String name(Node node) {
    String styles =
        node.getStyleClass().stream().map(style -> "." + style).collect(Collectors.joining());
    String id = node.getId() == null ? "" : "#" + node.getId();
    String type = node.getClass().getSimpleName();
    return (styles.isEmpty() ? type.toLowerCase(Locale.ROOT) : styles) + id;
  }
}
