package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;

/// The first line of the window: brand, menus, and the folder of the shown project.
final class TopBar extends HBox {

  private static final Texts TEXTS = Texts.of(TopBar.class);

  private static final double MARK = 18;

  private final Workbench workbench;
  private final Group mark = mark();
  private final ObservableValue<String> folder;

  TopBar(Workbench workbench, ActionControls controls) {
    this.workbench = workbench;
    getStyleClass().add("top-bar");
    Label brand = new Label(TEXTS.get("brand"), mark);
    brand.getStyleClass().addAll("brand", "semibold");
    MenuBar menus = new MenuBar();
    menus.getMenus().setAll(controls.menus());
    recent(menus.getMenus().getFirst());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label place = new Label(null, Icons.of("mdi2f-folder-outline", "icon-14", "muted"));
    place.getStyleClass().addAll("caption", "muted", "top-folder");
    folder =
        workbench
            .active()
            .flatMap(tab -> tab.project().file())
            .map(file -> folder(Objects.requireNonNull(file)))
            .orElse("");
    folder.subscribe(text -> show(place));
    workbench.selected().subscribe(tab -> show(place));
    menus.setMinWidth(USE_PREF_SIZE);
    brand.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(brand, menus, space, place);
  }

  private void show(Label place) {
    boolean isNone = workbench.selected().get() == null;
    place.setText(isNone ? TEXTS.get("top.none") : folder.getValue());
    place.setVisible(!place.getText().isEmpty());
  }

  /// The folder of a file.
  static String folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? "" : shortened(folder);
  }

  /// The home folder is written as people write it.
  static String shortened(Path path) {
    Path home = Path.of(System.getProperty("user.home"));
    return path.startsWith(home) && !path.equals(home)
        ? "~/" + home.relativize(path).toString().replace('\\', '/')
        : path.toString();
  }

  private void recent(Menu file) {
    Menu recent = new Menu(TEXTS.get("menu.recent"));
    recent.setGraphic(Icons.of("mdi2h-history"));
    file.getItems().add(2, recent);
    file.getItems().add(2, new SeparatorMenuItem());
    workbench.recent().subscribe(() -> fill(recent));
    fill(recent);
  }

  private void fill(Menu recent) {
    recent.getItems().setAll(workbench.recent().stream().map(this::item).toList());
    recent.setDisable(workbench.recent().isEmpty());
  }

  private MenuItem item(Path file) {
    MenuItem item = new MenuItem(shortened(file));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> workbench.open(file));
    return item;
  }

  /// The brand's mark as a picture, once it is on the screen.
  Image icon(double size) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(Transform.scale(size / MARK, size / MARK));
    return mark.snapshot(parameters, null);
  }

  /// The brand's mark: two nodes with a link, 18 pixels wide.
  static Group mark() {
    Rectangle ground = styled(new Rectangle(24, 24), "mark-ground");
    ground.setArcWidth(12);
    ground.setArcHeight(12);
    SVGPath link = new SVGPath();
    link.setContent("M7 7.5H10.5C13.5 7.5 10.5 16.5 13.5 16.5H17");
    Group mark =
        new Group(
            ground,
            styled(link, "mark-link"),
            styled(new Circle(6.8, 7.5, 2.6), "mark-node"),
            styled(new Circle(17.2, 16.5, 2.6), "mark-node"),
            styled(new Circle(17.2, 7.5, 1.7), "mark-free"));
    mark.setScaleX(MARK / 24);
    mark.setScaleY(MARK / 24);
    return new Group(mark);
  }

  private static <S extends Shape> S styled(S shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    return shape;
  }
}
