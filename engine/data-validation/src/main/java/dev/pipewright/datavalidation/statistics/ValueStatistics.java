package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is accumulated of a feature's values, by what the feature is.
sealed interface ValueStatistics {

  /// The kinds of features, as TFDV tells them apart.
  enum Kind {
    INTEGER(FeatureNameStatistics.Type.INT),
    CATEGORICAL_INTEGER(FeatureNameStatistics.Type.INT),
    FLOAT(FeatureNameStatistics.Type.FLOAT),
    STRING(FeatureNameStatistics.Type.STRING),
    OPAQUE_BYTES(FeatureNameStatistics.Type.BYTES);

    final FeatureNameStatistics.Type type;

    Kind(FeatureNameStatistics.Type type) {
      this.type = type;
    }

    ValueStatistics create() {
      return switch (this) {
        case INTEGER -> new OfNumbers(false);
        case FLOAT -> new OfNumbers(true);
        case CATEGORICAL_INTEGER -> new OfCategories();
        case STRING -> new OfStrings();
        case OPAQUE_BYTES -> new OfBytes();
      };
    }
  }

  /// Adds the values of a column, which is of this kind.
  ///
  /// @param weights the weights of its rows, or null
  void add(Column column, double @Nullable [] weights);

  /// Adds what `other`, of the same kind, has accumulated.
  void addAll(ValueStatistics other);

  /// Writes the statistics; `common` has been filled in.
  void write(CommonStatistics.Builder common, Detail detail, FeatureNameStatistics.Builder feature);

  /// Numbers that are measured.
  record OfNumbers(NumericAccumulation numbers) implements ValueStatistics {
    OfNumbers(boolean isSinglePrecision) {
      this(new NumericAccumulation(isSinglePrecision));
    }

    @Override
    public void add(Column column, double @Nullable [] weights) {
      numbers.add(column, weights);
    }

    @Override
    public void addAll(ValueStatistics other) {
      numbers.addAll(((OfNumbers) other).numbers);
    }

    @Override
    public void write(
        CommonStatistics.Builder common, Detail detail, FeatureNameStatistics.Builder feature) {
      feature.setNumStats(numbers.result(detail).setCommonStats(common));
    }
  }

  /// Integers that are categories.
  record OfCategories(LongCounts counts, Map<Long, Double> weighed) implements ValueStatistics {
    OfCategories() {
      this(new LongCounts(), new HashMap<>());
    }

    @Override
    public void add(Column column, double @Nullable [] weights) {
      if (column instanceof Column.Int64(var layout, long[] values)) {
        for (int i = 0; i < layout.valueCount(); i++) {
          counts.add(values[i], 1);
        }
        if (weights != null) {
          double[] ofValues = WeightedNumbers.ofValues(layout, weights);
          for (int i = 0; i < layout.valueCount(); i++) {
            weighed.merge(values[i], ofValues[i], Double::sum);
          }
        }
      }
    }

    @Override
    public void addAll(ValueStatistics other) {
      counts.addAll(((OfCategories) other).counts);
      ((OfCategories) other)
          .weighed.forEach((key, weight) -> weighed.merge(key, weight, Double::sum));
    }

    @Override
    public void write(
        CommonStatistics.Builder common, Detail detail, FeatureNameStatistics.Builder feature) {
      feature.setStringStats(
          new Frequencies(detail).ofIntegers(counts, weighed).setCommonStats(common));
    }
  }

  /// Strings.
  record OfStrings(BytesCounts counts) implements ValueStatistics {
    OfStrings() {
      this(new BytesCounts());
    }

    @Override
    public void add(Column column, double @Nullable [] weights) {
      if (column instanceof Column.Bytes(var layout, int[] codes, var dictionary)) {
        int[] uses = new int[dictionary.size()];
        for (int i = 0; i < layout.valueCount(); i++) {
          uses[codes[i]]++;
        }
        if (weights == null) {
          for (int code = 0; code < uses.length; code++) {
            if (uses[code] > 0) {
              counts.add(dictionary, code, uses[code]);
            }
          }
        } else {
          double[] sums = sums(layout, codes, uses.length, weights);
          for (int code = 0; code < uses.length; code++) {
            if (uses[code] > 0) {
              counts.add(dictionary, code, uses[code], sums[code]);
            }
          }
        }
      }
    }

    @Override
    public void addAll(ValueStatistics other) {
      counts.addAll(((OfStrings) other).counts);
    }

    @Override
    public void write(
        CommonStatistics.Builder common, Detail detail, FeatureNameStatistics.Builder feature) {
      feature.setStringStats(new Frequencies(detail).ofStrings(counts).setCommonStats(common));
    }

    private static double[] sums(RowLayout layout, int[] codes, int size, double[] weights) {
      double[] ofValues = WeightedNumbers.ofValues(layout, weights);
      double[] sums = new double[size];
      for (int i = 0; i < layout.valueCount(); i++) {
        sums[codes[i]] += ofValues[i];
      }
      return sums;
    }
  }

  /// Bytes that are no text.
  record OfBytes(ByteLengths lengths) implements ValueStatistics {
    OfBytes() {
      this(new ByteLengths());
    }

    @Override
    public void add(Column column, double @Nullable [] weights) {
      if (column instanceof Column.Bytes(var layout, int[] codes, var dictionary)) {
        for (int i = 0; i < layout.valueCount(); i++) {
          lengths.add(dictionary.length(codes[i]));
        }
      }
    }

    @Override
    public void addAll(ValueStatistics other) {
      lengths.addAll(((OfBytes) other).lengths);
    }

    @Override
    public void write(
        CommonStatistics.Builder common, Detail detail, FeatureNameStatistics.Builder feature) {
      feature.setBytesStats(lengths.result().setCommonStats(common));
    }
  }
}
