package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What holds of a form over any parameters, values and texts.
@ExtendWith(FxToolkit.class)
class FormPropertiesTest {

  private static final String LETTERS =
      "ab0 9.,-+eE\"'\\{}[]:$_/\t\n\u00a0\u00fc\u03bb\u4e2d\ud83d\ude00";

  private static final List<ParameterType> LEAVES =
      List.of(
          new ParameterType.Bool(),
          new ParameterType.Int(Long.MIN_VALUE, Long.MAX_VALUE),
          new ParameterType.Int(-5, 5),
          new ParameterType.Real(-Double.MAX_VALUE, Double.MAX_VALUE),
          new ParameterType.Real(0, 1),
          new ParameterType.Text(),
          new ParameterType.Choice(List.of("one", "two words", "")),
          new ParameterType.PathName(ParameterType.PathName.Role.INPUT_FOLDER),
          new ParameterType.Json());

  private final Random random = new Random(42);

  private ParameterType type(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(6);
    return switch (kind) {
      case 3 -> new ParameterType.ListOf(type(depth - 1));
      case 4 -> new ParameterType.MapOf(type(depth - 1));
      case 5 -> new ParameterType.Struct(specs("f", depth - 1));
      default -> LEAVES.get(random.nextInt(LEAVES.size()));
    };
  }

