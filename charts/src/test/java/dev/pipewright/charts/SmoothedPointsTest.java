package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothedPointsTest {

  private record Sample(double weight, Points raw, Points expected) {}

  @Test
  void equalsWhatTensorBoardDraws() throws IOException {
    Map<String, Sample> samples = samples();

    assertEquals(16, samples.size());
    samples.forEach(
        (name, sample) -> {
          Points smoothed = new SmoothedPoints(sample.raw, sample.weight).upToDate();
          for (int index = 0; index < sample.raw.size(); index++) {
            String where = name + " at " + index;
            assertEquals(sample.expected.y(index), smoothed.y(index), 1e-12, where);
          }
        });
  }

  @Test
  void isTheSameWhetherPointsComeOneByOneOrAtOnce() {
    Random random = new Random(1);
    Points raw = new Points();
    SmoothedPoints growing = new SmoothedPoints(raw, 0.8);
    for (int step = 0; step < 1000; step++) {
      raw.add(step, random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian());
      if (random.nextBoolean()) {
        growing.upToDate();
      }
    }

    assertEquals(ys(new SmoothedPoints(raw, 0.8).upToDate()), ys(growing.upToDate()));
  }

  @Test
  void keepsWhereItsPointsLie() {
    Points raw = new Points();
    raw.add(3, 1);
    raw.add(7, 2);

    Points smoothed = new SmoothedPoints(raw, 0.5).upToDate();

    assertEquals(List.of(3.0, 7.0), List.of(smoothed.x(0), smoothed.x(1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void refusesAWeightThatIsNone(double weight) {
    assertThrows(IllegalArgumentException.class, () -> new SmoothedPoints(new Points(), weight));
  }

  private static List<Double> ys(Points points) {
    return java.util.stream.IntStream.range(0, points.size()).mapToObj(points::y).toList();
  }

  private static Map<String, Sample> samples() throws IOException {
    Map<String, Sample> samples = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SmoothedPointsTest.class.getResourceAsStream("smoothing.csv")),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> add(samples, line.split(",")));
    }
    return samples;
  }

  private static void add(Map<String, Sample> samples, String[] cells) {
    Sample sample =
        samples.computeIfAbsent(
            cells[0] + " " + cells[1],
            name -> new Sample(Double.parseDouble(cells[1]), new Points(), new Points()));
    sample.raw.add(sample.raw.size(), Double.parseDouble(cells[2]));
    sample.expected.add(sample.expected.size(), Double.parseDouble(cells[3]));
  }
}
