package dev.pipewright.modelanalysis.slice;

import dev.pipewright.data.Accumulator;
import dev.pipewright.modelanalysis.metric.Measure;
import dev.pipewright.modelanalysis.metric.Scores;
import dev.pipewright.modelanalysis.metric.Tally;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tallies measures in every slice.
///
/// @param slicer which slices
/// @param measures what to tally, of which model
public record MetricFold(Slicer slicer, List<ModelMeasure> measures)
    implements Accumulator<
        ScoredBlock,
        SortedMap<SliceKey, MetricFold.Tallies>,
        SortedMap<SliceKey, MetricFold.Tallies>> {

  /// A measure of one model.
  ///
  /// @param model the index of the model in `ScoredBlock.models`
  public record ModelMeasure(int model, Measure measure) {}

  /// The tallies of a slice, as the measures are ordered.
  public static final class Tallies {
    private final List<Tally> tallies;
    private long exampleCount;

    private Tallies(List<ModelMeasure> measures) {
      tallies = measures.stream().map(m -> m.measure().start()).toList();
    }

    /// The tally of a measure.
    public Tally get(int measure) {
      return tallies.get(measure);
    }

    /// How many examples the slice has.
    public long exampleCount() {
      return exampleCount;
    }

    private void merge(Tallies later) {
      for (int i = 0; i < tallies.size(); i++) {
        tallies.get(i).merge(later.tallies.get(i));
      }
      exampleCount += later.exampleCount;
    }
  }

  public MetricFold {
    measures = List.copyOf(measures);
  }

  @Override
  public SortedMap<SliceKey, Tallies> create() {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<SliceKey, Tallies> add(
      SortedMap<SliceKey, Tallies> accumulation, ScoredBlock block) {
    for (var slice : slicer.slices(block.rowCount(), block.columns()).entrySet()) {
      Tallies tallies = accumulation.computeIfAbsent(slice.getKey(), k -> new Tallies(measures));
      BitSet rows = slice.getValue();
      tallies.exampleCount += rows.cardinality();
      for (int i = 0; i < measures.size(); i++) {
        add(tallies.get(i), block.models().get(measures.get(i).model()), rows);
      }
    }
    return accumulation;
  }

  private static void add(Tally tally, Scores scores, BitSet rows) {
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      tally.add(scores, row);
    }
  }

  @Override
  public SortedMap<SliceKey, Tallies> merge(
      SortedMap<SliceKey, Tallies> left, SortedMap<SliceKey, Tallies> right) {
    right.forEach(
        (slice, later) -> {
          Tallies earlier = left.get(slice);
          if (earlier == null) {
            left.put(slice, later);
          } else {
            earlier.merge(later);
          }
        });
    return left;
  }

  @Override
  public SortedMap<SliceKey, Tallies> result(SortedMap<SliceKey, Tallies> accumulation) {
    return accumulation;
  }

  /// The features that slices are made of.
  public List<String> features() {
    List<String> features = new ArrayList<>();
    slicer.specs().forEach(s -> features.addAll(s.allFeatures()));
    return features.stream().distinct().sorted().toList();
  }
}
