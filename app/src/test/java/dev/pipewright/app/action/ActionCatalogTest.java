package dev.pipewright.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ActionCatalogTest {

  private final List<String> done = new ArrayList<>();
  private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);

  private Action action(String id, String shortcut) {
    return new Action(id, id, "mdi2p-play", shortcut, enabled, null, () -> done.add(id));
  }

  @Test
  void findsActionsInTheOrderInWhichTheyCame() {
    Action run = action("run", "F5");
    Action stop = action("stop", null);
    ActionCatalog catalog = new ActionCatalog(List.of(run, stop), List.of());
    assertEquals(List.of(run, stop), List.copyOf(catalog.all()));
    assertEquals(stop, catalog.get("stop"));
    assertThrows(IllegalArgumentException.class, () -> catalog.get("walk"));
  }

  @Test
  void refusesTwoOfOneNameOrShortcut() {
    List<Action> names = List.of(action("run", null), action("run", null));
    assertThrows(IllegalArgumentException.class, () -> new ActionCatalog(names, List.of()));
    List<Action> keys = List.of(action("run", "F5"), action("stop", "F5"));
    assertThrows(IllegalArgumentException.class, () -> new ActionCatalog(keys, List.of()));
  }

  @Test
  void refusesMenusOfActionsThatAreNotThere() {
    List<ActionMenu> menus = List.of(new ActionMenu("Run", List.of(List.of("walk"))));
    assertThrows(IllegalArgumentException.class, () -> new ActionCatalog(List.of(), menus));
  }

  @Test
  void doesOnlyWhatIsEnabled() {
    Action run = action("run", null);
    run.perform();
    enabled.set(false);
    run.perform();
    assertEquals(List.of("run"), done);
  }
}
