package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.action.Shortcuts;
import dev.pipewright.app.error.NoticesView;
import dev.pipewright.app.export.ExportCard;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.palette.PaletteModel;
import dev.pipewright.app.palette.PaletteView;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.start.DropFrame;
import dev.pipewright.app.thread.FxExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All that is in the window.
final class WorkbenchView extends StackPane {

  private static final Divider.Limits PALETTE = new Divider.Limits(200, 480);
  private static final Divider.Limits INSPECTOR = new Divider.Limits(240, 640);

  private final Workbench workbench;
  private final ActionCatalog catalog;
  private final ActionControls controls;
  private final Lazy<SidePanel> side;
  private final Lazy<CommandSearch> search;
  private final Lazy<WelcomeView> welcome;
  private final TopBar top;
  private final Lazy<ToolBarView> toolBar;
  private final Lazy<StatusBar> status;
  private final Lazy<ExportCard> export;
  private final VBox window = new VBox();
  private final HBox body;
  private final DeskView center;
  private final BesidePlace inspector;
  private final TabViews views;
  private final TabDrag drag;
  private final Divider paletteDivider;
  private final Divider inspectorDivider;

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
    export = new Lazy<>(this::makeExport);
    workbench.pages().setOnExport(this::export);
    Lazy<Tours> tours = new Lazy<>(() -> new Tours(workbench, this));
    workbench.pages().setOnTour(() -> tours.get().begin());
    Layout layout = workbench.layout();
    paletteDivider =
        new Divider(Orientation.VERTICAL, layout.palette(), Divider.Side.FIRST, PALETTE, "palette");
    inspectorDivider =
        new Divider(
            Orientation.VERTICAL, layout.inspector(), Divider.Side.SECOND, INSPECTOR, "inspector");
    views = new TabViews(workbench, controls);
    drag = new TabDrag(workbench, controls);
    inspector = new BesidePlace(views, workbench.desks().main());
    width(inspector, layout.inspector());
    center = new DeskView(workbench, views, workbench.desks().main(), drag, this::nothing);
    HBox.setHgrow(center, Priority.ALWAYS);
    top = new TopBar(workbench, controls);
    getStyleClass().add("workbench");
    body = body();
    NoticesView notices = new NoticesView(workbench.errors());
    notices.setAlignment(Pos.BOTTOM_RIGHT);
    DropFrame drops =
        new DropFrame(
            this, () -> workbench.engine().prepare(), files -> workbench.arrivals().dropped(files));
    getChildren().setAll(window, notices, drops);
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    views.addListener(this::panels);
    workbench.desks().subscribe(this::panels);
    workbench.opens().subscribe((before, now) -> panels());
    for (Panel panel : Panel.values()) {
      layout.shows(panel).subscribe(now -> panels());
    }
  }

  CommandSearch search() {
    return search.get();
  }

  private ExportCard makeExport() {
    ExportCard made =
        new ExportCard(
            new ExportCard.Requests(
                FxExecutor.platform(),
                workbench.questions()::fileToExport,
                workbench.errors()::tell,
                workbench.errors()::report));
    getChildren().add(getChildren().size() - 1, made);
    return made;
  }

  private void export() {
    workbench
        .activeNow()
        .ifPresent(
            tab ->
                tab.canvas()
                    .edit(view -> export.get().open(view, workbench.layout().theme().get())));
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

  private HBox body() {
    HBox made = new HBox();
    made.getStyleClass().add("workbench-body");
    made.setMinHeight(0);
    VBox.setVgrow(made, Priority.ALWAYS);
    return made;
  }

  /// What is shown of the window's parts. Beside an artifact there are no panels: it has the whole
  /// window. A part that is not shown is not in the scene: it costs nothing there.
  private void panels() {
    inspector.update();
    Optional<PipelineTab> tab = inspector.tab();
    boolean isWorking = !workbench.tabs().isEmpty() || workbench.opens().get();
    List<Node> parts = new ArrayList<>(List.of(center));
    if (tab.isPresent() && shows(Panel.PALETTE)) {
      parts.addAll(0, List.of(side.get(), paletteDivider));
    }
    if (tab.isPresent() && shows(Panel.INSPECTOR)) {
      parts.addAll(List.of(inspectorDivider, inspector));
    }
    fill(body, parts);
    fill(window, isWorking ? List.of(top, toolBar.get(), body, status.get()) : List.of(top, body));
  }

  /// What stands where no tab is: while files are opened, nothing.
  private Node nothing() {
    return workbench.opens().get() ? new StackPane() : welcome.get();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && drag.escape()) {
      event.consume();
    }
  }

  /// What windows of tabs have in common with this one.
  DetachedWindow.Common common(WindowScale scale) {
    return new DetachedWindow.Common(workbench, views, drag, controls, scale);
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
