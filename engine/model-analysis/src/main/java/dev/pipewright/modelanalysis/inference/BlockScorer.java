package dev.pipewright.modelanalysis.inference;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RowLayout;
import dev.pipewright.modelanalysis.metric.Matrix;
import dev.pipewright.modelanalysis.metric.Scores;
import dev.pipewright.modelanalysis.slice.ScoredBlock;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfma.ModelSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Has models predict a block of records, and finds the labels, the weights and the features to
/// slice by: those that the first model's preprocessing makes, else those of the examples.
///
/// Safe for use by several threads.
///
/// @param models the models, the evaluated one first
/// @param slicingFeatures the features to slice by
public record BlockScorer(List<EvaluatedModel> models, Set<String> slicingFeatures)
    implements Function<RecordBlock, ScoredBlock> {

  public BlockScorer {
    models = List.copyOf(models);
    slicingFeatures = Set.copyOf(slicingFeatures);
  }

  @Override
  public ScoredBlock apply(RecordBlock block) {
    ExampleBatch raw = block.decode(rawFeatures());
    Map<String, Column> slicing = new HashMap<>();
    slicingFeatures.forEach(
        feature -> {
          Column column = raw.column(feature);
          if (column != null) {
            slicing.put(feature, column);
          }
        });
    Scores first = score(models.getFirst(), block, raw, slicing);
    if (models.size() == 1) {
      return new ScoredBlock(block.size(), List.of(first), slicing::get);
    }
    Scores second = score(models.get(1), block, raw, new HashMap<>());
    return new ScoredBlock(block.size(), List.of(first, second), slicing::get);
  }

  private Set<String> rawFeatures() {
    Set<String> features = new TreeSet<>(slicingFeatures);
    for (EvaluatedModel model : models) {
      features.add(model.spec().getLabelKey());
      features.add(model.spec().getExampleWeightKey());
    }
    features.remove("");
    return features;
  }

  private Scores score(
      EvaluatedModel model, RecordBlock block, ExampleBatch raw, Map<String, Column> slicing) {
    ModelSpec spec = model.spec();
    Set<String> wanted = new TreeSet<>(slicingFeatures);
    wanted.add(spec.getLabelKey());
    wanted.add(spec.getExampleWeightKey());
    Map<String, RowValues> made = model.preprocess(block.records(), wanted);
    made.forEach(
        (feature, values) -> {
          if (slicingFeatures.contains(feature)) {
            slicing.put(feature, values.toColumn());
          }
        });
    Matrix labels = numbers("label_key", spec.getLabelKey(), made, raw, block);
    double[] weights = null;
    if (!spec.getExampleWeightKey().isEmpty()) {
      weights =
          numbers("example_weight_key", spec.getExampleWeightKey(), made, raw, block).values();
    }
    return new Scores(labels, model.predict(block.records()).toMatrix(), weights);
  }

  private static Matrix numbers(
      String field,
      String feature,
      Map<String, RowValues> made,
      ExampleBatch raw,
      RecordBlock block) {
    RowValues values = made.get(feature);
    Matrix matrix =
        values == null
            ? new RawNumbers(field, feature, block).of(raw.column(feature))
            : values.toMatrix();
    if (field.equals("example_weight_key") && matrix.width() != 1) {
      throw new DataException(
          "The weight has " + matrix.width() + " values an example.",
          Location.subject("feature " + feature),
          "Choose a feature that has one number in each example.");
    }
    return matrix;
  }

  /// Makes numbers of a feature of the examples, of which each must have as many as the others.
  private record RawNumbers(String field, String feature, RecordBlock block) {

    Matrix of(@Nullable Column column) {
      return switch (column) {
        case null -> throw missing(0);
        case Column.Int64(RowLayout layout, long[] v) -> matrix(layout, i -> v[i]);
        case Column.Float(RowLayout layout, float[] v) -> matrix(layout, i -> v[i]);
        case Column.Bytes b ->
            throw new DataException(
                "The feature is text, but " + field + " takes numbers.",
                block.where(0).withSubject("feature " + feature),
                "Name the transformed feature, and the signature that makes it among"
                    + " preprocessing_function_names.");
      };
    }

    private Matrix matrix(RowLayout layout, IntToDoubleFunction value) {
      int width = layout.rowCount() == 0 ? 1 : layout.count(0);
      double[] values = new double[layout.valueCount()];
      for (int row = 0; row < layout.rowCount(); row++) {
        if (layout.count(row) == 0 || layout.count(row) != width) {
          throw missing(row);
        }
        for (int i = layout.start(row); i < layout.end(row); i++) {
          values[i] = value.applyAsDouble(i);
        }
      }
      return new Matrix(layout.rowCount(), width, values);
    }

    private DataException missing(int row) {
      Location where = block.where(row);
      return new DataException(
          "An example lacks the feature " + feature + ", or has not as many values as others.",
          new Location(where.file(), 0, 0, where.subject() + ", " + field),
          "Name a feature that every example has, or the transformed one and the signature that"
              + " makes it among preprocessing_function_names.");
    }
  }
}
