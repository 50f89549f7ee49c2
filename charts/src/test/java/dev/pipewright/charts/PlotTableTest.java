package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTableTest {

  @TempDir private Path folder;

  @Test
  void writesEveryPointOfEveryLine() throws IOException {
    Series train = new Series("train/loss");
    train.add(10, 0.5);
    train.add(20, Double.NaN);
    Series eval = new Series("eval/loss");
    eval.add(12.5, Double.NEGATIVE_INFINITY);
    PlotTable table = new PlotTable("step", List.of(PlotLine.train(train), PlotLine.eval(eval)));
    train.add(30, 7);

    assertEquals(
        """
        series,step,value\r
        train,10,0.5\r
        train,20,NaN\r
        eval,12.5,-Infinity\r
        """,
        written(table));
  }

  @Test
  void quotesWhatWouldBreakARecord() throws IOException {
    Series series = new Series("any");
    series.add(1, 2);
    PlotLine line = new PlotLine(series, "a \"b\", c\nd", "series-3");

    assertEquals(
        "series,\"x, y\",value\r\n\"a \"\"b\"\", c\nd\",1,2\r\n",
        written(new PlotTable("x, y", List.of(line))));
  }

  @Test
  void readsBackToTheSameNumbers() throws IOException {
    Series series = new Series("any");
    double[] values = {0.1, 1 / 3.0, 1e-300, 123456789.125, -0.0001, 1e20};
    for (int index = 0; index < values.length; index++) {
      series.add(index, values[index]);
    }

    List<String> lines =
        written(new PlotTable("step", List.of(PlotLine.train(series)))).lines().skip(1).toList();

    for (int index = 0; index < values.length; index++) {
      assertEquals(values[index], Double.parseDouble(lines.get(index).split(",")[2]));
    }
  }

  @Test
  void leavesNothingBehindWhereItCannotWrite() throws IOException {
    Path missing = folder.resolve("missing").resolve("plot.csv");
    Path taken = Files.createDirectories(folder.resolve("plot.csv").resolve("inside"));
    PlotTable table = new PlotTable("step", List.of());

    assertThrows(NoSuchFileException.class, () -> table.write(missing));
    assertThrows(IOException.class, () -> table.write(taken.getParent()));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(taken.getParent()), files.toList());
    }
  }

  private String written(PlotTable table) throws IOException {
    Path file = folder.resolve("plot.csv");
    table.write(file);
    return Files.readString(file);
  }
}