  private List<ParameterSpec> specs(String stem, int depth) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(4))
        .mapToObj(
            i -> {
              String name = stem + i;
              ParameterType type = type(depth);
              return switch (random.nextInt(3)) {
                case 0 -> ParameterSpec.required(name, type, "");
                case 1 -> ParameterSpec.optional(name, type, "");
                default -> ParameterSpec.withDefault(name, type, value(type), "");
              };
            })
        .toList();
  }

  private ParameterValue value(ParameterType type) {
    return switch (type) {
      case ParameterType.Bool t -> ParameterValue.of(random.nextBoolean());
      case ParameterType.Int(long min, long max) ->
          ParameterValue.of(max - min > 0 ? random.nextLong(min, max) : random.nextLong());
      case ParameterType.Real(double min, double max) -> real(min, max);
      case ParameterType.Text t -> ParameterValue.of(text());
      case ParameterType.PathName t -> ParameterValue.of(text());
      case ParameterType.Choice(List<String> options) ->
          ParameterValue.of(options.get(random.nextInt(options.size())));
      case ParameterType.ListOf(ParameterType element) -> ParameterValue.of(some(element));
      case ParameterType.MapOf(ParameterType each) -> map(() -> value(each));
      case ParameterType.Struct(List<ParameterSpec> fields) -> parameters(fields);
      case ParameterType.Json t -> json(2);
    };
  }

  private ParameterValue real(double min, double max) {
    double x = max <= 1 ? random.nextDouble() : random.nextGaussian() * 1e300;
    return random.nextInt(3) == 0
        ? ParameterValue.of((long) Math.max(min, Math.rint(max <= 1 ? x : x / 1e290)))
        : ParameterValue.of(x);
  }

  private List<ParameterValue> some(ParameterType element) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(element)).toList();
  }

  private Fields map(Supplier<ParameterValue> each) {
    SequencedMap<String, ParameterValue> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      fields.put(text() + i, each.get());
    }
    return new Fields(fields);
  }

  private ParameterValue json(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> ParameterValue.of(text());
      case 1 -> ParameterValue.of(random.nextLong());
      case 2 -> ParameterValue.of(random.nextBoolean());
      case 3 -> ParameterValue.NULL;
      case 4 ->
          ParameterValue.of(
              IntStream.range(0, random.nextInt(3)).mapToObj(i -> json(depth - 1)).toList());
      default -> map(() -> json(depth - 1));
    };
  }

  private Fields parameters(List<ParameterSpec> specs) {
    Fields fields = Fields.EMPTY;
    for (ParameterSpec spec : specs) {
      if (random.nextInt(4) > 0) {
        boolean isReference = random.nextInt(10) == 0;
        fields =
            fields.with(
                spec.name(),
                isReference
                    ? new ParameterValue.RuntimeReference("shared_" + random.nextInt(9))
                    : value(spec.type()));
      }
    }
    return fields;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private TestNode node(List<ParameterSpec> specs) {
    TestNode node = TestNode.of(specs, "{}");
    parameters(specs).values().forEach(node::with);
    return node;
  }

  private static void all(List<FormField> level, List<FormField> found) {
    for (FormField field : level) {
      found.add(field);
      all(field.children().toList(), found);
      if (field instanceof ShapedField shaped) {
        found.add(shaped.json());
      }
    }
  }

  private static List<FormField> all(FormViewModel form) {
    List<FormField> found = new ArrayList<>();
    all(form.fields(), found);
    return found;
  }

  @Test
  void anyValueGoesThroughTheFormUntouched() {
    for (int i = 0; i < 2_000; i++) {
      TestNode node = node(specs("p", 2));
      Fields before = node.node().get().parameters();
      FormViewModel form = new FormViewModel(node);
      for (FormField field : all(form)) {
        switch (field) {
          case TextualField textual -> textual.commit();
          case MapField map -> map.entries().forEach(MapField.Entry::commitKey);
          case ChoiceField choice -> choice.choose(choice.choice().get());
          default -> {}
        }
      }
      assertEquals(List.of(), node.edits(), () -> "" + before);
      assertEquals(before, node.node().get().parameters());
    }
  }

  @Test
  void anyTextEitherBecomesItsValueOrChangesNothing() {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 20_000; i++) {
      ParameterType type = LEAVES.get(1 + random.nextInt(4));
      ParameterSpec spec = ParameterSpec.optional("p", type, "");
      TestNode node = TestNode.of(List.of(spec), "{}");
      node.with("p", value(type));
      Fields before = node.node().get().parameters();
      TextualField field = (TextualField) new FormViewModel(node).field("p");
      String typed = text();
      field.text().set(typed);
      field.commit();
      switch (ValueText.parse(type, typed.strip())) {
        case ValueText.Parsed.Good(ParameterValue value) -> {
          good++;
          assertEquals(Fields.EMPTY.with("p", value), node.node().get().parameters());
          assertEquals("", field.message().get());
        }
        case ValueText.Parsed.Bad(String message, String nearest) when !typed.isBlank() -> {
          bad++;
          assertEquals(before, node.node().get().parameters(), typed);
          assertEquals(List.of(), node.edits());
          assertEquals(message, field.message().get());
          assertEquals(typed, field.text().get());
        }
        default -> assertEquals(Fields.EMPTY, node.node().get().parameters());
      }
    }
    assertTrue(good > 100 && bad > 100, good + " good, " + bad + " bad");
  }

  @Test
  void whatIsCommittedIsReadBackTheSame() {
    for (int i = 0; i < 5_000; i++) {
      ParameterType type = LEAVES.get(1 + random.nextInt(4));
      ParameterValue value = value(type);
      String shown = ValueText.format(type, value);
      assertEquals(new ValueText.Parsed.Good(value), ValueText.parse(type, shown), shown);
    }
  }

  @Test
  void undoTakesEveryCommitBack() {
    for (int i = 0; i < 500; i++) {
      TestNode node = node(specs("p", 2));
      List<Fields> history = new ArrayList<>();
      FormViewModel form = new FormViewModel(node);
      for (int step = 0; step < 5; step++) {
        Fields before = node.node().get().parameters();
        int edits = node.edits().size();
        change(all(form));
        if (node.edits().size() > edits) {
          history.add(before);
        }
      }
      for (Fields before : history.reversed()) {
        node.undo();
        assertEquals(before, node.node().get().parameters());
      }
    }
  }

  private void change(List<FormField> fields) {
    switch (fields.get(random.nextInt(fields.size()))) {
      case TextualField f -> {
        f.text().set(text());
        f.commit();
      }
      case SwitchField f -> f.toggle();
      case ChoiceField f -> f.choose(f.options().get(random.nextInt(f.options().size())));
      case ListField f -> f.add();
      case MapField f -> f.add();
      case FormField f -> f.reset();
    }
  }

  @Test
  void lookingAtAFormAndLeavingItChangesNothing() {
    List<ParameterSpec> specs =
        List.of(
            ParameterSpec.optional("lines", new ParameterType.Text(), ""),
            ParameterSpec.optional("spaces", new ParameterType.Text(), ""),
            ParameterSpec.optional("big", new ParameterType.Int(0, Long.MAX_VALUE), ""),
            ParameterSpec.optional("json", new ParameterType.Json(), ""),
            ParameterSpec.optional("names", new ParameterType.ListOf(new ParameterType.Text()), ""),
            ParameterSpec.optional("map", new ParameterType.MapOf(new ParameterType.Text()), ""));
    TestNode node =
        TestNode.of(
            specs,
            """
            {"lines": "a\\nb\\tc", "spaces": "  a ", "big": 9223372036854775807,
             "json": {"a": [1, {"b": " x\\n"}]}, "names": ["", " a", "b\\n"],
             "map": {" k ": " v ", "": "w", "n\\nm": ""}}
            """);
    ScrollPane scroll = Fx.call(() -> new ScrollPane(ParameterForm.of(node)));
    Scene scene = Themed.show(Theme.LIGHT, scroll, 312, 900);
    List<TextInputControl> controls =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".text-input").stream()
                    .map(TextInputControl.class::cast)
                    .toList());
    assertTrue(controls.size() >= 13, () -> "" + controls.size());
    for (TextInputControl control : controls) {
      Fx.run(control::requestFocus);
      Fx.run(scroll::requestFocus);
    }
    assertEquals(List.<Edit>of(), node.edits());
    assertEquals(new NodeId("Probe"), node.node().get().id());
  }
}
