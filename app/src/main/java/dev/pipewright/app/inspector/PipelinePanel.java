package dev.pipewright.app.inspector;

import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.form.ValueRow;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.theme.MarginScroll;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The pipeline itself, shown while no node is selected: its name and seed, and the runtime
/// parameters that its nodes can refer to.
final class PipelinePanel extends VBox {

  private static final Texts TEXTS = Texts.of(PipelinePanel.class);
  private static final String FIRST_NAME = "parameter";

  private final Project project;
  private final Consumer<NodeId> reveal;
  private final Label title = new Label();
  private final Label sentence = new Label();
  private final ValueRow name;
  private final ValueRow seed;
  private final Label none = new Label(TEXTS.get("parameters.none"));
  private final VBox cards = new VBox();
  private final List<ParameterCard> shown = new ArrayList<>();

  /// @param reveal selects a node
  PipelinePanel(Project project, Consumer<NodeId> reveal) {
    this.project = project;
    this.reveal = reveal;
    name =
        new ValueRow(
            ParameterSpec.required("name", new ParameterType.Text(), TEXTS.get("pipeline.name")),
            this::rename);
    seed =
        new ValueRow(
            ParameterSpec.withDefault(
                "seed",
                new ParameterType.Int(Long.MIN_VALUE, Long.MAX_VALUE),
                ParameterValue.of(1L),
                TEXTS.get("pipeline.seed")),
            value -> reseed(value));
    VBox fields = project.isReadOnly() ? new VBox(name) : new VBox(name, seed);
    fields.getStyleClass().add("panel-section");
    none.setWrapText(true);
    none.getStyleClass().addAll("caption", "muted");
    none.setMinHeight(USE_PREF_SIZE);
    cards.getStyleClass().add("parameter-cards");
    Button add = new Button(TEXTS.get("parameters.add"), Icons.of("mdi2p-plus", "icon-14"));
    add.getStyleClass().addAll("flat", "small", "panel-add");
    add.setId("add-parameter");
    add.setOnAction(event -> add());
    VBox parameters = new VBox(none, cards, add);
    parameters.getStyleClass().add("panel-section");
    VBox content = new VBox(heading("pipeline"), fields);
    if (!project.isReadOnly()) {
      // Runs of TFX record neither a seed nor which values were given to them.
      content.getChildren().addAll(heading("parameters"), parameters);
    }
    MarginScroll scroll = new MarginScroll(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("pipeline-panel");
    getChildren().setAll(head(), scroll);
  }

  private HBox head() {
    Region tint = new Region();
    tint.getStyleClass().add("node-tint");
    StackPane tile = new StackPane(tint, Icons.of("mdi2s-sitemap-outline", "category-icon"));
    tile.getStyleClass().addAll("node-tile", "category-custom");
    title.getStyleClass().addAll("semibold", "node-name");
    sentence.getStyleClass().addAll("caption", "muted");
    VBox words = new VBox(title, sentence);
    words.getStyleClass().add("node-words");
    words.setMinWidth(0);
    HBox head = new HBox(tile, words);
    head.getStyleClass().add("node-head");
    return head;
  }

  private static Label heading(String key) {
    Label heading = new Label(TEXTS.get(key + ".heading"));
    heading.getStyleClass().addAll("semibold", "panel-heading");
    return heading;
  }

  Subscription follow() {
    return project.document().subscribe(this::show);
  }

  private void show(Pipeline pipeline) {
    title.setText(pipeline.name());
    long links = pipeline.nodes().stream().flatMap(Node::links).count();
    sentence.setText(TEXTS.get("pipeline.size", pipeline.nodes().size(), links));
    name.show(ParameterValue.of(pipeline.name()));
    seed.show(pipeline.seed() == 1 ? null : ParameterValue.of(pipeline.seed()));
    List<RuntimeParameter> parameters = pipeline.parameters();
    none.setVisible(parameters.isEmpty());
    none.setManaged(parameters.isEmpty());
    while (shown.size() > parameters.size()) {
      shown.removeLast();
    }
    for (int i = 0; i < parameters.size(); i++) {
      // A card belongs to its place: one that is being renamed keeps the focus.
      if (i >= shown.size() || shown.get(i).kind() != parameters.get(i).kind()) {
        ParameterCard card = new ParameterCard(project, parameters.get(i).kind(), reveal);
        if (i < shown.size()) {
          shown.set(i, card);
        } else {
          shown.add(card);
        }
      }
      shown.get(i).show(parameters.get(i), pipeline);
    }
    if (!cards.getChildren().equals(shown)) {
      cards.getChildren().setAll(shown);
    }
  }

  private void rename(@Nullable ParameterValue value) {
    if (value instanceof ParameterValue.Text(String text) && !text.isBlank()) {
      project.edit(new Edit.SetName(text.strip()));
    }
  }

  private void reseed(@Nullable ParameterValue value) {
    project.edit(new Edit.SetSeed(value instanceof ParameterValue.Int(long n) ? n : 1));
  }

  private void add() {
    Pipeline pipeline = project.document().get();
    String free =
        IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> i == 1 ? FIRST_NAME : FIRST_NAME + "_" + i)
            .filter(each -> pipeline.parameter(each).isEmpty())
            .findFirst()
            .orElseThrow();
    project.edit(
        new Edit.SetRuntimeParameter(
            RuntimeParameter.required(free, RuntimeParameter.Kind.STRING)));
    shown.getLast().begin();
  }
}
