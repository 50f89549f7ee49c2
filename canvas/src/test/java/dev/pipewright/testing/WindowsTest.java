package dev.pipewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Popups, dialogs, focus between windows, drag and drop, and what the screen shows of them.
@ExtendWith(FxToolkit.class)
class WindowsTest {
  @Test
  void choosesFromAComboBox(Hands hands) {
    ComboBox<String> combo = new ComboBox<>();
    Fx.run(() -> combo.getItems().setAll("Adam", "Adagrad", "SGD"));
    show(combo);
    hands.click(combo).click(node("Adagrad"));
    assertEquals("Adagrad", combo.getValue());
    assertFalse(combo.isShowing());
  }

  @Test
  void choosesFromAMenuBar(Hands hands) {
    List<String> chosen = new ArrayList<>();
    MenuItem save = item("Save", chosen);
    Menu file = new Menu("File", null, item("Open…", chosen), save);
    show(new MenuBar(file));
    hands.click(node("File")).click(node("Save"));
    assertEquals(List.of("Save"), chosen);
  }

  @Test
  void opensAContextMenuAndClosesItByAPressOutside(Hands hands) {
    Pane pane = new Pane();
    ContextMenu menu = new ContextMenu(new MenuItem("Run to here"));
    Fx.run(
        () ->
            pane.setOnContextMenuRequested(
                event -> menu.show(pane, event.getScreenX(), event.getScreenY())));
    Fx.show(pane, 400, 300);
    hands.rightClick(pane);
    assertTrue(menu.isShowing());
    hands.click(new Point2D(1500, 900));
    assertFalse(menu.isShowing());
  }

  @Test
  void closesAMenuWithEscape(Hands hands) {
    Menu file = new Menu("File", null, new MenuItem("Save"));
    show(new MenuBar(file));
    hands.click(node("File"));
    assertTrue(file.isShowing());
    hands.press(KeyCode.ESCAPE);
    assertFalse(file.isShowing());
  }

  @Test
  void showsATooltipUnderTheMouse(Hands hands) {
    Button button = new Button("Run");
    Tooltip tooltip = new Tooltip("Runs the pipeline");
    Fx.run(
        () -> {
          tooltip.setShowDelay(Duration.millis(50));
          button.setTooltip(tooltip);
        });
    show(button);
    hands.moveTo(button).moveBy(1, 0);
    Fx.await("the tooltip", tooltip::isShowing);
  }

  @Test
  void answersAnAlert(Hands hands) {
    AtomicReference<Optional<ButtonType>> answer = new AtomicReference<>();
    show(new Label("behind"));
    Platform.runLater(
        () -> answer.set(new Alert(Alert.AlertType.CONFIRMATION, "Stop the run?").showAndWait()));
    Fx.await("the alert", () -> Window.getWindows().size() == 2);
    Fx.settle();
    hands.click(node("Cancel"));
    Fx.await("its end", () -> answer.get() != null);
    assertEquals(Optional.of(ButtonType.CANCEL), answer.get());
  }

  @Test
  void keepsClicksFromAWindowThatADialogBlocks(Hands hands) {
    List<String> clicks = new ArrayList<>();
    Button button = new Button("Run");
    Fx.run(() -> button.setOnAction(event -> clicks.add("Run")));
    Scene scene = show(button);
    Stage dialog = Fx.call(() -> dialogOver(scene));
    hands.click(button);
    assertEquals(List.of(), clicks);
    Fx.run(dialog::close);
    hands.click(button);
    assertEquals(List.of("Run"), clicks);
  }

  @Test
  void movesTheFocusBetweenWindows(Hands hands) {
    TextField first = new TextField();
    TextField second = new TextField();
    Window left = show(first).getWindow();
    Window right = show(second).getWindow();
    Fx.run(() -> right.setX(600));
    Fx.settle();
    assertTrue(right.isFocused());
    hands.click(first).type("x");
    assertTrue(left.isFocused());
    assertFalse(right.isFocused());
    Fx.run(left::hide);
    Fx.settle();
    assertTrue(right.isFocused());
    assertEquals("x", first.getText());
  }

  @Test
  void dragsAndDropsInsideAScene(Hands hands) {
    Label source = new Label("StatisticsGen");
    Pane target = new Pane();
    Fx.run(() -> target.setMinSize(200, 200));
    List<String> events = offer(source, target);
    Fx.show(new HBox(50, source, target), 500, 300);
    hands.drag(source, target);
    assertEquals(List.of("entered", "dropped StatisticsGen MOVE", "done MOVE"), events);
  }

