package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/// A window of tabs that were taken out of the first one: with the menus, the shortcuts, the tool
/// bar, the inspector, and a command search, notices and drops of its own. Closing it closes its
/// tabs, with the question about unsaved changes.
final class DetachedWindow {

  private static final Texts TEXTS = Texts.of(DetachedWindow.class);
  private static final Divider.Limits INSPECTOR = new Divider.Limits(240, 640);

  private final Stage stage = new Stage();
  private final Workbench workbench;
  private final TabViews views;
  private final Desk<Tab> desk;
  private final DeskView groups;
  private final BesidePlace beside;
  private final Divider divider;
  private final HBox body = new HBox();
  private final ToolBarView toolBar;
  private final WindowLayers layers;
  private final WindowScale scale;
  private final Parent frame;
  private final Subscription subscription;
  private final Runnable onBeside = this::update;
  private Settings.Window bounds;

  /// What all windows have in common.
  record Common(
      Workbench workbench,
      TabViews views,
      TabDrag drag,
      ActionControls controls,
      WindowScale scale) {}

  /// A window that is not shown yet.
  ///
  /// @param bounds where it is to stand; where no screen is, it comes to the first one
  DetachedWindow(Common common, Desk<Tab> desk, Settings.Window bounds, List<String> sheets) {
    this.workbench = common.workbench();
    this.views = common.views();
    this.desk = desk;
    this.bounds = bounds;
    groups = new DeskView(workbench, views, desk, common.drag(), StackPane::new);
    HBox.setHgrow(groups, Priority.ALWAYS);
    beside = new BesidePlace(views, desk);
    beside.prefWidthProperty().bind(workbench.layout().inspector());
    beside.setMinWidth(Region.USE_PREF_SIZE);
    beside.setMaxWidth(Region.USE_PREF_SIZE);
    divider =
        new Divider(
            Orientation.VERTICAL,
            workbench.layout().inspector(),
            Divider.Side.SECOND,
            INSPECTOR,
            "inspector");
    MenuBar menus = new MenuBar();
    menus.getMenus().setAll(common.controls().menus());
    HBox top = new HBox(menus);
    top.getStyleClass().add("top-bar");
    body.getStyleClass().add("workbench-body");
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    toolBar = new ToolBarView(workbench, common.controls(), List.of("view.dock", "view.inspector"));
    layers = new WindowLayers(workbench, common.controls(), desk, new VBox(top, toolBar, body));
    scale = common.scale();
    frame = scale.frame(layers);
    Scene scene = new Scene(frame, bounds.width(), bounds.height());
    scene.getStylesheets().setAll(sheets);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && common.drag().escape()) {
            event.consume();
          }
        });
    stage.setScene(scene);
    groups.applyCss();
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeRequested);
    subscription =
        Subscription.combine(
            common.controls().listen(scene),
            workbench.layout().theme().subscribe(theme -> theme.apply(scene)),
            workbench.layout().shows(Panel.INSPECTOR).subscribe(shown -> update()),
            workbench.desks().subscribe(this::update),
            stage.focusedProperty().subscribe(this::focused),
            watch());
    views.addListener(onBeside);
    update();
  }

  private Subscription watch() {
    Runnable moved =
        () ->
            Platform.runLater(
                () -> {
                  if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
                    bounds =
                        new Settings.Window(
                            stage.getX(),
                            stage.getY(),
                            Math.max(200, stage.getWidth()),
                            Math.max(150, stage.getHeight()),
                            false);
                    workbench.layoutChanged();
                  }
                });
    return Stream.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .map(value -> value.subscribe(moved))
        .reduce(Subscription.EMPTY, Subscription::and);
  }

  Desk<Tab> desk() {
    return desk;
  }

  Stage stage() {
    return stage;
  }

  /// What is in it.
  WindowLayers layers() {
    return layers;
  }

  /// Where it stands.
  Settings.Window bounds() {
    return bounds;
  }

  void show() {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    Rectangle2D screen =
        Placement.screen(bounds, screens).orElse(Screen.getPrimary().getVisualBounds());
    boolean isReached = Placement.screen(bounds, screens).isPresent();
    stage.setX(isReached ? bounds.x() : screen.getMinX() + 80);
    stage.setY(isReached ? bounds.y() : screen.getMinY() + 80);
    stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
    stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
    stage.show();
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      workbench.desks().focus(desk);
      workbench.checkFiles();
    }
  }

  private void update() {
    beside.update();
    List<Node> parts = new ArrayList<>(List.of(groups));
    if (beside.tab().isPresent() && workbench.layout().shows(Panel.INSPECTOR).get()) {
      parts.addAll(List.of(divider, beside));
    }
    if (!body.getChildren().equals(parts)) {
      body.getChildren().setAll(parts);
    }
    Tab shown = desk.focused().shown().get();
    stage.setTitle(
        shown == null ? TEXTS.get("brand") : TEXTS.get("window.title", TabStrip.title(shown)));
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    workbench.closeTabs(desk.tabs().toList());
  }

  /// Its tabs are elsewhere, or closed.
  void close() {
    subscription.unsubscribe();
    views.removeListener(onBeside);
    scale.forget(frame);
    toolBar.dispose();
    layers.dispose();
    groups.dispose();
    beside.getChildren().clear();
    stage.hide();
    Objects.requireNonNull(stage.getScene()).setRoot(new StackPane());
  }
}
