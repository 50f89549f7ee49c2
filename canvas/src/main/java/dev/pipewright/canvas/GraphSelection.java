package dev.pipewright.canvas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// What is selected, by key, in the order in which it was. Keys that leave the document leave the
/// selection too.
public final class GraphSelection {

  private final ObservableSet<String> nodes = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableSet<String> links = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableSet<String> readOnlyNodes =
      FXCollections.unmodifiableObservableSet(nodes);
  private final ObservableSet<String> readOnlyLinks =
      FXCollections.unmodifiableObservableSet(links);

  GraphSelection() {}

  /// The selected nodes' keys.
  public ObservableSet<String> nodes() {
    return readOnlyNodes;
  }

  /// The selected links' keys.
  public ObservableSet<String> links() {
    return readOnlyLinks;
  }

  /// Selects these nodes and nothing else.
  public void selectNodes(Collection<String> keys) {
    links.clear();
    become(nodes, keys);
  }

  /// Selects these links and nothing else.
  public void selectLinks(Collection<String> keys) {
    nodes.clear();
    become(links, keys);
  }

  /// Selects nothing.
  public void clear() {
    nodes.clear();
    links.clear();
  }

  void becomeNodes(Collection<String> keys) {
    become(nodes, keys);
  }

  /// Adds a node, or makes it the last of the selected.
  void addLast(String key) {
    nodes.remove(key);
    nodes.add(key);
  }

  void toggleNode(String key) {
    if (!nodes.remove(key)) {
      nodes.add(key);
    }
  }

  void toggleLink(String key) {
    if (!links.remove(key)) {
      links.add(key);
    }
  }

  void retain(Set<String> liveNodes, Set<String> liveLinks) {
    nodes.retainAll(liveNodes);
    links.retainAll(liveLinks);
  }

  // What stays selected must not flicker: listeners hear of differences alone.
  private static void become(ObservableSet<String> set, Collection<String> keys) {
    set.retainAll(Set.copyOf(keys));
    set.addAll(keys);
  }
}
