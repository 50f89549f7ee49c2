package dev.pipewright.nodes.form;

import dev.pipewright.nodes.form.LayerGraph.Layer;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The layers of a Keras functional model: the one number that matters of a layer and its
/// activation can be set, layers of a chain added and removed. The inputs are only counted.
final class LayersField extends FormField {

  private static final ParameterType POSITIVE = new ParameterType.Int(1, Integer.MAX_VALUE);

  /// The number of a class of layers that is shown, by its name in the config.
  private static final Map<String, ParameterSpec> NUMBERS =
      Map.of(
          "Dense",
          ParameterSpec.required("units", POSITIVE, ""),
          "Embedding",
          ParameterSpec.required("output_dim", POSITIVE, ""),
          "Dropout",
          ParameterSpec.required("rate", new ParameterType.Real(0, 1), ""));

  private static final ParameterSpec ACTIVATION =
      ParameterSpec.withDefault(
          "activation",
          new ParameterType.Choice(
              List.of(
                  "linear",
                  "relu",
                  "relu6",
                  "sigmoid",
                  "tanh",
                  "softmax",
                  "softplus",
                  "softsign",
                  "elu",
                  "selu",
                  "gelu",
                  "silu",
                  "exponential")),
          ParameterValue.of("linear"),
          "");

  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> readOnly = FXCollections.unmodifiableObservableList(rows);

  /// A layer in the list.
  ///
  /// @param number the number shown, as a Dense's units
  /// @param activation its activation, where it takes one
  /// @param summary its other settings, for reading
  record Row(
      int index,
      Layer layer,
      Optional<TextualField> number,
      Optional<ChoiceField> activation,
      String summary) {}

  LayersField(ParameterSpec spec, String path, Consumer<@Nullable ParameterValue> slot) {
    super(spec, path, slot);
  }

  /// The layers that are not inputs.
  ObservableList<Row> rows() {
    return readOnly;
  }

  /// How many inputs there are.
  int inputCount() {
    return graph().map(LayerGraph::inputCount).orElse(0);
  }

  boolean canAdd() {
    return graph().filter(LayerGraph::canAdd).isPresent();
  }

  boolean canRemove(Row row) {
    return graph().filter(g -> g.canRemove(row.index())).isPresent();
  }

  /// Adds a Dense layer before the output.
  void add() {
    commit(graph().orElseThrow().withDense().json());
  }

  /// The place among the rows that a row dropped at another comes to: that place, or its own where
  /// the layers between are no chain.
  int place(int from, int to) {
    return from != to && before(from, to).isPresent() ? to : from;
  }

  /// Moves a layer to another place among the rows, where it can go there.
  void move(int from, int to) {
    before(from, to)
        .ifPresent(
            before -> commit(graph().orElseThrow().moved(rows.get(from).index(), before).json()));
  }

  /// The layer before which a row comes; empty where it cannot.
  private Optional<Integer> before(int from, int to) {
    int next = to > from ? to + 1 : to;
    return graph()
        .filter(
            g -> next < rows.size() && g.canMove(rows.get(from).index(), rows.get(next).index()))
        .map(g -> rows.get(next).index());
  }

  void remove(Row row) {
    commit(graph().orElseThrow().without(row.index()).json());
  }

  @Override
  Stream<FormField> children() {
    return rows.stream()
        .flatMap(row -> Stream.concat(row.number().stream(), row.activation().stream()));
  }

  @Override
  void show(boolean isNews) {
    List<Row> shown = graph().map(this::rows).orElse(List.of());
    if (!kinds(shown).equals(kinds(rows))) {
      rows.setAll(shown);
    }
    for (int i = 0; i < shown.size(); i++) {
      Layer layer = shown.get(i).layer();
      Row row = rows.get(i);
      row.number().ifPresent(f -> f.update(layer.config().values().get(f.spec().name())));
      row.activation().ifPresent(f -> f.update(layer.config().values().get(f.spec().name())));
    }
  }

  /// What a row is made of: while that stays, so do the row and its controls.
  private static List<String> kinds(List<Row> rows) {
    return rows.stream()
        .map(r -> r.index() + r.layer().className() + r.layer().name() + r.summary())
        .toList();
  }

  private Optional<LayerGraph> graph() {
    return effective().flatMap(LayerGraph::of);
  }

  private List<Row> rows(LayerGraph graph) {
    List<Row> made = new ArrayList<>();
    for (int i = 0; i < graph.layers().size(); i++) {
      if (!graph.layers().get(i).isInput()) {
        made.add(row(i, graph.layers().get(i)));
      }
    }
    return made;
  }

  private Row row(int index, Layer layer) {
    Optional<TextualField> number =
        Optional.ofNullable(NUMBERS.get(layer.className()))
            .map(s -> new TextualField(s, at(index, s), v -> set(index, s, v)));
    boolean isActive = layer.className().equals("Dense") || layer.className().equals("Activation");
    return new Row(
        index,
        layer,
        number,
        isActive ? Optional.of(activation(index)) : Optional.empty(),
        summary(layer, number));
  }

  private ChoiceField activation(int index) {
    return new ChoiceField(
        ACTIVATION,
        at(index, ACTIVATION),
        v -> set(index, ACTIVATION, v),
        (ParameterType.Choice) ACTIVATION.type());
  }

  private String at(int index, ParameterSpec setting) {
    return path() + ".config.layers[" + index + "].config." + setting.name();
  }

  private void set(int index, ParameterSpec setting, @Nullable ParameterValue value) {
    if (value != null) {
      commit(graph().orElseThrow().withSetting(index, setting.name(), value).json());
    }
  }

  private static String summary(Layer layer, Optional<TextualField> number) {
    return layer.config().values().entrySet().stream()
        .filter(e -> number.filter(n -> n.spec().name().equals(e.getKey())).isEmpty())
        .filter(e -> !List.of("activation", "name").contains(e.getKey()))
        .map(e -> e.getKey() + " " + ValueText.format(new ParameterType.Json(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
