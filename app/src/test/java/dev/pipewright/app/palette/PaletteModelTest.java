package dev.pipewright.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

  private final PaletteModel model = new PaletteModel();

  private static ComponentSpec spec(String name, Category category, String doc) {
    return new ComponentSpec(
        name, category, 1, doc, List.of(), List.of(), List.of(), Resources.LIGHT);
  }

  @BeforeEach
  void show() {
    model.show(
        List.of(
            spec("Trainer", Category.TRAINING, "Trains a model."),
            spec("CsvExampleGen", Category.DATA, "Reads CSV files."),
            spec("Importer", Category.DATA, "Takes what is there.")));
  }

  private List<String> rows() {
    return model.rows().stream()
        .map(
            row ->
                switch (row) {
                  case PaletteRow.Head(var category, int count, boolean isFolded) ->
                      category + " " + count + (isFolded ? " folded" : "");
                  case PaletteRow.Entry(var spec) -> spec.name();
                })
        .toList();
  }

  @Test
  void listsComponentsBelowTheirCategoriesInTheOrderOfAPipeline() {
    assertEquals(List.of("DATA 2", "CsvExampleGen", "Importer", "TRAINING 1", "Trainer"), rows());
  }

  @Test
  void hidesTheComponentsOfAFoldedCategory() {
    model.toggle(Category.DATA);
    assertEquals(List.of("DATA 2 folded", "TRAINING 1", "Trainer"), rows());
    model.toggle(Category.DATA);
    assertEquals(5, rows().size());
  }

  @Test
  void foldsAllAndUnfoldsAll() {
    model.toggle(Category.DATA);
    model.toggleAll();
    assertEquals(List.of("DATA 2 folded", "TRAINING 1 folded"), rows());
    model.toggleAll();
    assertEquals(5, rows().size());
  }

  @Test
  void findsByNameAndThenByWhatAComponentDoesAlsoInFoldedCategories() {
    model.toggleAll();
    model.filter().set(" CSV");
    assertEquals(List.of("CsvExampleGen"), rows());
    model.filter().set("trains");
    assertEquals(List.of("Trainer"), rows());
    model.filter().set("nothing");
    assertEquals(List.of(), rows());
    model.filter().set("");
    assertEquals(List.of("DATA 2 folded", "TRAINING 1 folded"), rows());
  }

  @Test
  void listsTheBestFirst() {
    model.filter().set("i");
    assertEquals(List.of("Importer", "Trainer", "CsvExampleGen"), rows());
    model.filter().set("Improter");
    assertEquals(List.of("Importer"), rows());
  }
}
