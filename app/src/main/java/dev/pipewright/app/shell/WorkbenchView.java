package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.error.NoticesView;
import dev.pipewright.app.palette.PaletteModel;
import dev.pipewright.app.palette.PaletteView;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.DropFrame;
import dev.pipewright.app.start.LabelPanel;
import dev.pipewright.app.start.TableStart;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.NodeModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that is in the window.
final class WorkbenchView extends StackPane {

  private static final Texts TEXTS = Texts.of(WorkbenchView.class);
  private static final Divider.Limits PALETTE = new Divider.Limits(160, 480);
  private static final Divider.Limits INSPECTOR = new Divider.Limits(240, 640);

  private final Workbench workbench;
  private final ActionControls controls;
  private final CommandSearch search;
  private final PaletteView palette;
  private final WelcomeView welcome;
  private final TopBar top;
  private final StackPane content = new StackPane();
  private final StackPane tools = new StackPane();
  private final HBox strip = new HBox();
  private final List<Region> chrome;
  private final StackPane inspector = new StackPane();
  private final Divider paletteDivider;
  private final Divider inspectorDivider;
  private final Map<Tab, Node> views = new HashMap<>();
  private final Map<PipelineTab, LabelPanel> starts = new HashMap<>();
  private final Map<PipelineTab, CanvasTools> canvasTools = new HashMap<>();

  WorkbenchView(Workbench workbench, ActionCatalog catalog) {
    this.workbench = workbench;
    this.controls = new ActionControls(catalog);
    this.search = new CommandSearch(new CommandIndex(workbench, catalog));
    this.palette =
        new PaletteView(
            new PaletteModel(),
            spec -> workbench.add(spec.name()),
            new PaletteDrag(this, workbench));
    this.welcome = new WelcomeView(workbench, controls);
    Layout layout = workbench.layout();
    paletteDivider = divider(layout.palette(), Divider.Side.FIRST, PALETTE, palette, "palette");
    inspectorDivider =
        divider(layout.inspector(), Divider.Side.SECOND, INSPECTOR, inspector, "inspector");
    top = new TopBar(workbench, controls);
    getStyleClass().add("workbench");
    chrome = List.of(new ToolBarView(workbench, catalog, controls), new StatusBar(workbench));
    VBox window = new VBox(top, chrome.getFirst(), body(), chrome.getLast());
    NoticesView notices = new NoticesView(workbench.errors());
    notices.setAlignment(Pos.BOTTOM_RIGHT);
    DropFrame drops =
        new DropFrame(
            this, () -> workbench.engine().prepare(), files -> workbench.arrivals().dropped(files));
    getChildren().setAll(window, notices, search, drops);
    workbench.components().subscribe(this::loaded);
    workbench.tabs().subscribe(this::forgetClosed);
    workbench.selected().subscribe(this::show);
    for (Panel panel : Panel.values()) {
      layout.shows(panel).subscribe(now -> panels());
    }
  }

  CommandSearch search() {
    return search;
  }

  /// The window's icon.
  Image icon(double size) {
    return top.icon(size);
  }

  ActionControls controls() {
    return controls;
  }

  private static Divider divider(
      DoubleProperty size, Divider.Side side, Divider.Limits limits, Region panel, String name) {
    panel.prefWidthProperty().bind(size);
    panel.setMinWidth(Region.USE_PREF_SIZE);
    panel.setMaxWidth(Region.USE_PREF_SIZE);
    return new Divider(Orientation.VERTICAL, size, side, limits, name);
  }

  private HBox body() {
    TabStrip tabs = new TabStrip(workbench);
    tabs.setMinWidth(0);
    HBox.setHgrow(tabs, Priority.ALWAYS);
    strip.getChildren().setAll(tabs, tools);
    strip.getStyleClass().add("tab-line");
    strip.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox center = new VBox(strip, content);
    center.setMinWidth(0);
    content.setMinSize(0, 0);
    HBox.setHgrow(center, Priority.ALWAYS);
    HBox body = new HBox(palette, paletteDivider, center, inspectorDivider, inspector);
    body.getStyleClass().add("workbench-body");
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    return body;
  }

  private void loaded(@Nullable Components components) {
    if (components != null) {
      palette.show(components);
    }
  }

  private void forgetClosed() {
    views.keySet().stream()
        .filter(tab -> !workbench.tabs().contains(tab))
        .toList()
        .forEach(
            tab -> {
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
      content.getChildren().setAll(welcome);
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
    };
  }

  private static Node view(Tab.Viewer tab) {
    Path folder = tab.artifact().folder();
    NodeModel maker = tab.pipeline().run().nodes().get(tab.artifact().node());
    return maker == null ? tab.viewer().view(folder) : tab.viewer().view(folder, maker);
  }

  /// Beside an artifact there are no panels: it has the whole window.
  private void panels() {
    boolean isViewer =
        workbench.selected().get() != null && !(workbench.selected().get() instanceof PipelineTab);
    boolean isOpen = workbench.selected().get() != null;
    boolean isWorking = isOpen || !workbench.tabs().isEmpty();
    Stream.concat(chrome.stream(), Stream.of(strip))
        .forEach(
            part -> {
              part.setVisible(isWorking);
              part.setManaged(isWorking);
            });
    show(palette, paletteDivider, !isViewer && isOpen && shows(Panel.PALETTE));
    show(inspector, inspectorDivider, !isViewer && isOpen && shows(Panel.INSPECTOR));
  }

  private boolean shows(Panel panel) {
    return workbench.layout().shows(panel).get();
  }

  private static void show(Region panel, Divider divider, boolean isShown) {
    panel.setVisible(isShown);
    panel.setManaged(isShown);
    divider.setVisible(isShown);
    divider.setManaged(isShown);
  }
}
