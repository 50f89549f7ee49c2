package dev.pipewright.app.inspector;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.dock.PanelTabs;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.form.ParameterForm;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The selected node of a project, or that there is none. To be disposed of with the project.
public final class InspectorView extends StackPane {

  private static final Texts TEXTS = Texts.of(InspectorView.class);

  private final RunModel run;
  private final Components components;
  private final Subscription selection;
  private final List<Subscription> shown = new ArrayList<>();
  private String tab = "properties";

  /// The inspector of a project.
  ///
  /// @param selected the model of the one node that is selected
  public InspectorView(
      RunModel run, Components components, ObservableValue<@Nullable NodeModel> selected) {
    this.run = run;
    this.components = components;
    getStyleClass().add("inspector");
    selection = selected.subscribe(this::show);
  }

  private void show(@Nullable NodeModel model) {
    release();
    if (model == null) {
      getChildren()
          .setAll(
              new EmptyState(
                  "mdi2c-cursor-default-click-outline",
                  TEXTS.get("none.title"),
                  TEXTS.get("none.line")));
      return;
    }
    NodeHead head = new NodeHead(model, components.binding(model.spec().name()).icon());
    shown.add(head.follow());
    StackPane content = new StackPane();
    PanelTabs tabs = new PanelTabs(content);
    PortsView ports = new PortsView(model);
    shown.add(ports.follow());
    RunsView runs = new RunsView(model, run.project().file());
    shown.add(runs.follow());
    tabs.add("properties", TEXTS.get("properties"), scroll(panel(model)), new HBox());
    tabs.add("ports", TEXTS.get("ports"), scroll(ports), new HBox());
    tabs.add("runs", TEXTS.get("runs"), runs, new HBox());
    tabs.select(tab);
    shown.add(tabs.selected().subscribe(id -> tab = id));
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(new VBox(head, tabs, content));
  }

  private Region panel(NodeModel model) {
    return components
        .binding(model.spec().name())
        .panel(model)
        .orElseGet(() -> ParameterForm.of(model));
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void release() {
    shown.forEach(Subscription::unsubscribe);
    shown.clear();
  }

  /// Lets go of the project.
  public void dispose() {
    selection.unsubscribe();
    release();
    getChildren().clear();
  }
}