  @Test
  void copiesInADragWithControl(Hands hands) {
    Label source = new Label("StatisticsGen");
    Pane target = new Pane();
    Fx.run(() -> target.setMinSize(200, 200));
    List<String> events = offer(source, target);
    Fx.show(new HBox(50, source, target), 500, 300);
    hands.hold(KeyCode.CONTROL).drag(source, target).release(KeyCode.CONTROL);
    assertEquals(List.of("entered", "dropped StatisticsGen COPY", "done COPY"), events);
  }

  @Test
  void givesADragUpWithEscape(Hands hands) {
    Label source = new Label("StatisticsGen");
    Pane target = new Pane();
    Fx.run(() -> target.setMinSize(200, 200));
    List<String> events = offer(source, target);
    Fx.show(new HBox(50, source, target), 500, 300);
    hands.moveTo(source).press(MouseButton.PRIMARY);
    hands.glideTo(Hands.middle(target)).press(KeyCode.ESCAPE);
    hands.release(MouseButton.PRIMARY);
    assertEquals(List.of("entered", "done null"), events);
  }

  @Test
  void drawsAWindowBeyondAThousandPixels() {
    Pane pane = new Pane();
    Fx.run(() -> pane.setStyle("-fx-background-color: #123456"));
    Fx.show(pane, 1600, 1000);
    assertEquals(Color.web("#123456"), Screens.all().getPixelReader().getColor(1599, 999));
    assertEquals(Color.BLACK, Screens.all().getPixelReader().getColor(1601, 999));
  }

  @Test
  void showsPopupsOverWindows(Hands hands) {
    ComboBox<String> combo = new ComboBox<>();
    Fx.run(() -> combo.getItems().setAll("Adam", "Adagrad", "SGD"));
    show(combo);
    Color closed = Screens.all().getPixelReader().getColor(15, 40);
    hands.click(combo);
    Color open = Screens.all().getPixelReader().getColor(15, 40);
    assertFalse(closed.equals(open), "the popup is not in the picture");
  }

  @Test
  void maximizesAndRestores() {
    Scene scene = show(new Label("workbench"));
    Stage stage = (Stage) scene.getWindow();
    Fx.run(() -> stage.setMaximized(true));
    Fx.settle();
    assertEquals("2560.0 x 1600.0", size(stage));
    Fx.run(() -> stage.setMaximized(false));
    Fx.settle();
    assertEquals("400.0 x 300.0", size(stage));
  }

  @Test
  void keepsToTheLeastSize() {
    Stage stage = (Stage) show(new Label("workbench")).getWindow();
    Fx.run(
        () -> {
          stage.setMinWidth(300);
          stage.setWidth(100);
        });
    Fx.settle();
    assertEquals("300.0 x 300.0", size(stage));
  }

  private static List<String> offer(Label source, Pane target) {
    List<String> events = new ArrayList<>();
    source.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(source.getText());
          source.startDragAndDrop(TransferMode.ANY).setContent(content);
          event.consume();
        });
    source.setOnDragDone(event -> events.add("done " + event.getTransferMode()));
    target.setOnDragEntered(event -> events.add("entered"));
    target.setOnDragOver(event -> event.acceptTransferModes(TransferMode.ANY));
    target.setOnDragDropped(
        event -> {
          events.add("dropped " + event.getDragboard().getString() + " " + event.getTransferMode());
          event.setDropCompleted(true);
        });
    return events;
  }

  private static Stage dialogOver(Scene scene) {
    Stage dialog = new Stage();
    dialog.initOwner(scene.getWindow());
    dialog.initModality(Modality.WINDOW_MODAL);
    dialog.setScene(new Scene(new Label("dialog"), 100, 50));
    dialog.setX(900);
    dialog.show();
    return dialog;
  }

  private static Scene show(Node node) {
    return Fx.show(new VBox(node), 400, 300);
  }

  private static MenuItem item(String text, List<String> chosen) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> chosen.add(text));
    return item;
  }

  private static String size(Stage stage) {
    return Fx.call(() -> stage.getWidth() + " x " + stage.getHeight());
  }

  /// The node that shows a text, in whatever window.
  private static Node node(String text) {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing shows " + text)));
  }
}
