package dev.pipewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class HandsTest {
  @Test
  void clicksAButton(Hands hands) {
    AtomicInteger clicks = new AtomicInteger();
    Button button = new Button("Run");
    Fx.run(() -> button.setOnAction(event -> clicks.incrementAndGet()));
    show(button);
    hands.click(button);
    assertEquals(1, clicks.get());
  }

  @Test
  void countsADoubleClick(Hands hands) {
    List<Integer> counts = new ArrayList<>();
    Pane pane = new Pane();
    Fx.run(() -> pane.setOnMouseClicked(event -> counts.add(event.getClickCount())));
    Fx.show(pane, 300, 200);
    hands.doubleClick(pane);
    assertEquals(List.of(1, 2), counts);
  }

  @Test
  void typesCapitalsSignsAndForeignLetters(Hands hands) {
    TextField field = new TextField();
    show(field);
    hands.click(field).type("Label_xf: \"Größe\" {0.5}+#");
    assertEquals("Label_xf: \"Größe\" {0.5}+#", field.getText());
  }

  @Test
  void typesLinesIntoATextArea(Hands hands) {
    TextArea area = new TextArea();
    show(area);
    hands.click(area).type("one\ntwo");
    assertEquals("one\ntwo", area.getText());
  }

  @Test
  void copiesAndPastesByShortcut(Hands hands) {
    TextField from = new TextField();
    TextField to = new TextField();
    show(from, to);
    hands.click(from).type("span-1").press(KeyCode.CONTROL, KeyCode.A);
    hands.press(KeyCode.CONTROL, KeyCode.C).press(KeyCode.TAB).press(KeyCode.CONTROL, KeyCode.V);
    assertEquals("span-1", to.getText());
  }

  @Test
  void selectsTextWithShiftAndArrows(Hands hands) {
    TextField field = new TextField("pipeline");
    show(field);
    hands.click(field).press(KeyCode.HOME);
    hands.press(KeyCode.SHIFT, KeyCode.RIGHT).press(KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals("pi", field.getSelectedText());
  }

  @Test
  void firesAnAccelerator(Hands hands) {
    AtomicInteger saves = new AtomicInteger();
    Scene scene = show(new TextField());
    Fx.run(
        () ->
            scene
                .getAccelerators()
                .put(
                    new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN),
                    saves::incrementAndGet));
    hands.press(KeyCode.CONTROL, KeyCode.S);
    assertEquals(1, saves.get());
  }

  @Test
  void traversesTheFocusWithTab(Hands hands) {
    TextField first = new TextField();
    CheckBox second = new CheckBox("cache");
    show(first, second);
    hands.click(first).press(KeyCode.TAB).press(KeyCode.SPACE);
    assertTrue(second.isSelected());
  }

  @Test
  void dragsWithTheButtonDown(Hands hands) {
    Pane pane = new Pane();
    List<String> drags = new ArrayList<>();
    Fx.run(
        () ->
            pane.setOnMouseDragged(
                event -> drags.add(event.getX() + " " + event.isPrimaryButtonDown())));
    Fx.show(pane, 400, 300);
    hands.drag(new Point2D(10, 10), new Point2D(90, 10));
    assertEquals("20.0 true", drags.getFirst());
    assertEquals("90.0 true", drags.getLast());
  }

  @Test
  void dragsOnBeyondTheWindow(Hands hands) {
    Pane pane = new Pane();
    AtomicReference<Double> lastX = new AtomicReference<>();
    Fx.run(() -> pane.setOnMouseDragged(event -> lastX.set(event.getX())));
    Fx.show(pane, 200, 100);
    hands.drag(new Point2D(100, 50), new Point2D(500, 50));
    assertEquals(500, lastX.get());
  }

  @Test
  void dragsASlider(Hands hands) {
    Slider slider = new Slider(0, 100, 0);
    Fx.show(new VBox(slider), 300, 100);
    hands.drag(slider.lookup(".thumb"), slider);
    assertEquals(50, slider.getValue(), 3);
  }

  @Test
  void dragsADivider(Hands hands) {
    SplitPane split = new SplitPane(new Pane(), new Pane());
    Fx.show(split, 400, 200);
    hands.drag(new Point2D(200, 100), new Point2D(300, 100));
    assertEquals(0.75, split.getDividerPositions()[0], 0.02);
  }

  @Test
  void carriesModifiersAndButtonsOnMouseEvents(Hands hands) {
    List<String> presses = new ArrayList<>();
    Pane pane = new Pane();
    Fx.run(() -> pane.setOnMousePressed(event -> presses.add(describe(event))));
    Fx.show(pane, 300, 200);
    hands.moveTo(pane).hold(KeyCode.SHIFT).click().release(KeyCode.SHIFT);
    hands.hold(KeyCode.CONTROL).hold(KeyCode.ALT).click(MouseButton.SECONDARY);
    hands.release(KeyCode.ALT).release(KeyCode.CONTROL).click(MouseButton.MIDDLE);
    assertEquals(List.of("PRIMARY shift", "SECONDARY ctrl alt", "MIDDLE"), presses);
  }

  @Test
  void selectsSeveralWithControl(Hands hands) {
    ListView<String> list = new ListView<>();
    Fx.run(
        () -> {
          list.getItems().setAll("train", "eval", "test");
          list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        });
    Fx.show(list, 200, 200);
    hands.click(Hands.pointIn(list, 40, 12)).hold(KeyCode.CONTROL);
    hands.click(Hands.pointIn(list, 40, 60)).release(KeyCode.CONTROL);
    assertEquals(
        List.of("train", "test"), List.copyOf(list.getSelectionModel().getSelectedItems()));
  }

  @Test
  void scrollsAPane(Hands hands) {
    Region tall = new Region();
    Fx.run(() -> tall.setMinSize(100, 2000));
    ScrollPane pane = new ScrollPane(tall);
    Fx.show(pane, 200, 200);
    hands.moveTo(pane).scroll(3);
    assertTrue(pane.getVvalue() > 0);
    hands.scroll(-3);
    assertEquals(0, pane.getVvalue());
  }

  @Test
  void scrollsWithControlHeld(Hands hands) {
    List<String> scrolls = new ArrayList<>();
    Pane pane = new Pane();
    Fx.run(
        () ->
            pane.addEventHandler(
                ScrollEvent.SCROLL,
                event -> scrolls.add(event.getDeltaY() + " " + event.isControlDown())));
    Fx.show(pane, 200, 200);
    hands.moveTo(pane).hold(KeyCode.CONTROL).scroll(-1);
    hands.release(KeyCode.CONTROL).scroll(1);
    assertEquals(List.of("40.0 true", "-40.0 false"), scrolls);
  }

  @Test
  void entersAndLeavesWhatTheMousePasses(Hands hands) {
    Button button = new Button("Run");
    show(button);
    hands.moveTo(button);
    assertTrue(button.isHover());
    hands.moveTo(new Point2D(1000, 1000));
    assertFalse(button.isHover());
  }

  @Test
  void letsGoOfWhatTheLastTestHeld(Hands hands) {
    Pane pane = new Pane();
    AtomicReference<String> press = new AtomicReference<>();
    Fx.run(() -> pane.setOnMousePressed(event -> press.set(describe(event))));
    Fx.show(pane, 300, 200);
    hands.hold(KeyCode.SHIFT).moveTo(pane).press(MouseButton.SECONDARY);
    Fx.run(Hands::letGo);
    hands.click();
    assertEquals("PRIMARY", press.get());
  }

  private static Scene show(Node... nodes) {
    Parent root = new VBox(10, nodes);
    return Fx.show(root, 400, 300);
  }

  private static String describe(MouseEvent event) {
    return event.getButton()
        + (event.isShiftDown() ? " shift" : "")
        + (event.isControlDown() ? " ctrl" : "")
        + (event.isAltDown() ? " alt" : "");
  }
}
