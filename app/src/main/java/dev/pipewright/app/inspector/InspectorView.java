package dev.pipewright.app.inspector;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.EmptyState;
import dev.pipewright.app.dock.PanelTabs;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.form.ParameterForm;
import dev.pipewright.nodes.form.PathChooser;
import dev.pipewright.nodes.form.SharedModel;
import dev.pipewright.nodes.theme.MarginScroll;
import dev.pipewright.pipeline.component.ExitAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The selected node of a project, what several have in common, or the pipeline itself where none
/// is selected. To be disposed of with the project.
public final class InspectorView extends StackPane {

  private static final Texts TEXTS = Texts.of(InspectorView.class);

  private static final String PROPERTIES = "properties";
  private static final String PORTS = "ports";

  private final RunModel run;
  private final Components components;
  private final Requests requests;
  private final Subscription selection;
  private final List<Subscription> shown = new ArrayList<>();
  private @Nullable PanelTabs tabs;
  private @Nullable ConditionView condition;
  private String tab = PROPERTIES;

  /// What the inspector asks of those around it.
  ///
  /// @param controls draws actions
  /// @param open opens an artifact in a tab
  /// @param lookBack shows a run by its number
  /// @param leave takes the keys back to the canvas
  /// @param paths asks for files and folders
  public record Requests(
      ActionControls controls,
      Consumer<ArtifactRow> open,
      IntConsumer lookBack,
      Runnable leave,
      PathChooser paths) {}

  /// The inspector of a project.
  ///
  /// @param selected the models of the nodes that are selected
  public InspectorView(
      RunModel run,
      Components components,
      Requests requests,
      ObservableValue<List<NodeModel>> selected) {
    this.run = run;
    this.components = components;
    this.requests = requests;
    getStyleClass().add("inspector");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    selection = selected.subscribe(this::show);
  }

  private void show(List<NodeModel> models) {
    release();
    if (models.isEmpty()) {
      PipelinePanel panel =
          new PipelinePanel(run.project(), node -> run.request(new NodeRequest.Reveal(node)));
      getChildren().setAll(run.project().isReadOnly() ? explained(lookedAt(panel)) : panel);
      shown.add(panel.follow());
    } else if (models.size() == 1) {
      show(models.getFirst());
    } else {
      showAll(models);
    }
  }

