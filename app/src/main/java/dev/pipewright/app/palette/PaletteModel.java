package dev.pipewright.app.palette;

import dev.pipewright.app.palette.PaletteRow.Entry;
import dev.pipewright.app.palette.PaletteRow.Head;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

  /// What a component's name or description must contain; while there is a filter, nothing is
  /// folded.
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
    List<PaletteRow> shown = new ArrayList<>();
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    for (Category category : Category.values()) {
      List<ComponentSpec> all = specs.stream().filter(s -> s.category() == category).toList();
      List<ComponentSpec> fitting = all.stream().filter(s -> fits(s, wanted)).toList();
      if (!fitting.isEmpty()) {
        boolean isFolded = wanted.isEmpty() && folded.contains(category);
        shown.add(new Head(category, all.size(), isFolded));
        if (!isFolded) {
          fitting.forEach(spec -> shown.add(new Entry(spec)));
        }
      }
    }
    rows.setAll(shown);
  }

  private static boolean fits(ComponentSpec spec, String wanted) {
    return spec.name().toLowerCase(Locale.ROOT).contains(wanted)
        || spec.doc().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
