package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.action.Shortcuts;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.error.NoticesView;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.palette.PaletteModel;
import dev.pipewright.app.palette.PaletteView;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.DropFrame;
import dev.pipewright.app.start.LabelPanel;
import dev.pipewright.app.start.TableStart;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that is in the window.
final class WorkbenchView extends StackPane {

  private static final Texts TEXTS = Texts.of(WorkbenchView.class);
  private static final Divider.Limits PALETTE = new Divider.Limits(200, 480);
  private static final Divider.Limits INSPECTOR = new Divider.Limits(240, 640);

  private final Workbench workbench;
  private final ActionCatalog catalog;
  private final ActionControls controls;
  private final Lazy<SidePanel> side;
  private final Lazy<CommandSearch> search;
  private final Lazy<WelcomeView> welcome;
  private final TopBar top;
  private final StackPane content = new StackPane();
  private final StackPane tools = new StackPane();
  private final HBox strip = new HBox();
  private final Lazy<ToolBarView> toolBar;
  private final Lazy<StatusBar> status;
  private final VBox window = new VBox();
  private final HBox body;
  private final VBox center;
  private final StackPane inspector = new StackPane();
  private final Divider paletteDivider;
  private final Divider inspectorDivider;
  private final Map<Tab, Node> views = new HashMap<>();
  private final Map<Tab, Runnable> disposals = new HashMap<>();
  private final Map<PipelineTab, LabelPanel> starts = new HashMap<>();
  private final Map<PipelineTab, CanvasTools> canvasTools = new HashMap<>();

  WorkbenchView(Workbench workbench, ActionCatalog catalog) {
    this.workbench = workbench;
    this.controls =
        new ActionControls(catalog, new Shortcuts(catalog, workbench.preferences().keys()));
    this.catalog = catalog;
    side = new Lazy<>(this::makeSide);
    search = new Lazy<>(this::makeSearch);
    welcome = new Lazy<>(() -> new WelcomeView(workbench, controls));
    toolBar = new Lazy<>(() -> new ToolBarView(workbench, catalog, controls));
    status = new Lazy<>(() -> new StatusBar(workbench));
    Layout layout = workbench.layout();
    paletteDivider =
        new Divider(Orientation.VERTICAL, layout.palette(), Divider.Side.FIRST, PALETTE, "palette");
    inspectorDivider =
        new Divider(
            Orientation.VERTICAL, layout.inspector(), Divider.Side.SECOND, INSPECTOR, "inspector");
    width(inspector, layout.inspector());
    top = new TopBar(workbench, controls);
    getStyleClass().add("workbench");
    center = center();
    body = body();
    NoticesView notices = new NoticesView(workbench.errors());
    notices.setAlignment(Pos.BOTTOM_RIGHT);
    DropFrame drops =
        new DropFrame(
            this, () -> workbench.engine().prepare(), files -> workbench.arrivals().dropped(files));
    getChildren().setAll(window, notices, drops);
    workbench.tabs().subscribe(this::forgetClosed);
    workbench.selected().subscribe(this::show);
    workbench.opens().subscribe((before, now) -> show(workbench.selected().get()));
    for (Panel panel : Panel.values()) {
      layout.shows(panel).subscribe(now -> panels());
    }
  }

  CommandSearch search() {
    return search.get();
  }

  private CommandSearch makeSearch() {
    CommandSearch made = new CommandSearch(new CommandIndex(workbench, controls));
    getChildren().add(getChildren().size() - 1, made);
    return made;
  }

  private SidePanel makeSide() {
    PaletteView palette =
        new PaletteView(
            new PaletteModel(),
            spec -> workbench.add(spec.name()),
            new PaletteDrag(this, workbench));
    palette.setOnHelp(spec -> workbench.pages().openHelp(Topic.component(spec.name())));
    SidePanel made = new SidePanel(workbench, palette);
    width(made, workbench.layout().palette());
    workbench
        .components()
        .subscribe(
            found -> {
              if (found != null) {
                palette.show(found);
              }
            });
    return made;
  }

  /// The window's icon.
  Image icon(double size) {
    return top.icon(size);
  }

  ActionControls controls() {
    return controls;
  }

  private static void width(Region panel, DoubleProperty width) {
    panel.prefWidthProperty().bind(width);
    panel.setMinWidth(Region.USE_PREF_SIZE);
    panel.setMaxWidth(Region.USE_PREF_SIZE);
  }

  private VBox center() {
    TabStrip tabs = new TabStrip(workbench);
    tabs.setMinWidth(0);
    HBox.setHgrow(tabs, Priority.ALWAYS);
    strip.getChildren().setAll(tabs, tools);
    strip.getStyleClass().add("tab-line");
    strip.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox made = new VBox(content);
    made.setMinWidth(0);
    content.setMinSize(0, 0);
    HBox.setHgrow(made, Priority.ALWAYS);
    return made;
  }