  /// Escape that nothing in the panel wants leads back to the canvas.
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      requests.leave().run();
      event.consume();
    }
  }

  private static Region lookedAt(Region panel) {
    panel.setDisable(true);
    panel.getStyleClass().add("looked-at");
    return panel;
  }

  /// Says why nothing in it can be changed: what is disabled hears no mouse itself.
  private static StackPane explained(Region panel) {
    StackPane around = new StackPane(panel);
    Tooltip.install(around, new Tooltip(TEXTS.get("looked.at")));
    return around;
  }

  private void showAll(List<NodeModel> models) {
    SharedModel shared = new SharedModel(models);
    shown.add(run.project().document().subscribe((before, now) -> shared.refresh()));
    shown.add(run.project().problems().subscribe((before, now) -> shared.refresh()));
    NodesHead head = new NodesHead(models, requests.controls());
    if (shared.spec().parameters().isEmpty()) {
      EmptyState nothing =
          new EmptyState(
              "mdi2s-select-group", TEXTS.get("several.none"), TEXTS.get("several.none.line"));
      VBox.setVgrow(nothing, Priority.ALWAYS);
      getChildren().setAll(new VBox(head, nothing));
      return;
    }
    StackPane content = new StackPane();
    PanelTabs single = new PanelTabs(content);
    Region form = ParameterForm.of(shared, requests.paths());
    if (run.project().isReadOnly()) {
      lookedAt(form);
    }
    addProperties(single, form, List.of());
    single.select(PROPERTIES);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(new VBox(head, single, content));
  }

  private void show(NodeModel model) {
    NodeHead head = new NodeHead(model, components.binding(model.spec().name()).icon());
    shown.add(head.follow());
    if (run.project().isReadOnly()) {
      head.lookAtOnly();
    }
    StackPane content = new StackPane();
    PanelTabs tabs = new PanelTabs(content);
    this.tabs = tabs;
    PortsView ports = new PortsView(model, run.artifacts());
    shown.add(ports.follow());
    RunsView runs = new RunsView(model, run, requests.open(), requests.lookBack());
    shown.add(runs.follow());
    Region properties = panel(model);
    if (run.project().isReadOnly()) {
      addProperties(tabs, lookedAt(properties), List.of());
    } else {
      addProperties(tabs, properties, condition(model));
    }
    tabs.add(PORTS, TEXTS.get("ports"), scroll(ports), new HBox());
    if (!run.project().isReadOnly()) {
      // What is only looked at has its runs above the canvas.
      tabs.add("runs", TEXTS.get("runs"), runs, new HBox());
    }
    tabs.select(tab);
    shown.add(tabs.selected().subscribe(id -> tab = id));
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(new VBox(head, tabs, content));
  }

  /// Shows where a problem of the selected node is, and puts the focus there.
  ///
  /// @param field as the problem names it
  public void reveal(String field) {
    PanelTabs shownTabs = tabs;
    if (shownTabs == null || field.isEmpty()) {
      return;
    }
    shownTabs.select(field.startsWith("inputs.") ? PORTS : PROPERTIES);
    // A scroll pane that was never laid out has not taken its content in yet.
    applyCss();
    layout();
    if (lookup(".parameter-form") instanceof ParameterForm form) {
      form.focus(field).ifPresent(control -> scrollTo(form, control));
    }
  }

  /// Puts the keys in the first field of the parameters of the node that is shown.
  public void enter() {
    PanelTabs shownTabs = tabs;
    if (shownTabs != null) {
      shownTabs.select(PROPERTIES);
      applyCss();
      layout();
      if (lookup(".parameter-form") instanceof ParameterForm form) {
        form.focusFirst();
      }
    }
  }

  /// Takes what is being typed in a field, as leaving it does, and keeps the cursor there.
  public void commit() {
    Node owner = isFocusWithin() ? getScene().getFocusOwner() : null;
    if (owner instanceof TextInputControl field) {
      IndexRange selection = field.getSelection();
      requestFocus();
      field.requestFocus();
      field.selectRange(selection.getStart(), selection.getEnd());
    }
  }

  /// Leaves a third of the panel above, for what the field is part of.
  private void scrollTo(Node panel, Node control) {
    layout();
    for (Node around = panel; around != null; around = around.getParent()) {
      if (around instanceof ScrollPane scroll) {
        double height = scroll.getViewportBounds().getHeight();
        Node whole = scroll.getContent();
        double y = whole.sceneToLocal(control.localToScene(control.getBoundsInLocal())).getMinY();
        double room = whole.getBoundsInLocal().getHeight() - height;
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - height / 3) / room, 0, 1));
        return;
      }
    }
  }

  /// Exit handlers run after every run.
  private List<Region> condition(NodeModel model) {
    boolean isExit =
        components
            .registry()
            .find(model.spec().name())
            .filter(component -> component.behavior() instanceof ExitAction)
            .isPresent();
    if (isExit) {
      return List.of();
    }
    ConditionView view = new ConditionView(model, components.registry());
    shown.add(view.follow());
    condition = view;
    return List.of(view);
  }

  /// Puts the cursor into the run condition of the node that is shown.
  ///
  /// @param begin what an empty one begins with
  public void editCondition(String begin) {
    PanelTabs shownTabs = tabs;
    ConditionView view = condition;
    if (shownTabs != null && view != null) {
      shownTabs.select(PROPERTIES);
      applyCss();
      layout();
      scrollTo(view, view);
      view.begin(begin);
    }
  }

  private static void addProperties(PanelTabs tabs, Region panel, List<Region> below) {
    VBox content = new VBox(panel.isDisable() ? explained(panel) : panel);
    content.getChildren().addAll(below);
    ScrollPane properties = scroll(content);
    String title = TEXTS.get(PROPERTIES);
    if (panel instanceof ParameterForm form) {
      PanelSearch search = new PanelSearch(form);
      VBox.setVgrow(properties, Priority.ALWAYS);
      tabs.add(PROPERTIES, title, new VBox(search, properties), search.button());
    } else {
      tabs.add(PROPERTIES, title, properties, new HBox());
    }
  }

  /// What is only looked at has the parameters that were recorded, which a component's own panel
  /// may not know.
  private Region panel(NodeModel model) {
    if (run.project().isReadOnly()) {
      return ParameterForm.of(model, requests.paths());
    }
    return components
        .binding(model.spec().name())
        .panel(model)
        .orElseGet(() -> ParameterForm.of(model, requests.paths()));
  }

  private static ScrollPane scroll(Node content) {
    return new MarginScroll(content);
  }

  private void release() {
    shown.forEach(Subscription::unsubscribe);
    shown.clear();
    tabs = null;
    condition = null;
  }

  /// Lets go of the project.
  public void dispose() {
    selection.unsubscribe();
    release();
    getChildren().clear();
  }
}
