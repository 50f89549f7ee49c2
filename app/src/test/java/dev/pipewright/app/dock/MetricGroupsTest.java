package dev.pipewright.app.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class MetricGroupsTest {

  private static SequencedMap<String, List<String>> groups(String... tags) {
    SequencedMap<String, Series> byTag = new LinkedHashMap<>();
    for (String tag : tags) {
      byTag.put(tag, new Series(tag));
    }
    SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
    MetricGroups.of(byTag)
        .forEach(
            (metric, lines) ->
                groups.put(metric, lines.stream().map(PlotLine::styleClass).toList()));
    return groups;
  }

  @Test
  void putsTrainingAndEvaluationOfAMetricInOneChart() {
    assertEquals(
        Map.of(
            "loss", List.of("series-train", "series-eval"),
            "accuracy", List.of("series-eval")),
        groups("train/loss", "validation/accuracy", "validation/loss"));
  }

  @Test
  void drawsTrainingFirstWhicheverComesFirst() {
    assertEquals(
        List.of("series-train", "series-eval"), groups("eval/loss", "train/loss").get("loss"));
  }

  @Test
  void keepsTheOrderInWhichMetricsCome() {
    assertEquals(List.of("b", "a"), List.copyOf(groups("train/b", "train/a", "eval/b").keySet()));
  }

  @Test
  void givesOtherGroupsColoursOfTheirOwn() {
    assertEquals(Map.of("rows", List.of("series-3")), groups("rows"));
    assertEquals(
        List.of("series-train", "series-4"), groups("train/loss", "test/loss").get("loss"));
  }
}
