package dev.pipewright.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// However an action is drawn, it is the same one.
@ExtendWith(FxToolkit.class)
class ActionControlsTest {

  private final List<String> done = new ArrayList<>();
  private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty dark = new SimpleBooleanProperty();
  private final ActionControls controls =
      new ActionControls(
          new ActionCatalog(
              List.of(
                  action("run", "Run_it", "F5", null),
                  action("theme", "Dark", null, dark),
                  action("hidden", "Hidden", "F6", null)),
              List.of(new ActionMenu("All", List.of(List.of("run"), List.of("theme"))))));

  private Action action(String id, String name, String shortcut, SimpleBooleanProperty selected) {
    return new Action(id, name, "mdi2p-play", shortcut, enabled, selected, () -> done.add(id));
  }

  @Test
  void aMenuHasItsActionsWithLinesBetweenGroups() {
    Menu menu = Fx.call(() -> controls.menus().getFirst());
    assertEquals("All", menu.getText());
    assertEquals(3, menu.getItems().size());
    MenuItem run = menu.getItems().get(0);
    assertEquals("Run_it", run.getText());
    assertFalse(run.isMnemonicParsing());
    assertEquals("F5", run.getAccelerator().getDisplayText());
    assertInstanceOf(SeparatorMenuItem.class, menu.getItems().get(1));
    CheckMenuItem theme = assertInstanceOf(CheckMenuItem.class, menu.getItems().get(2));
    Fx.run(() -> theme.setSelected(true));
    assertTrue(dark.get());
    Fx.run(run::fire);
    assertEquals(List.of("run"), done);
  }

  @Test
  void whatCannotBeDoneIsDrawnSoEverywhere() {
    MenuItem item = Fx.call(() -> controls.item("run"));
    Button button = Fx.call(() -> controls.button("run"));
    ButtonBase icon = Fx.call(() -> controls.iconButton("run"));
    Fx.run(() -> enabled.set(false));
    assertTrue(item.isDisable());
    assertTrue(button.isDisable());
    assertTrue(icon.isDisable());
  }

  @Test
  void anIconIsNamedByItsTipAndForWhoCannotSeeIt() {
    ButtonBase run = Fx.call(() -> controls.iconButton("run"));
    assertNull(run.getText());
    assertEquals("Run_it", run.getAccessibleText());
    assertEquals("Run_it  F5", run.getTooltip().getText());
    assertInstanceOf(ToggleButton.class, Fx.call(() -> controls.iconButton("theme")));
  }

  @Test
  void keysOfActionsInNoMenuAreHeardWhileTheyAreEnabled(Hands hands) {
    Scene scene = Fx.show(Fx.call(() -> new HBox(controls.button("run"))), 200, 100);
    Fx.run(() -> controls.listen(scene));
    hands.press(KeyCode.F6);
    Fx.run(() -> enabled.set(false));
    hands.press(KeyCode.F6);
    assertEquals(List.of("hidden"), done);
  }
}
