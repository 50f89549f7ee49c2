package dev.pipewright.canvas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/// What is selected, by key, in the order in which it was. Keys that leave the document leave the
/// selection too.
public final class GraphSelection {

  /// The keys of one sort of item.
  static final class Keys {
    private final ObservableSet<String> live = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObservableSet<String> readOnly = FXCollections.unmodifiableObservableSet(live);

    // What stays selected must not flicker: listeners hear of differences alone.
    void become(Collection<String> keys) {
      live.retainAll(Set.copyOf(keys));
      live.addAll(keys);
    }

    /// Adds a key, or makes it the last.
    void addLast(String key) {
      live.remove(key);
      live.add(key);
    }

    boolean contains(String key) {
      return live.contains(key);
    }

    void toggle(String key) {
      if (!live.remove(key)) {
        live.add(key);
      }
    }
  }

  private final Keys nodes = new Keys();
  private final Keys links = new Keys();
  private final Keys frames = new Keys();
  private final Keys notes = new Keys();
  private final List<Keys> all = List.of(nodes, links, frames, notes);

  GraphSelection() {}

  /// The selected nodes' keys.
  public ObservableSet<String> nodes() {
    return nodes.readOnly;
  }

  /// The selected links' keys.
  public ObservableSet<String> links() {
    return links.readOnly;
  }

  /// The selected frames' keys.
  public ObservableSet<String> frames() {
    return frames.readOnly;
  }

  /// The selected notes' keys.
  public ObservableSet<String> notes() {
    return notes.readOnly;
  }

  /// Whether nothing is selected.
  public boolean isEmpty() {
    return all.stream().allMatch(keys -> keys.live.isEmpty());
  }

  /// Selects these nodes and nothing else.
  public void selectNodes(Collection<String> keys) {
    only(nodes, keys);
  }

  /// Selects these links and nothing else.
  public void selectLinks(Collection<String> keys) {
    only(links, keys);
  }

  /// Selects these frames and nothing else.
  public void selectFrames(Collection<String> keys) {
    only(frames, keys);
  }

  /// Selects these notes and nothing else.
  public void selectNotes(Collection<String> keys) {
    only(notes, keys);
  }

  /// Selects these nodes, frames and notes and nothing else.
  public void select(
      Collection<String> nodeKeys, Collection<String> frameKeys, Collection<String> noteKeys) {
    links.live.clear();
    nodes.become(nodeKeys);
    frames.become(frameKeys);
    notes.become(noteKeys);
  }

  /// Selects nothing.
  public void clear() {
    all.forEach(keys -> keys.live.clear());
  }

  void only(Keys kept, Collection<String> keys) {
    for (Keys each : all) {
      if (each != kept) {
        each.live.clear();
      }
    }
    kept.become(keys);
  }

  Keys nodeKeys() {
    return nodes;
  }

  Keys linkKeys() {
    return links;
  }

  Keys frameKeys() {
    return frames;
  }

  Keys noteKeys() {
    return notes;
  }

  void listen(SetChangeListener<String> listener) {
    all.forEach(keys -> keys.live.addListener(listener));
  }

  void forget(SetChangeListener<String> listener) {
    all.forEach(keys -> keys.live.removeListener(listener));
  }

  void retain(
      Set<String> liveNodes, Set<String> liveLinks, Set<String> liveFrames, Set<String> liveNotes) {
    nodes.live.retainAll(liveNodes);
    links.live.retainAll(liveLinks);
    frames.live.retainAll(liveFrames);
    notes.live.retainAll(liveNotes);
  }
}
