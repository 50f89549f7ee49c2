package dev.pipewright.modelanalysis.metric;

import java.util.List;

/// What has to be tallied to read a metric off. Equal measures have equal tallies.
public sealed interface Measure {

  /// What an example counts.
  Weighting weighting();

  /// A tally of nothing.
  Tally start();

  /// The examples' weights.
  record Count(Weighting weighting) implements Measure {
    @Override
    public Tally start() {
      return new CountTally(weighting);
    }
  }

  /// Weighted labels, predictions and examples.
  record Totals(Weighting weighting) implements Measure {
    @Override
    public Tally start() {
      return new TotalsTally(weighting);
    }
  }

  /// The mean of a value that each example has.
  record Mean(RowValue value, Weighting weighting) implements Measure {
    @Override
    public Tally start() {
      return new MeanTally(value, weighting);
    }
  }

  /// Labels by prediction, in ten thousand buckets from 0 to 1.
  record Histogram(Weighting weighting) implements Measure {
    @Override
    public Tally start() {
      return new HistogramTally(weighting);
    }
  }

  /// True and false positives and negatives at exactly these thresholds.
  record Confusion(List<Double> thresholds, Weighting weighting) implements Measure {
    public Confusion {
      thresholds = List.copyOf(thresholds);
    }

    @Override
    public Tally start() {
      return new ConfusionTally(thresholds, weighting);
    }
  }
}
