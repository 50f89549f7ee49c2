package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SectionTest {

  private static List<Section> sections(String component) {
    return Section.of(component, new FormViewModel(TestNode.of(component, "{}")));
  }

  /// The fields without fields of their own.
  private static Stream<String> leaves(FormField field) {
    return field instanceof StructField struct
        ? struct.fields().stream().flatMap(SectionTest::leaves)
        : Stream.of(field.path());
  }

  @Test
  void hasAPlaceForEveryParameterOfEveryComponent() {
    for (ComponentSpec spec : ComponentRegistry.load().specs()) {
      FormViewModel form = new FormViewModel(TestNode.of(spec.name(), "{}"));
      List<String> all =
          new ArrayList<>(form.fields().stream().flatMap(SectionTest::leaves).sorted().toList());
      List<String> placed =
          Section.of(spec.name(), form).stream()
              .flatMap(s -> s.fields().stream())
              .flatMap(SectionTest::leaves)
              .sorted()
              .toList();
      assertEquals(all, placed, spec.name());
    }
  }

  @Test
  void groupsTheTrainerByWhatPeopleThinkOf() {
    assertEquals(
        List.of(
            "Model",
            "Optimizer",
            "Objective",
            "Training steps",
            "Early stopping",
            "Checkpoints and curves",
            "Splits"),
        sections("Trainer").stream().map(Section::title).toList());
  }

  @Test
  void putsShortParametersFirst() {
    assertEquals(
        List.of("Parameters", "Input config", "Output config", "Range config"),
        sections("CsvExampleGen").stream().map(Section::title).toList());
  }

  @Test
  void namesFieldsByTheirWords() {
    Labels labels = new Labels("Trainer");
    FormViewModel form = new FormViewModel(TestNode.of("Trainer", "{}"));
    assertEquals("Train steps", labels.of(form.field("train_args.num_steps")));
    assertEquals("Restore best", Labels.words("restore_best"));
    assertEquals("Add metric", labels.add((ListField) form.field("metrics")));
    assertEquals(
        "How often the curves within an epoch get a point.\nA number of at least 1\nDefault: 10\nupdate_freq",
        Labels.help(form.field("update_freq")));
  }
}
