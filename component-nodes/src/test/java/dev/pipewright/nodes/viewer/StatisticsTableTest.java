package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.viewer.StatisticsTable.Bin;
import dev.pipewright.nodes.viewer.StatisticsTable.Feature;
import dev.pipewright.nodes.viewer.StatisticsTable.Numbers;
import dev.pipewright.nodes.viewer.StatisticsTable.Split;
import dev.pipewright.nodes.viewer.StatisticsTable.Value;
import dev.pipewright.nodes.viewer.StatisticsTable.Values;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StatisticsTableTest {

  private static StatisticsTable penguins() throws IOException {
    return StatisticsTable.read(Artifacts.penguins("statistics"));
  }

  @Test
  void listsSplitsAndFeaturesByKind() throws IOException {
    StatisticsTable table = penguins();
    assertEquals(List.of(new Split("train", 204), new Split("eval", 140)), table.splits());
    assertEquals(
        List.of("bill_depth_mm", "bill_length_mm", "body_mass_g", "flipper_length_mm", "year"),
        table.numeric().stream().map(Feature::name).sorted().toList());
    assertEquals(
        List.of("island", "sex", "species"),
        table.categorical().stream().map(Feature::name).sorted().toList());
  }

  @Test
  void countsAnEmptyCellAsMissing() throws IOException {
    Numbers depth =
        Objects.requireNonNull(find(penguins().numeric(), "bill_depth_mm").splits().get("train"));
    assertEquals(203, depth.count());
    assertEquals(1 / 204.0, depth.missing(), 1e-12);
    assertEquals(0, depth.zeros());
    assertEquals(17.23, depth.mean(), 0.005);
    assertEquals(List.of(13.1, 17.3, 21.2), rounded(depth.min(), depth.median(), depth.max()));
  }

  @Test
  void hasHistogramsWhoseSharesAreOne() throws IOException {
    for (Feature<Numbers> feature : penguins().numeric()) {
      feature
          .splits()
          .forEach(
              (split, numbers) ->
                  assertEquals(
                      1,
                      numbers.bins().stream().mapToDouble(Bin::share).sum(),
                      1e-6,
                      feature.name() + " in " + split));
    }
  }

  @Test
  void listsTheMostFrequentValues() throws IOException {
    Values island =
        Objects.requireNonNull(find(penguins().categorical(), "island").splits().get("train"));
    assertEquals(
        new Values(
            204,
            0,
            3,
            "Biscoe",
            98,
            island.averageLength(),
            List.of(
                new Value("Biscoe", 98 / 204.0),
                new Value("Dream", 70 / 204.0),
                new Value("Torgersen", 36 / 204.0))),
        island);
  }

  @Test
  void ordersSplitsByWhatTheyAreFor() {
    assertEquals(
        List.of("train", "eval", "validation", "a", "test"),
        SplitStyle.ordered(List.of("a", "test", "validation", "eval", "train")));
  }

  private static <S> Feature<S> find(List<Feature<S>> features, String name) {
    return features.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Double> rounded(double... values) {
    return DoubleStream.of(values).mapToObj(x -> Math.round(x * 100) / 100.0).toList();
  }
}
