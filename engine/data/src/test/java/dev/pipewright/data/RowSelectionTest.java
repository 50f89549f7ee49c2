package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExampleBatch.Sequence;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RowSelectionTest {

  private static RowLayout ragged() {
    BitSet absent = new BitSet();
    absent.set(1);
    return RowLayout.ragged(new int[] {0, 2, 2, 3}, absent);
  }

  @Test
  void takesRowsInTheOrderGiven() {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    columns.put("scalar", new Column.Int64(RowLayout.scalar(3), new long[] {5, 6, 7}));
    columns.put("ragged", new Column.Float(ragged(), new float[] {1, 2, 3}));
    columns.put(
        "text",
        new Column.Bytes(
            RowLayout.scalar(3), new int[] {0, 1, 0}, ByteStrings.of(List.of("a", "b"))));
    var all = new ExampleBatch(3, columns, new LinkedHashMap<>(), new TreeSet<>(Set.of("none")));

    ExampleBatch some = all.select(new int[] {2, 1, 0});

    assertEquals(3, some.rowCount());
    assertEquals(Set.of("none"), some.untyped());
    assertArrayEquals(new long[] {7, 6, 5}, ((Column.Int64) some.column("scalar")).values());
    var floats = (Column.Float) some.column("ragged");
    assertArrayEquals(new float[] {3, 1, 2}, floats.values());
    assertEquals(1, floats.layout().count(0));
    assertFalse(floats.layout().isPresent(1));
    assertTrue(floats.layout().isPresent(2));
    assertArrayEquals(new int[] {0, 1, 0}, ((Column.Bytes) some.column("text")).codes());
  }

  @Test
  void takesTheStepsOfFeatureLists() {
    RowLayout steps = RowLayout.ragged(new int[] {0, 1, 3});
    var list = new Sequence(steps, new Column.Float(ragged(), new float[] {1, 2, 3}));
    var lists = new LinkedHashMap<String, Sequence>();
    lists.put("list", list);

    Sequence last =
        new ExampleBatch(2, new LinkedHashMap<>(), lists)
            .select(new int[] {1})
            .sequences()
            .get("list");

    assertEquals(2, last.steps().count(0));
    assertFalse(last.values().layout().isPresent(0));
    assertArrayEquals(new float[] {3}, ((Column.Float) last.values()).values());
  }
}
