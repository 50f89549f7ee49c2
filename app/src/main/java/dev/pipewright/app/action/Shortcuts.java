package dev.pipewright.app.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// The keys of actions: the catalog's, but where a person has chosen others. Two actions never have
/// the same keys: what a person has chosen goes before what is usual. JavaFX thread only.
public final class Shortcuts {

  private static final boolean IS_MAC = System.getProperty("os.name").startsWith("Mac");
  private static final Set<KeyCode> MODIFIERS =
      Set.of(
          KeyCode.CONTROL,
          KeyCode.SHIFT,
          KeyCode.ALT,
          KeyCode.META,
          KeyCode.COMMAND,
          KeyCode.WINDOWS,
          KeyCode.ALT_GRAPH,
          KeyCode.CAPS,
          KeyCode.NUM_LOCK,
          KeyCode.UNDEFINED);

  private final ActionCatalog catalog;
  private final ObjectProperty<Map<String, List<String>>> chosen;
  private final ObjectProperty<Map<String, List<KeyCombination>>> keys =
      new SimpleObjectProperty<>(Map.of());

  /// The usual keys.
  public Shortcuts(ActionCatalog catalog) {
    this(catalog, new SimpleObjectProperty<>(Map.of()));
  }

  /// @param chosen keys of actions that are not the usual ones, by the actions' ids, as
  ///   `KeyCombination.getName` writes them. What no action is called is left as it is
  public Shortcuts(ActionCatalog catalog, ObjectProperty<Map<String, List<String>>> chosen) {
    this.catalog = catalog;
    this.chosen = chosen;
    chosen.subscribe(now -> keys.set(resolve(now)));
  }

  private Map<String, List<KeyCombination>> resolve(Map<String, List<String>> own) {
    Map<KeyCombination, String> holders = new HashMap<>();
    Map<String, List<KeyCombination>> made = new LinkedHashMap<>();
    for (Action action : catalog.all()) {
      List<String> names = own.get(action.id());
      if (names != null) {
        made.put(action.id(), taken(action.id(), parsed(names), holders));
      }
    }
    for (Action action : catalog.all()) {
      if (!own.containsKey(action.id())) {
        made.put(action.id(), taken(action.id(), usual(action), holders));
      }
    }
    return made;
  }

  private static List<KeyCombination> taken(
      String id, List<KeyCombination> wanted, Map<KeyCombination, String> holders) {
    return wanted.stream().filter(each -> holders.putIfAbsent(each, id) == null).toList();
  }

