package dev.pipewright.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.table.SortedRows.Direction;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRowsTest {

  private static final int ROWS = 10_000;

  @TempDir private Path folder;

  @Test
  void sortsAsAComparatorDoesWithMissingLast() throws Exception {
    Random random = new Random(7);
    Long[] ints =
        draw(random, () -> random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(9));
    Float[] floats = draw(random, () -> (float) random.nextGaussian());
    String[] texts = draw(random, () -> text(random));
    Tables.write(
        folder,
        "train",
        Tables.rows(ROWS).ints("i", ints).floats("f", floats).texts("t", texts).batch());
    try (ExamplesTable table = Tables.load(folder)) {
      same(table, "i", Comparator.comparing((Integer row) -> ints[row]), row -> ints[row] == null);
      same(
          table,
          "f",
          Comparator.comparing((Integer row) -> floats[row]),
          row -> floats[row] == null);
      same(
          table, "t", Comparator.comparing((Integer row) -> texts[row]), row -> texts[row] == null);
    }
  }

  private static String text(Random random) {
    String start = random.nextBoolean() ? "a common beginning of " : "";
    return start + Integer.toString(random.nextInt(2000), 36);
  }

  @SuppressWarnings("unchecked")
  private static <T> T[] draw(Random random, java.util.function.Supplier<T> one) {
    List<T> all = new java.util.ArrayList<>();
    T first = one.get();
    for (int i = 0; i < ROWS; i++) {
      all.add(random.nextInt(10) == 0 ? null : one.get());
    }
    return all.toArray((T[]) java.lang.reflect.Array.newInstance(first.getClass(), 0));
  }

  private static void same(
      ExamplesTable table,
      String feature,
      Comparator<Integer> order,
      Function<Integer, Boolean> none)
      throws InterruptedException {
    for (Direction direction : Direction.values()) {
      SortedRows sorted = SortedRows.of(table, table.rows(List.of("train")), feature, direction);
      Comparator<Integer> wanted = direction == Direction.ASCENDING ? order : order.reversed();
      int[] expected =
          IntStream.concat(
                  IntStream.range(0, ROWS)
                      .boxed()
                      .filter(r -> !none.apply(r))
                      .sorted(wanted)
                      .mapToInt(r -> r),
                  IntStream.range(0, ROWS).filter(none::apply))
              .toArray();
      assertArrayEquals(expected, IntStream.range(0, ROWS).map(sorted::row).toArray());
      assertEquals(17, sorted.position(sorted.row(17)));
    }
  }

  @Test
  void putsNanAfterNumbersAndBeforeMissing() throws Exception {
    Tables.write(
        folder,
        "train",
        Tables.rows(5).floats("f", Float.NaN, null, 1f, Float.POSITIVE_INFINITY, -0f).batch());
    try (ExamplesTable table = Tables.load(folder)) {
      SortedRows sorted =
          SortedRows.of(table, table.rows(List.of("train")), "f", Direction.ASCENDING);
      assertArrayEquals(
          new int[] {4, 2, 3, 0, 1}, IntStream.range(0, 5).map(sorted::row).toArray());
    }
  }
}
