package dev.pipewright.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.desk.Place.Group;
import dev.pipewright.app.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesksTest {

  private static final Function<String, Optional<String>> NAMES =
      tab -> tab.startsWith("~") ? Optional.empty() : Optional.of(tab);

  private final ObservableList<String> tabs = FXCollections.observableArrayList();
  private final ObjectProperty<String> selected = new SimpleObjectProperty<>();
  private final Desks<String> desks = new Desks<>(tabs, selected);

  private void open(String... names) {
    for (String name : names) {
      tabs.add(name);
      selected.set(name);
    }
  }

  private Group<String> groupOf(String tab) {
    return desks.groupOf(tab).orElseThrow();
  }

  /// `[a b*] | [c*]`, windows by semicolons.
  private String drawn() {
    List<String> windows = new ArrayList<>();
    desks.all().forEach(desk -> windows.add(drawn(desk.root().get())));
    return String.join("; ", windows);
  }

  private static String drawn(Place<String> place) {
    return switch (place) {
      case Group<String> group ->
          "["
              + String.join(
                  " ",
                  group.tabs().stream()
                      .map(tab -> tab.equals(group.shown().get()) ? tab + "*" : tab)
                      .toList())
              + "]";
      case Place.Split<String> split ->
          "("
              + String.join(
                  split.orientation() == Orientation.HORIZONTAL ? " | " : " / ",
                  split.parts().stream().map(DesksTest::drawn).toList())
              + ")";
    };
  }

  @Test
  void newTabsComeIntoTheGroupThatIsWorkedIn() {
    open("a", "b");
    desks.split("b", groupOf("b"), Side.RIGHT);
    open("c");
    assertEquals("([a*] | [b c*])", drawn());
    selected.set("a");
    open("d");
    assertEquals("([a d*] | [b c*])", drawn());
  }

  @Test
  void splitsBesideAndBelow() {
    open("a", "b", "c", "d");
    desks.split("b", groupOf("a"), Side.RIGHT);
    desks.split("c", groupOf("b"), Side.BOTTOM);
    desks.split("d", groupOf("a"), Side.LEFT);
    assertEquals("([d*] | [a*] | ([b*] / [c*]))", drawn());
    assertEquals("d", selected.get());
    assertFalse(desks.canSplit("d", groupOf("d")));
    desks.split("d", groupOf("d"), Side.TOP);
    assertEquals("([d*] | [a*] | ([b*] / [c*]))", drawn());
  }

  @Test
  void movesAlongAGroupAndToOthers() {
    open("a", "b", "c");
    desks.move("a", groupOf("a"), 2);
    assertEquals("[b a* c]", drawn());
    desks.move("c", groupOf("c"), 0);
    assertEquals("[c* b a]", drawn());
    desks.move("c", groupOf("c"), 1);
    assertEquals("[c* b a]", drawn());
    desks.split("a", groupOf("a"), Side.RIGHT);
    desks.move("b", groupOf("a"), 0);
    assertEquals("([c*] | [b* a])", drawn());
    desks.moveOn("c");
    assertEquals("[b a c*]", drawn());
  }

  @Test
  void windowsComeAndGoWithTheirTabs() {
    open("a", "b", "c");
    Desk<String> own = desks.detach("b");
    assertEquals("[a c*]; [b*]", drawn());
    assertSame(own, desks.focused());
    open("d");
    assertEquals("[a c*]; [b d*]", drawn());
    desks.dock(own);
    assertEquals("[a c b d*]", drawn());
    desks.detach("d");
    tabs.remove("d");
    assertEquals("[a c b*]", drawn());
    assertSame(desks.main(), desks.focused());
  }

  @Test
  void focusFollowsWindowsAndGroups() {
    open("a", "b");
    Desk<String> own = desks.detach("b");
    desks.focus(desks.main());
    assertEquals("a", selected.get());
    desks.focus(own);
    assertEquals("b", selected.get());
    desks.focus(groupOf("a"));
    assertEquals("a", selected.get());
  }

  @Test
  void whatComesAfterAClosedTabIsItsNeighbour() {
    open("a", "b", "c");
    assertEquals(Optional.of("c"), desks.after("b"));
    assertEquals(Optional.of("b"), desks.after("c"));
    desks.split("b", groupOf("b"), Side.RIGHT);
    assertEquals(Optional.of("c"), desks.after("b"));
    tabs.remove("b");
    assertEquals("[a c*]", drawn());
    tabs.clear();
    assertEquals("[]", drawn());
    assertEquals(Optional.empty(), desks.all().stream().skip(1).findFirst());
  }

  @Test
  void comesBackAsItWasKept(@TempDir Path folder) {
    open("a", "b", "c", "~viewer", "d");
    desks.split("b", groupOf("a"), Side.RIGHT);
    desks.split("c", groupOf("b"), Side.BOTTOM);
    desks.detach("d");
    Place.Split<String> split = (Place.Split<String>) desks.main().root().get();
    split.setWeights(List.of(0.25, 0.75));
    LayoutFile file = new LayoutFile(folder);
    LayoutFile.Kept kept =
        new LayoutFile.Kept(
            desks.layout(NAMES), List.of(new Settings.Window(10, 20, 900, 600, false)));
    file.write(kept);
    assertEquals(kept, file.read());

    ObservableList<String> again = FXCollections.observableArrayList("a", "b", "c", "d", "new");
    Desks<String> restored = new Desks<>(again, new SimpleObjectProperty<>("a"));
    restored.restore(file.read().layout(), NAMES);
    assertEquals(kept.layout().windows().get(1), restored.layout(NAMES).windows().get(1));
    assertEquals("([a* new] | ([b*] / [c*]))", drawn(restored.main().root().get()));
    assertEquals(
        List.of(0.25, 0.75), ((Place.Split<String>) restored.main().root().get()).weights());
  }

  @Test
  void whatIsGoneIsLeftOut(@TempDir Path folder) throws Exception {
    open("a", "b", "c");
    desks.split("b", groupOf("a"), Side.RIGHT);
    desks.detach("c");
    DeskLayout layout = desks.layout(NAMES);
    ObservableList<String> again = FXCollections.observableArrayList("b");
    Desks<String> restored = new Desks<>(again, new SimpleObjectProperty<>("b"));
    restored.restore(layout, NAMES);
    assertEquals("[b*]", drawn(restored.main().root().get()));
    assertEquals(1, restored.all().size());
    Files.writeString(folder.resolve("layout.json"), "{\"windows\": [3]}");
    assertEquals(LayoutFile.Kept.NONE.windows(), new LayoutFile(folder).read().windows());
    Files.writeString(folder.resolve("layout.json"), "{\"windows\":");
    assertEquals(LayoutFile.Kept.NONE, new LayoutFile(folder).read());
  }

  @Test
  void everyTabIsInOneGroupWhateverIsDone() {
    Random random = new Random(7);
    int next = 0;
    for (int i = 0; i < 3000; i++) {
      if (tabs.size() < 3 || random.nextInt(6) == 0 && tabs.size() < 12) {
        open("t" + next++);
      }
      String tab = tabs.get(random.nextInt(tabs.size()));
      List<Group<String>> groups = desks.groups();
      Group<String> group = groups.get(random.nextInt(groups.size()));
      switch (random.nextInt(8)) {
        case 0 -> desks.split(tab, group, Side.values()[random.nextInt(4)]);
        case 1 -> desks.move(tab, group, random.nextInt(group.tabs().size() + 1));
        case 2 -> desks.detach(tab);
        case 3 -> desks.moveOn(tab);
        case 4 -> desks.dock(desks.all().get(random.nextInt(desks.all().size())));
        case 5 -> selected.set(tab);
        case 6 -> desks.focus(group);
        default -> {
          if (selected.get() != null && selected.get().equals(tab)) {
            selected.set(desks.after(tab).orElse(null));
          }
          tabs.remove(tab);
        }
      }
      List<String> placed = new ArrayList<>();
      desks.groups().forEach(each -> placed.addAll(each.tabs()));
      assertEquals(tabs.stream().sorted().toList(), placed.stream().sorted().toList());
      assertTrue(
          desks.groups().stream()
              .allMatch(
                  each ->
                      each.tabs().isEmpty()
                          ? each == desks.main().root().get()
                          : each.tabs().contains(each.shown().get())));
    }
  }
}
