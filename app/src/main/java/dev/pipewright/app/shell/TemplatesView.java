package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.start.DotGrid;
import dev.pipewright.app.start.PipelineThumbnail;
import dev.pipewright.app.text.Texts;
import dev.pipewright.data.starter.Template;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The templates as cards, with their pipelines drawn small, and the blank one.
final class TemplatesView extends FlowPane {

  private static final Texts TEXTS = Texts.of(TemplatesView.class);
  private static final double LEAST_WIDTH = 270;
  private static final double MOST_WIDTH = 330;
  private static final double THUMBNAIL = 160;
  private static final double GAP = 13;

  private final Workbench workbench;
  private @Nullable Components components;
  private Map<Template, Pipeline> pipelines = Map.of();
  // None until there is a width to fit into.
  private double cardWidth;

  TemplatesView(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("templates");
    setHgap(GAP);
    setVgap(16);
    workbench
        .components()
        .subscribe(
            found -> {
              if (found != null) {
                workbench.later(TemplatesView::read, read -> show(found, read));
              }
            });
    widthProperty().subscribe(width -> fit(width.doubleValue()));
  }

  private static Map<Template, Pipeline> read() {
    return Arrays.stream(Template.values())
        .collect(Collectors.toMap(Function.identity(), Template::pipeline));
  }

  private void show(Components found, Map<Template, Pipeline> read) {
    components = found;
    pipelines = read;
    show();
  }

  private void show() {
    if (cardWidth == 0) {
      return;
    }
    List<Region> cards = new ArrayList<>();
    for (Template template : Template.values()) {
      cards.add(card(template));
    }
    cards.add(blank());
    getChildren().setAll(cards);
  }

  /// As many cards as fit, as wide as the line.
  private void fit(double width) {
    if (width <= 0) {
      return;
    }
    int columns = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
    double wide = Math.floor((width - GAP * (columns - 1)) / columns);
    double fitted = Math.clamp(wide, LEAST_WIDTH, MOST_WIDTH);
    if (fitted != cardWidth) {
      cardWidth = fitted;
      show();
    }
  }

  private Region card(Template template) {
    Pipeline pipeline = pipelines.get(template);
    StackPane picture = new StackPane();
    picture.getStyleClass().add("template-picture");
    picture.getChildren().add(new DotGrid(cardWidth - 2, THUMBNAIL));
    if (components != null && pipeline != null) {
      picture
          .getChildren()
          .add(new PipelineThumbnail(pipeline, components, cardWidth - 2, THUMBNAIL));
    }
    picture.setMinHeight(THUMBNAIL);
    picture.setMaxHeight(THUMBNAIL);
    Label title = new Label(template.title());
    title.getStyleClass().addAll("semibold", "template-title");
    Label line = new Label(template.line());
    line.getStyleClass().addAll("caption", "muted");
    line.setWrapText(true);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox words = new VBox(title, line, space, foot(template, pipeline));
    words.getStyleClass().add("template-words");
    VBox.setVgrow(words, Priority.ALWAYS);
    VBox card = new VBox(picture, words);
    card.getStyleClass().addAll("card", "template-card");
    if (template == Template.values()[0]) {
      card.getStyleClass().add("first");
    }
    size(card);
    card.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            workbench.arrivals().use(template);
          }
        });
    return card;
  }

  private HBox foot(Template template, @Nullable Pipeline pipeline) {
    Label kind = new Label(TEXTS.get("welcome.tabular"));
    kind.getStyleClass().add("badge");
    HBox foot = new HBox(kind);
    if (pipeline != null) {
      Label count = new Label(TEXTS.get("welcome.components", pipeline.nodes().size()));
      count.getStyleClass().add("badge");
      foot.getChildren().add(count);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button use = new Button(TEXTS.get("welcome.use"));
    use.setId("template-" + template.id());
    use.getStyleClass().addAll("accent", "small", "template-use");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setAccessibleText(TEXTS.get("welcome.use") + ": " + template.title());
    use.setOnAction(event -> workbench.arrivals().use(template));
    foot.getChildren().addAll(space, use);
    foot.getStyleClass().add("template-foot");
    return foot;
  }

  private Region blank() {
    Label title = new Label(TEXTS.get("welcome.blank"));
    title.getStyleClass().addAll("semibold", "template-title");
    Label line = new Label(TEXTS.get("welcome.blank.line"));
    line.getStyleClass().addAll("caption", "muted");
    VBox words = new VBox(Icons.of("mdi2p-plus", "icon-32", "muted"), title, line);
    words.getStyleClass().add("template-blank-words");
    Button card = new Button(null, words);
    card.setId("template-blank");
    card.getStyleClass().addAll("flat", "template-blank");
    card.setAccessibleText(TEXTS.get("welcome.blank"));
    card.setOnAction(event -> workbench.opening().newPipeline());
    size(card);
    return card;
  }

  private void size(Region card) {
    card.setMinSize(cardWidth, 284);
    card.setPrefSize(cardWidth, 284);
    card.setMaxSize(cardWidth, 284);
  }
}
