package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Text;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// A JSON value that mostly has a known shape, and then is edited by fields; else, or when the
/// person wants it, as text.
final class ShapedField extends FormField {

  private static final List<String> OPTIMIZERS = List.of("Adam", "SGD");

  private static final ParameterType OPTIMIZER =
      new ParameterType.Struct(
          List.of(
              ParameterSpec.required(
                  "class_name", new ParameterType.Choice(OPTIMIZERS), "The optimizer's name."),
              ParameterSpec.optional(
                  "config",
                  new ParameterType.Struct(
                      List.of(
                          ParameterSpec.optional(
                              "learning_rate",
                              new ParameterType.Real(0, Double.MAX_VALUE),
                              "How far a step goes. Not set, it is Keras's: 0.001 for Adam, 0.01"
                                  + " for SGD."))),
                  "Its settings.")));

  private final TextualField json;
  private final FormField shape;
  private final Function<ParameterValue, Optional<ParameterValue>> fit;
  private final ReadOnlyBooleanWrapper shaped = new ReadOnlyBooleanWrapper();
  private boolean wantsText;

  private ShapedField(
      ParameterSpec spec,
      Consumer<@Nullable ParameterValue> slot,
      FormField shape,
      Function<ParameterValue, Optional<ParameterValue>> fit) {
    super(spec, spec.name(), slot);
    this.json = new TextualField(spec, spec.name(), slot);
    this.shape = shape;
    this.fit = fit;
  }

  /// The field of a parameter of a component whose JSON has a shape; empty for all others.
  static Optional<FormField> of(
      String component, ParameterSpec spec, Consumer<@Nullable ParameterValue> slot) {
    String name = spec.name();
    return switch (component + "." + name) {
      case "Trainer.model" ->
          Optional.of(
              new ShapedField(
                  spec,
                  slot,
                  new LayersField(spec, name, slot),
                  value -> LayerGraph.of(value).map(LayerGraph::json)));
      case "Trainer.optimizer" -> {
        ParameterSpec typed = ParameterSpec.required(name, OPTIMIZER, spec.doc());
        yield Optional.of(
            new ShapedField(
                spec, slot, FormField.of(typed, name, slot), ShapedField::fitOptimizer));
      }
      default -> Optional.empty();
    };
  }

  /// The value as text.
  TextualField json() {
    return json;
  }

  /// The fields of the shape.
  FormField shape() {
    return shape;
  }

  /// Whether it is edited by fields.
  ReadOnlyBooleanProperty shaped() {
    return shaped.getReadOnlyProperty();
  }

  /// Whether it could be edited by fields.
  boolean isFit() {
    return effective().flatMap(fit).isPresent();
  }

  /// Changes between text and fields.
  void toggleText() {
    wantsText = !wantsText;
    shaped.set(!wantsText && isFit());
  }

  @Override
  Stream<FormField> children() {
    return shaped.get() ? shape.children() : Stream.empty();
  }

  @Override
  void show(boolean isNews) {
    json.update(value().get());
    Optional<ParameterValue> fitting = effective().flatMap(fit);
    fitting.ifPresent(shape::update);
    shaped.set(!wantsText && fitting.isPresent());
  }

  private static Optional<ParameterValue> fitOptimizer(ParameterValue value) {
    return switch (value) {
      case Text(String name) ->
          known(name).map(n -> Fields.EMPTY.with("class_name", ParameterValue.of(n)));
      case Fields fields ->
          fields
              .get("class_name")
              .flatMap(n -> n instanceof Text(String name) ? known(name) : Optional.empty())
              .filter(n -> fields.get("config").orElse(Fields.EMPTY) instanceof Fields)
              .map(n -> fields.with("class_name", ParameterValue.of(n)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> known(String name) {
    return OPTIMIZERS.stream().filter(o -> o.equalsIgnoreCase(name)).findFirst();
  }
}
