package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.dock.PanelTabs;
import dev.pipewright.app.find.FindView;
import dev.pipewright.app.find.FindViewModel;
import dev.pipewright.app.outline.OutlineView;
import dev.pipewright.app.palette.PaletteView;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.shell.Side.Pane;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The panel at the left: the components, and what is in the pipeline that is shown.
final class SidePanel extends VBox implements Side.Commands {

  private static final Texts TEXTS = Texts.of(SidePanel.class);

  private final Workbench workbench;
  private final PanelTabs tabs;
  private final Lazy<FindView> find = new Lazy<>(this::makeFind);
  private final StackPane finding = new StackPane();
  private final Lazy<OutlineView> outline = new Lazy<>(() -> new OutlineView(components()));
  private final StackPane outlined = new StackPane();
  private boolean isComponentsMissed;

  SidePanel(Workbench workbench, PaletteView palette) {
    this.workbench = workbench;
    getStyleClass().add("side-panel");
    StackPane content = new StackPane();
    content.setMinHeight(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    tabs = new PanelTabs(content);
    tabs.add(Pane.COMPONENTS.id(), TEXTS.get("side.components"), palette, new HBox());
    tabs.add(Pane.OUTLINE.id(), TEXTS.get("side.outline"), outlined, new HBox());
    tabs.add(Pane.FIND.id(), TEXTS.get("side.find"), finding, new HBox());
    tabs.selected().subscribe(this::shown);
    tabs.select(Pane.COMPONENTS.id());
    getChildren().setAll(tabs, content);
    workbench.active().subscribe(this::offer);
    workbench.side().setCommands(this);
  }

  /// To what is only looked at no components can be added.
  private void offer(@Nullable PipelineTab tab) {
    boolean isEditable = tab == null || tab.root() == null;
    String shown = tabs.selected().getValue();
    if (!isEditable && shown.equals(Pane.COMPONENTS.id())) {
      isComponentsMissed = true;
      tabs.select(Pane.OUTLINE.id());
    } else if (isEditable && isComponentsMissed) {
      isComponentsMissed = false;
      tabs.select(Pane.COMPONENTS.id());
    }
    tabs.offer(Pane.COMPONENTS.id(), isEditable);
  }

  /// What was never looked at is not made.
  private void shown(String id) {
    if (id.equals(Pane.FIND.id()) && finding.getChildren().isEmpty()) {
      finding.getChildren().setAll(find.get());
    } else if (id.equals(Pane.OUTLINE.id()) && outlined.getChildren().isEmpty()) {
      outlined.getChildren().setAll(outline.get());
      // Not at once: the canvas of a project that is opened is made a moment after its tab.
      workbench.active().subscribe(tab -> workbench.fx().execute(this::follow));
    }
  }

  private void follow() {
    Optional<PipelineTab> tab = workbench.activeNow();
    outline.get().follow(null);
    tab.ifPresent(
        open ->
            open.canvas()
                .edit(
                    view ->
                        outline
                            .get()
                            .follow(
                                new OutlineView.Followed(
                                    open.run(),
                                    view.graph(),
                                    new OutlineRenames(workbench, open, view)))));
  }

  private Components components() {
    return Objects.requireNonNull(workbench.components().get());
  }

  private FindView makeFind() {
    FindViewModel model =
        new FindViewModel(
            workbench.fx(),
            workbench.active().map(tab -> tab.project()),
            () -> components().registry());
    return new FindView(model, components(), this::component, new Shown());
  }

  private String component(NodeId id) {
    return workbench
        .activeNow()
        .flatMap(tab -> tab.project().document().get().node(id))
        .map(Node::component)
        .orElse("");
  }

  @Override
  public void show(Pane pane) {
    tabs.select(pane.id());
    applyCss();
    layout();
    if (pane == Pane.OUTLINE) {
      outline.get().open();
    }
  }

  @Override
  public void find() {
    show(Pane.FIND);
    find.get().open();
  }

  @Override
  public void replace() {
    show(Pane.FIND);
    find.get().openReplace();
  }

  @Override
  public void step(int direction) {
    find.get().step(direction);
  }

  /// Shows places of the pipeline on its canvas and in its inspector.
  private final class Shown implements FindView.Shower {

    @Override
    public void node(NodeId node, String field) {
      if (!field.isEmpty()) {
        workbench.layout().shows(Panel.INSPECTOR).set(true);
      }
      workbench.activeNow().ifPresent(tab -> tab.canvas().reveal(node, field));
    }

    @Override
    public void frame(String id) {
      graph(
          graph -> {
            graph.getSelection().select(List.of(), List.of(id), List.of());
            graph.center(new GraphTarget.OnFrame(id));
          });
    }

    @Override
    public void note(String id) {
      graph(
          graph -> {
            graph.getSelection().select(List.of(), List.of(), List.of(id));
            graph.center(new GraphTarget.OnNote(id));
          });
    }

    @Override
    public void pipeline() {
      workbench.layout().shows(Panel.INSPECTOR).set(true);
      graph(graph -> graph.getSelection().clear());
    }

    private void graph(Consumer<GraphView> work) {
      workbench.activeNow().ifPresent(tab -> tab.canvas().edit(view -> work.accept(view.graph())));
    }
  }
}