  /// A name that this version does not know is no key.
  private static List<KeyCombination> parsed(List<String> names) {
    List<KeyCombination> made = new ArrayList<>();
    for (String name : names) {
      try {
        made.add(canonical(KeyCombination.keyCombination(name)));
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
    return made;
  }

  private static List<KeyCombination> usual(Action action) {
    String shortcut = action.shortcut();
    return shortcut == null
        ? List.of()
        : List.of(canonical(KeyCombination.keyCombination(shortcut)));
  }

  /// But on a Mac, `Ctrl` and `Shortcut` are one key.
  private static KeyCombination canonical(KeyCombination read) {
    boolean isControl =
        read instanceof KeyCodeCombination keys && keys.getControl() == ModifierValue.DOWN;
    return isControl && !IS_MAC
        ? KeyCombination.keyCombination(read.getName().replace("Ctrl", "Shortcut"))
        : read;
  }

  /// The keys of all actions, by their ids.
  public ObservableValue<Map<String, List<KeyCombination>>> keys() {
    return keys;
  }

  /// The keys of an action; the first is the one that menus show.
  public List<KeyCombination> of(String id) {
    return keys.get().getOrDefault(id, List.of());
  }

  /// The first keys of an action as people write them, `Ctrl+K`; empty when it has none.
  public String text(String id) {
    return of(id).stream().findFirst().map(KeyCombination::getDisplayText).orElse("");
  }

  /// The action that has these keys.
  public Optional<Action> holder(KeyCombination wanted) {
    return catalog.all().stream().filter(a -> of(a.id()).contains(wanted)).findFirst();
  }

  /// Whether an action has other keys than usual.
  public boolean isChanged(String id) {
    return !of(id).equals(usual(catalog.get(id)));
  }

  /// Gives an action one more combination, and takes it from the one that has it.
  public void add(String id, KeyCombination added) {
    Map<String, List<String>> now = new TreeMap<>(chosen.get());
    holder(added).ifPresent(other -> now.put(other.id(), names(without(other.id(), added))));
    List<KeyCombination> all = new ArrayList<>(without(id, added));
    all.add(added);
    now.put(id, names(all));
    choose(now);
  }

  /// Gives an action another combination in place of one that it has, and takes it from the one
  /// that has it.
  public void replace(String id, KeyCombination old, KeyCombination added) {
    Map<String, List<String>> now = new TreeMap<>(chosen.get());
    holder(added).ifPresent(other -> now.put(other.id(), names(without(other.id(), added))));
    List<KeyCombination> all = new ArrayList<>(without(id, added));
    all.replaceAll(each -> each.equals(old) ? added : each);
    now.put(id, names(all));
    choose(now);
  }

  /// Takes a combination from an action.
  public void remove(String id, KeyCombination removed) {
    Map<String, List<String>> now = new TreeMap<>(chosen.get());
    now.put(id, names(without(id, removed)));
    choose(now);
  }

  private List<KeyCombination> without(String id, KeyCombination removed) {
    return of(id).stream().filter(each -> !each.equals(removed)).toList();
  }

  private static List<String> names(List<KeyCombination> combinations) {
    return combinations.stream().map(KeyCombination::getName).toList();
  }

  /// Gives an action its usual keys, and takes them from those that have them.
  public void reset(String id) {
    List<KeyCombination> usual = usual(catalog.get(id));
    Map<String, List<String>> now = new TreeMap<>(chosen.get());
    now.remove(id);
    for (KeyCombination each : usual) {
      holder(each)
          .filter(other -> !other.id().equals(id))
          .ifPresent(other -> now.put(other.id(), names(without(other.id(), each))));
    }
    choose(now);
  }

  /// Gives all actions their usual keys.
  public void resetAll() {
    chosen.set(Map.of());
  }

  /// What is as usual need not be said.
  private void choose(Map<String, List<String>> wanted) {
    Map<String, List<String>> now = new TreeMap<>(wanted);
    for (Action action : catalog.all()) {
      if (names(usual(action)).equals(now.get(action.id()))) {
        now.remove(action.id());
      }
    }
    chosen.set(now);
  }

  /// The combination that a person presses; empty while only Ctrl and its like are down.
  public static Optional<KeyCombination> pressed(KeyEvent event) {
    if (MODIFIERS.contains(event.getCode())) {
      return Optional.empty();
    }
    List<Modifier> modifiers = new ArrayList<>();
    if (event.isShortcutDown()) {
      modifiers.add(KeyCombination.SHORTCUT_DOWN);
    } else if (event.isControlDown()) {
      modifiers.add(KeyCombination.CONTROL_DOWN);
    }
    if (event.isShiftDown()) {
      modifiers.add(KeyCombination.SHIFT_DOWN);
    }
    if (event.isAltDown()) {
      modifiers.add(KeyCombination.ALT_DOWN);
    }
    return Optional.of(new KeyCodeCombination(event.getCode(), modifiers.toArray(Modifier[]::new)));
  }

  /// Whether keys would be lost in a text field: they write a character, or move in it.
  public static boolean isTyping(KeyCombination wanted) {
    if (!(wanted instanceof KeyCodeCombination keys)) {
      return true;
    }
    boolean hasModifier =
        keys.getControl() == ModifierValue.DOWN
            || keys.getShortcut() == ModifierValue.DOWN
            || keys.getAlt() == ModifierValue.DOWN
            || keys.getMeta() == ModifierValue.DOWN;
    KeyCode code = keys.getCode();
    boolean isFree = code.isFunctionKey() || code == KeyCode.DELETE || code == KeyCode.INSERT;
    return !hasModifier && !isFree;
  }
}
