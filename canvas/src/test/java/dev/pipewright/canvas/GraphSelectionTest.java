package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.SetChangeListener;
import org.junit.jupiter.api.Test;

class GraphSelectionTest {

  private final GraphSelection selection = new GraphSelection();
  private final List<String> heard = new ArrayList<>();

  private void listen() {
    SetChangeListener<String> listener =
        change ->
            heard.add(
                change.wasAdded()
                    ? "+" + change.getElementAdded()
                    : "-" + change.getElementRemoved());
    selection.nodes().addListener(listener);
    selection.links().addListener(listener);
  }

  @Test
  void listenersHearOfDifferencesAlone() {
    selection.selectNodes(List.of("a", "b"));
    listen();
    selection.selectNodes(List.of("b", "c"));
    assertEquals(List.of("-a", "+c"), heard);
    assertEquals(Set.of("b", "c"), Set.copyOf(selection.nodes()));
  }

  @Test
  void nodesAndLinksAreSelectedOneOrTheOther() {
    selection.selectNodes(List.of("a"));
    selection.selectLinks(List.of("l"));
    assertEquals(Set.of(), selection.nodes());
    selection.selectNodes(List.of("a"));
    assertEquals(Set.of(), selection.links());
  }

  @Test
  void toggledKeysAreAddedToBoth() {
    selection.selectNodes(List.of("a"));
    selection.linkKeys().toggle("l");
    selection.nodeKeys().toggle("b");
    assertEquals(Set.of("a", "b"), selection.nodes());
    assertEquals(Set.of("l"), selection.links());
    selection.nodeKeys().toggle("a");
    selection.linkKeys().toggle("l");
    assertEquals(Set.of("b"), selection.nodes());
    assertEquals(Set.of(), selection.links());
  }

  @Test
  void whatIsAddedLastStandsLast() {
    selection.selectNodes(List.of("a", "b", "c"));
    selection.nodeKeys().addLast("a");
    assertEquals(List.of("b", "c", "a"), List.copyOf(selection.nodes()));
  }

  @Test
  void onlyKeysThatLiveStay() {
    selection.selectNodes(List.of("a", "b"));
    selection.linkKeys().toggle("l");
    selection.retain(Set.of("b"), Set.of(), Set.of(), Set.of());
    assertEquals(Set.of("b"), selection.nodes());
    assertEquals(Set.of(), selection.links());
  }

  @Test
  void othersCannotChangeTheSets() {
    assertThrows(UnsupportedOperationException.class, () -> selection.nodes().add("a"));
    assertThrows(UnsupportedOperationException.class, () -> selection.links().add("l"));
  }
}
