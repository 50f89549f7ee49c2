package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.action.Shortcuts;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.palette.PaletteModel;
import dev.pipewright.app.palette.PaletteView;
import dev.pipewright.app.settings.Settings.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
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
final class WorkbenchView extends WindowLayers {

  private static final Divider.Limits PALETTE = new Divider.Limits(200, 480);
  private static final Divider.Limits INSPECTOR = new Divider.Limits(240, 640);

  private final Workbench workbench;
  private final ActionControls controls;
  private final Lazy<SidePanel> side;
  private final Lazy<WelcomeView> welcome;
  private final TopBar top;
  private final Lazy<ToolBarView> toolBar;
  private final Lazy<StatusBar> status;
  private final VBox window;
  private final HBox body;
  private final DeskView center;
  private final BesidePlace inspector;
  private final TabViews views;
  private final TabDrag drag;
  private final Divider paletteDivider;
  private final Divider inspectorDivider;

  WorkbenchView(Workbench workbench, ActionCatalog catalog) {
    this(
        workbench,
        new ActionControls(catalog, new Shortcuts(catalog, workbench.preferences().keys())),
        new VBox());
  }

  private WorkbenchView(Workbench workbench, ActionControls controls, VBox window) {
    super(workbench, controls, workbench.desks().main(), window);
    this.workbench = workbench;
    this.controls = controls;
    this.window = window;
    side = new Lazy<>(this::makeSide);
    welcome = new Lazy<>(() -> new WelcomeView(workbench, controls));
    toolBar =
        new Lazy<>(
            () ->
                new ToolBarView(
                    workbench, controls, List.of("view.palette", "view.dock", "view.inspector")));
    status = new Lazy<>(() -> new StatusBar(workbench));
    Lazy<Tours> tours = new Lazy<>(() -> new Tours(workbench, this));
    workbench.pages().setOnTour(() -> tours.get().begin());
    Layout layout = workbench.layout();
    paletteDivider =
        new Divider(Orientation.VERTICAL, layout.palette(), Divider.Side.FIRST, PALETTE, "palette");
    inspectorDivider =
        new Divider(
            Orientation.VERTICAL, layout.inspector(), Divider.Side.SECOND, INSPECTOR, "inspector");
    views = new TabViews(workbench, controls);
    workbench.opening().setFocuses(views::focus);
    drag = new TabDrag(workbench, controls);
    inspector = new BesidePlace(views, workbench.desks().main());
    width(inspector, layout.inspector());
    center = new DeskView(workbench, views, workbench.desks().main(), drag, this::nothing);
    HBox.setHgrow(center, Priority.ALWAYS);
    top = new TopBar(workbench, controls);
    body = body();
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    views.addListener(this::panels);
    workbench.desks().subscribe(this::panels);
    workbench.opens().subscribe((before, now) -> panels());
    for (Panel panel : Panel.values()) {
      layout.shows(panel).subscribe(now -> panels());
    }
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
    Optional<Tab> tab = inspector.tab();
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
