package dev.pipewright.training;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Execution;
import java.util.Optional;

/// Refuses, before a training, whole numbers in rows for which the network has no place: a label
/// beyond the output's classes, an integer beyond an encoding's tokens or an embedding's rows.
final class RangeChecks {

  private final Network network;
  private final RowStore rows;
  private final Execution execution;

  /// Where numbers from 0 on have a place.
  ///
  /// @param what it and its size, as `the layer encoding has num_tokens 3`
  /// @param size how many numbers have one
  /// @param fix what makes it larger, up to the number that is wanted
  private record Places(String what, long size, String fix) {}

  private RangeChecks(Network network, RowStore rows, Execution execution) {
    this.network = network;
    this.rows = rows;
    this.execution = execution;
  }

  /// Checks the rows of some splits.
  ///
  /// @throws DataException naming the feature, its values, and the layer
  static void check(Network network, RowStore rows, Execution execution)
      throws InterruptedException {
    var checks = new RangeChecks(network, rows, execution);
    checks.inputs();
    checks.label();
  }

  private void inputs() throws InterruptedException {
    for (FunctionalModel.Node node : network.model().nodes()) {
      Optional<Places> places = places(node.layer());
      for (int field = 0; places.isPresent() && field < rows.fields().size() - 1; field++) {
        if (node.inbound().contains(rows.fields().get(field).name())) {
          check("feature", field, places.get());
        }
      }
    }
  }

  private static Optional<Places> places(Layer layer) {
    String name = layer.name();
    return switch (layer) {
      case Layer.CategoryEncoding encoding ->
          Optional.of(
              new Places(
                  "the layer " + name + " has num_tokens " + encoding.numTokens(),
                  encoding.numTokens(),
                  "Set num_tokens"));
      case Layer.Embedding embedding ->
          Optional.of(
              new Places(
                  "the layer " + name + " has input_dim " + embedding.inputDim(),
                  embedding.inputDim(),
                  "Set input_dim"));
      default -> Optional.empty();
    };
  }

  private void label() throws InterruptedException {
    if (!(network.compile().loss() instanceof Loss.SparseCategoricalCrossentropy)) {
      return;
    }
    FunctionalModel model = network.model();
    String output = model.outputs().getFirst();
    int size = model.shapes().getOrDefault(output, Shape.of()).last();
    boolean hasUnits =
        model.nodes().stream()
            .anyMatch(n -> n.name().equals(output) && n.layer() instanceof Layer.Dense);
    check(
        "label",
        rows.fields().size() - 1,
        hasUnits
            ? new Places(
                "the output layer " + output + " has " + size + " units", size, "Set units")
            : new Places(
                "the output layer " + output + " gives " + size + " values",
                size,
                "Set the units of the layers before it"));
  }

  private void check(String kind, int field, Places places) throws InterruptedException {
    FieldValues values = FieldValues.of(rows, field, execution);
    String name = rows.fields().get(field).name();
    String subject = "The " + kind + " " + name;
    if (values.nonFiniteRows() > 0) {
      throw wrong(
          name,
          "%s is NaN or infinite in %s."
              .formatted(subject, NonFiniteValues.rowCount(values.nonFiniteRows())),
          NonFiniteValues.FIX);
    }
    if (values.negativeRows() > 0) {
      throw negative(name, subject, values);
    }
    if (values.greatest() >= places.size()) {
      throw wrong(
          name,
          "%s has values %d to %d, but %s."
              .formatted(subject, values.least(), values.greatest(), places.what()),
          places.fix() + " to at least " + (values.greatest() + 1) + ".");
    }
  }

  private static DataException negative(String name, String subject, FieldValues values) {
    if (values.least() == -1) {
      return wrong(
          name,
          "%s has the value -1 in %s: it is missing or not in the vocabulary."
              .formatted(subject, NonFiniteValues.rowCount(values.negativeRows())),
          "In Transform, give the vocabulary num_oov_buckets=1, or fill missing values before it.");
    }
    return wrong(
        name,
        "%s has values below 0, down to %d, in %s."
            .formatted(subject, values.least(), NonFiniteValues.rowCount(values.negativeRows())),
        "Make numbers from 0 on of it in Transform, as with"
            + " tft.compute_and_apply_vocabulary.");
  }

  private static DataException wrong(String name, String what, String fix) {
    return new DataException(what, Location.subject("feature " + name), fix);
  }
}
