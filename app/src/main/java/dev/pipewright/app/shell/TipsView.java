package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

/// Three things to know at first, each with a small picture.
final class TipsView extends HBox {

  private static final Texts TEXTS = Texts.of(TipsView.class);

  TipsView() {
    getStyleClass().addAll("card", "tips");
    getChildren().setAll(tip("connect", connect()), tip("run", run()), tip("watch", watch()));
  }

  private static HBox tip(String key, Pane picture) {
    Label title = new Label(TEXTS.get("welcome.tip." + key));
    title.getStyleClass().add("medium");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label line = new Label(TEXTS.get("welcome.tip." + key + ".line"));
    line.getStyleClass().addAll("caption", "muted");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(title, line);
    words.getStyleClass().add("tip-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    picture.getStyleClass().add("tip-picture");
    HBox tip = new HBox(picture, words);
    tip.getStyleClass().add("tip");
    tip.setPrefWidth(1);
    tip.setMinWidth(0);
    HBox.setHgrow(tip, Priority.ALWAYS);
    return tip;
  }

  private static Pane connect() {
    Line link = styled(new Line(34, 32, 54, 32), "thumb-link", "type-examples");
    link.getStrokeDashArray().setAll(4.0, 3.0);
    return new Pane(
        link,
        card(8, 18, 26, 28, "category-data"),
        card(54, 18, 26, 28, "category-validate"),
        styled(new Circle(34, 32, 4), "thumb-dot", "type-examples"),
        styled(new Circle(54, 32, 6), "tip-ring"),
        styled(new Circle(54, 32, 3), "thumb-dot", "type-examples"));
  }

  private static Pane run() {
    Region later = card(66, 20, 18, 24, "category-train");
    later.setOpacity(0.55);
    return new Pane(
        styled(new Line(28, 32, 36, 32), "tip-line"),
        styled(new Line(56, 32, 66, 32), "tip-line"),
        card(6, 20, 22, 24, "category-data"),
        card(36, 20, 22, 24, "category-transform"),
        later,
        icon("mdi2c-check-circle", "success-text", 10, 25),
        icon("mdi2p-play", "accent-text", 40, 25));
  }

  private static Pane watch() {
    ProgressBar bar = new ProgressBar(0.66);
    bar.setPrefSize(38, 4);
    bar.getStyleClass().add("tip-bar");
    bar.relocate(25, 44);
    return new Pane(
        card(20, 8, 48, 48, "category-train"),
        styled(new CubicCurve(26, 20, 32, 34, 40, 35, 62, 36), "tip-curve"),
        bar);
  }

  private static Region card(double x, double y, double width, double height, String category) {
    Region strip = new Region();
    strip.getStyleClass().add("thumb-strip");
    strip.setPrefSize(width, 4);
    Pane card = new Pane(strip);
    card.getStyleClass().addAll("thumb-card", category);
    card.relocate(x, y);
    card.setPrefSize(width, height);
    return card;
  }

  private static Node icon(String name, String colour, double x, double y) {
    Node icon = Icons.of(name, "icon-14", colour);
    icon.setLayoutX(x);
    icon.setLayoutY(y + 12);
    return icon;
  }

  private static <S extends Shape> S styled(S shape, String... styleClasses) {
    shape.getStyleClass().addAll(styleClasses);
    return shape;
  }
}
