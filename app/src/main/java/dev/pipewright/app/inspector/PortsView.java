package dev.pipewright.app.inspector;

import dev.pipewright.app.components.TypeMark;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What goes into the selected node and what comes out: ports, links, folders.
final class PortsView extends VBox {

  private static final Texts TEXTS = Texts.of(PortsView.class);

  private final NodeModel model;
  private final ObservableList<ArtifactRow> artifacts;
  private final ListChangeListener<ArtifactRow> onArtifacts = change -> update();

  /// @param artifacts what nodes have made
  PortsView(NodeModel model, ObservableList<ArtifactRow> artifacts) {
    this.model = model;
    this.artifacts = artifacts;
    getStyleClass().add("ports");
  }

  Subscription follow() {
    artifacts.addListener(onArtifacts);
    return Subscription.combine(
        () -> artifacts.removeListener(onArtifacts),
        model.node().subscribe(node -> update()),
        model.outputs().subscribe(made -> update()));
  }

  private void update() {
    List<Node> rows = new ArrayList<>();
    if (!model.spec().inputs().isEmpty()) {
      rows.add(section("inputs"));
      model.spec().inputs().forEach(port -> rows.add(input(port)));
    }
    if (!model.spec().outputs().isEmpty()) {
      rows.add(section("outputs"));
      model.spec().outputs().forEach(port -> rows.add(output(port)));
    }
    getChildren().setAll(rows);
  }

  private static Label section(String key) {
    Label label = new Label(TEXTS.get(key));
    label.getStyleClass().addAll("semibold", "ports-section");
    return label;
  }

  private Node input(PortSpec port) {
    VBox details = new VBox();
    for (Source source : model.node().get().inputs(port.name())) {
      Hyperlink link = new Hyperlink(source.toString());
      link.getStyleClass().add("caption");
      link.setOnAction(event -> model.request(new NodeRequest.Reveal(source.node())));
      details.getChildren().addAll(link, made(source));
    }
    if (details.getChildren().isEmpty()) {
      boolean isOptional = port.arity() == PortSpec.Arity.OPTIONAL;
      details.getChildren().add(muted(TEXTS.get(isOptional ? "optional" : "unlinked")));
    }
    return port(port, details, new Region());
  }

  private Node output(PortSpec port) {
    Source source = new Source(model.node().get().id(), port.name());
    VBox details = made(source);
    if (details.getChildren().isEmpty()) {
      details.getChildren().add(muted(TEXTS.get("notmade")));
    }
    return port(port, details, new Region());
  }

  /// What an output gave last, with what can be done with it.
  private VBox made(Source source) {
    VBox details = new VBox();
    artifacts.stream()
        .filter(row -> source.equals(new Source(row.node(), row.port())))
        .forEach(row -> details.getChildren().add(new MadeArtifact(row, model::request)));
    return details;
  }

  private Node port(PortSpec port, VBox details, Node action) {
    ArtifactType shown = type(port);
    Label name = new Label(port.name(), TypeMark.of(shown));
    name.getStyleClass().add("medium");
    Label type = muted(shown.name());
    HBox head = new HBox(name, type);
    head.getStyleClass().add("port-line");
    details.getStyleClass().add("port-details");
    details.setMinWidth(0);
    VBox words = new VBox(head, details);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words, action);
    row.getStyleClass().add("port-row");
    if (!port.doc().isEmpty()) {
      Tooltip tip = new Tooltip(port.doc());
      tip.setWrapText(true);
      tip.setMaxWidth(320);
      Tooltip.install(name, tip);
    }
    return row;
  }

  /// The port's type, or what a parameter says that it is.
  private ArtifactType type(PortSpec port) {
    return Optional.ofNullable(port.typeParameter())
        .flatMap(parameter -> ArtifactFace.parameters(model).value(parameter))
        .filter(value -> value instanceof ParameterValue.Text(String text) && !text.isBlank())
        .map(value -> new ArtifactType(((ParameterValue.Text) value).value()))
        .orElse(port.type());
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("caption", "muted");
    return label;
  }
}