  private HBox body() {
    HBox made = new HBox(center);
    made.getStyleClass().add("workbench-body");
    made.setMinHeight(0);
    VBox.setVgrow(made, Priority.ALWAYS);
    return made;
  }

  private void forgetClosed() {
    views.keySet().stream()
        .filter(tab -> !workbench.tabs().contains(tab))
        .toList()
        .forEach(
            tab -> {
              Runnable dispose = disposals.remove(tab);
              if (dispose != null) {
                dispose.run();
              }
              if (views.remove(tab) instanceof PipelinePane pane) {
                canvasTools.remove(tab);
                starts.remove(tab);
                pane.dispose();
              }
            });
    if (workbench.selected().get() == null) {
      show(null);
    }
  }

  private void show(@Nullable Tab tab) {
    if (tab == null) {
      content.getChildren().setAll(workbench.opens().get() ? List.of() : List.of(welcome.get()));
      inspector.getChildren().clear();
      tools.getChildren().clear();
    } else {
      Node view = views.computeIfAbsent(tab, this::make);
      content.getChildren().setAll(view);
      tools.getChildren().clear();
      inspector.getChildren().clear();
      if (view instanceof PipelinePane pane && tab instanceof PipelineTab pipeline) {
        inspect(pane, pipeline);
        tools
            .getChildren()
            .setAll(
                canvasTools.computeIfAbsent(
                    pipeline, each -> new CanvasTools(pane.graph(), controls)));
      }
    }
    panels();
  }

  /// Beside a project for a table stands the question what shall be predicted, until it is
  /// answered.
  private void inspect(PipelinePane pane, PipelineTab tab) {
    TableStart start = tab.start().get();
    inspector
        .getChildren()
        .setAll(
            start == null
                ? pane.inspector()
                : starts.computeIfAbsent(
                    tab, each -> new LabelPanel(start, notes -> answered(each, notes))));
  }

  private void showAgain(PipelineTab tab) {
    if (workbench.selected().get() == tab) {
      show(tab);
    }
  }

  private void answered(PipelineTab tab, List<String> notes) {
    starts.remove(tab);
    tab.start().set(null);
    if (!notes.isEmpty()) {
      workbench
          .errors()
          .tell(new Notice(TEXTS.get("start.notes"), "", String.join(" ", notes), "", false));
    }
  }

  private Node make(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> {
        pipeline.start().subscribe((before, now) -> showAgain(pipeline));
        yield new PipelinePane(
            workbench,
            pipeline,
            java.util.Objects.requireNonNull(workbench.components().get()),
            controls);
      }
      case Tab.Viewer viewer -> view(viewer);
      case Tab.Outside outside -> outside.viewer().view(outside.folder());
      case Tab.Page page -> {
        Tab.Shown shown = page.maker().get();
        disposals.put(page, shown.dispose());
        yield shown.view();
      }
      case Tab.Own own -> workbench.pages().view(own.kind(), controls);
    };
  }

  private static Node view(Tab.Viewer tab) {
    Path folder = tab.artifact().folder();
    NodeModel maker = tab.pipeline().run().nodes().get(tab.artifact().node());
    return maker == null ? tab.viewer().view(folder) : tab.viewer().view(folder, maker);
  }

  /// What is shown of the window's parts. Beside an artifact there are no panels: it has the whole
  /// window. A part that is not shown is not in the scene: it costs nothing there.
  private void panels() {
    boolean isViewer =
        workbench.selected().get() != null && !(workbench.selected().get() instanceof PipelineTab);
    boolean isOpen = workbench.selected().get() != null;
    boolean isWorking = isOpen || !workbench.tabs().isEmpty() || workbench.opens().get();
    boolean hasPanels = isOpen && !isViewer;
    List<Node> parts = new ArrayList<>(List.of(center));
    boolean isReadOnly =
        workbench.selected().get() instanceof PipelineTab tab && tab.root() != null;
    if (hasPanels && !isReadOnly && shows(Panel.PALETTE)) {
      parts.addAll(0, List.of(side.get(), paletteDivider));
    }
    if (hasPanels && shows(Panel.INSPECTOR)) {
      parts.addAll(List.of(inspectorDivider, inspector));
    }
    fill(body, parts);
    fill(center, isWorking ? List.of(strip, content) : List.of(content));
    fill(window, isWorking ? List.of(top, toolBar.get(), body, status.get()) : List.of(top, body));
  }

  private static void fill(Pane pane, List<Node> parts) {
    if (!pane.getChildren().equals(parts)) {
      pane.getChildren().setAll(parts);
    }
  }

  private boolean shows(Panel panel) {
    return workbench.layout().shows(panel).get();
  }
}
