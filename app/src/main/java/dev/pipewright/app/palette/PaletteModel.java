package dev.pipewright.app.palette;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.palette.PaletteRow.Entry;
import dev.pipewright.app.palette.PaletteRow.Head;
import dev.pipewright.app.text.Ranking;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of the palette: categories that fold, and the components that a filter leaves.
public final class PaletteModel {

  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final Set<Category> folded = EnumSet.noneOf(Category.class);
  private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
  private List<ComponentSpec> specs = List.of();

  /// A palette without components.
  public PaletteModel() {
    filter.subscribe(this::update);
  }

  /// Shows these components.
  public void show(List<ComponentSpec> components) {
    specs = List.copyOf(components);
    update();
  }

  /// The rows, from the top.
  ObservableList<PaletteRow> rows() {
    return rows;
  }

  /// What a person has typed to find a component; while there is something, what fits is listed
  /// without categories, the best first.
  public StringProperty filter() {
    return filter;
  }

  /// Folds a category, or unfolds it.
  void toggle(Category category) {
    if (!folded.remove(category)) {
      folded.add(category);
    }
    update();
  }

  /// Folds all categories; unfolds all when they are folded already.
  void toggleAll() {
    Set<Category> present = EnumSet.noneOf(Category.class);
    specs.forEach(spec -> present.add(spec.category()));
    if (folded.containsAll(present)) {
      folded.clear();
    } else {
      folded.addAll(present);
    }
    update();
  }

  private void update() {
    rows.setAll(filter.get().isBlank() ? byCategory() : ranked());
  }

  private List<PaletteRow> byCategory() {
    List<PaletteRow> shown = new ArrayList<>();
    for (Category category : Category.values()) {
      List<ComponentSpec> all = specs.stream().filter(s -> s.category() == category).toList();
      if (!all.isEmpty()) {
        shown.add(new Head(category, all.size(), folded.contains(category)));
        if (!folded.contains(category)) {
          all.forEach(spec -> shown.add(new Entry(spec)));
        }
      }
    }
    return shown;
  }

  private List<Entry> ranked() {
    return specs.stream()
        .filter(spec -> Components.rank(spec, filter.get()) < Ranking.NONE)
        .sorted(Comparator.comparingInt(spec -> Components.rank(spec, filter.get())))
        .map(Entry::new)
        .toList();
  }
}
