package dev.pipewright.nodes.examples;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesWriter;
import dev.pipewright.data.RowLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Taxi trips for tests: features of every type, some rows without a tract.
final class Trips {

  private static final List<String> COMPANIES =
      List.of(
          "Lakeshore Cab Affiliation",
          "Blue Line Taxi Association",
          "Prairie Dispatch Services",
          "Windward Taxi Co.");
  private static final List<String> PAYMENTS = List.of("Cash", "Credit Card", "Dispute");
  private static final int BLOCK = 1 << 14;

  private Trips() {}

  static void write(Path folder, String split, int rows) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("Split-" + split));
    Random random = new Random(rows);
    try (ExecutorService pool = Executors.newFixedThreadPool(2);
        ExamplesWriter writer = ExamplesWriter.raw(folder, split, pool, 2)) {
      for (int done = 0; done < rows; done += BLOCK) {
        writer.write(batch(random, done, Math.min(BLOCK, rows - done)));
      }
      writer.commit();
    }
  }

  private static ExampleBatch batch(Random random, int from, int rows) {
    float[] fare = new float[rows];
    float[] tips = new float[rows];
    long[] number = new long[rows];
    int[] company = new int[rows];
    int[] payment = new int[rows];
    int[] offsets = new int[rows + 1];
    long[] tract = new long[rows];
    BitSet absent = new BitSet();
    int present = 0;
    for (int i = 0; i < rows; i++) {
      fare[i] = Math.round(20 * (3 + Math.exp(2 + random.nextGaussian() * 0.7))) / 20f;
      payment[i] = random.nextInt(3);
      tips[i] = payment[i] == 1 ? fare[i] / 4 : 0;
      company[i] = Math.min(3, random.nextInt(6));
      number[i] = from + i;
      if (random.nextInt(5) == 0) {
        absent.set(i);
      } else {
        tract[present++] = 17031000000L + random.nextInt(90) * 100L;
      }
      offsets[i + 1] = present;
    }
    RowLayout scalar = RowLayout.scalar(rows);
    LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
    columns.put("company", new Column.Bytes(scalar, company, ByteStrings.of(COMPANIES)));
    columns.put("fare", new Column.Float(scalar, fare));
    columns.put("number", new Column.Int64(scalar, number));
    columns.put("payment_type", new Column.Bytes(scalar, payment, ByteStrings.of(PAYMENTS)));
    columns.put("tips", new Column.Float(scalar, tips));
    columns.put("tract", new Column.Int64(RowLayout.ragged(offsets, absent), tract));
    return new ExampleBatch(rows, columns);
  }
}
