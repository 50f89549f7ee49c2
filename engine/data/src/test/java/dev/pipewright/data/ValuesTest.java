package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// The values that columns are made of: what they hold, and what they refuse to.
class ValuesTest {

  private static final RowLayout TWO = RowLayout.scalar(2);

  private static SequencedMap<String, Column> columns(String name, Column column) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    columns.put(name, column);
    return columns;
  }

  @Test
  void byteStringsLieOneAfterTheOther() {
    ByteStrings strings = ByteStrings.of(List.of("ab", "", "é"));
    assertEquals(3, strings.size());
    assertEquals("abé", new String(strings.data(), StandardCharsets.UTF_8));
    assertEquals(List.of(0, 2, 2), List.of(strings.start(0), strings.start(1), strings.start(2)));
    assertEquals(List.of(2, 2, 4), List.of(strings.end(0), strings.end(1), strings.end(2)));
    assertEquals(
        List.of(2, 0, 2), List.of(strings.length(0), strings.length(1), strings.length(2)));
    assertEquals(
        List.of("ab", "", "é"), List.of(strings.text(0), strings.text(1), strings.text(2)));
    assertArrayEquals(new byte[] {(byte) 0xc3, (byte) 0xa9}, strings.get(2));
    assertEquals(0, ByteStrings.of(List.of()).size());
  }

  @Test
  void bytesThatAreNotTextAreShownAsReplaced() {
    ByteStrings strings = new ByteStrings(new byte[] {'a', (byte) 0xff, 'b'}, new int[] {0, 3}, 1);
    assertEquals("a\ufffdb", strings.text(0));
  }

  @Test
  void byteStringsFitTheirArrays() {
    byte[] data = new byte[4];
    assertEquals(2, new ByteStrings(data, new int[] {0, 1, 4, 9}, 2).size());
    assertThrows(IllegalArgumentException.class, () -> new ByteStrings(data, new int[] {0, 5}, 1));
    assertThrows(IllegalArgumentException.class, () -> new ByteStrings(data, new int[] {0, 4}, 2));
    assertThrows(IllegalArgumentException.class, () -> new ByteStrings(data, new int[0], 0));
  }

  @Test
  void aScalarLayoutHasAValueARow() {
    RowLayout layout = RowLayout.scalar(3);
    assertTrue(layout.isScalar());
    assertEquals(
        List.of(3, 3, 0), List.of(layout.rowCount(), layout.valueCount(), layout.absentCount()));
    assertEquals(List.of(2, 3, 1), List.of(layout.start(2), layout.end(2), layout.count(2)));
    assertTrue(layout.isPresent(1));
    assertEquals(0, RowLayout.scalar(0).valueCount());
  }

  @Test
  void aRaggedLayoutTellsEmptyFromAbsent() {
    BitSet absent = new BitSet();
    absent.set(1);
    RowLayout layout = RowLayout.ragged(new int[] {0, 2, 2, 2, 3}, absent);
    assertFalse(layout.isScalar());
    assertEquals(
        List.of(4, 3, 1), List.of(layout.rowCount(), layout.valueCount(), layout.absentCount()));
    assertEquals(
        List.of(2, 0, 0, 1),
        List.of(layout.count(0), layout.count(1), layout.count(2), layout.count(3)));
    assertFalse(layout.isPresent(1));
    assertTrue(layout.isPresent(2));
    assertEquals(0, RowLayout.ragged(new int[] {0, 1}, new BitSet()).absentCount());
  }

  @Test
  void offsetsStartAtZero() {
    assertThrows(IllegalArgumentException.class, () -> RowLayout.ragged(new int[0]));
    assertThrows(IllegalArgumentException.class, () -> RowLayout.ragged(new int[] {1, 2}));
  }

  @Test
  void aColumnHasTheValuesOfItsLayout() {
    assertThrows(IllegalArgumentException.class, () -> new Column.Int64(TWO, new long[1]));
    assertThrows(IllegalArgumentException.class, () -> new Column.Float(TWO, new float[1]));
    ByteStrings one = ByteStrings.of(List.of("a"));
    var e =
        assertThrows(IllegalArgumentException.class, () -> new Column.Bytes(TWO, new int[1], one));
    assertEquals("2 values, but 1 given", e.getMessage());
    assertEquals(2, new Column.Int64(TWO, new long[9]).layout().rowCount());
  }

  @Test
  void aBatchHasColumnsOfItsRows() {
    Column column = new Column.Int64(TWO, new long[2]);
    ExampleBatch batch = new ExampleBatch(2, columns("n", column));
    assertEquals(column, batch.column("n"));
    assertNull(batch.column("none"));
    assertEquals(List.of("n"), List.copyOf(batch.featureNames()));
    assertEquals(0, batch.sequences().size());
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new ExampleBatch(3, columns("n", column)));
    assertEquals("n has 2 rows, not 3", e.getMessage());
    assertThrows(UnsupportedOperationException.class, () -> batch.columns().remove("n"));
  }

  @Test
  void aBatchKeepsItsColumnsWhenTheGivenMapChanges() {
    SequencedMap<String, Column> columns = columns("n", new Column.Int64(TWO, new long[2]));
    ExampleBatch batch = new ExampleBatch(2, columns);
    columns.clear();
    assertEquals(1, batch.columns().size());
  }

  @Test
  void aSequenceHasItsStepsValues() {
    RowLayout steps = RowLayout.ragged(new int[] {0, 1, 3});
    Column three = new Column.Int64(RowLayout.scalar(3), new long[3]);
    SequencedMap<String, ExampleBatch.Sequence> sequences = new LinkedHashMap<>();
    sequences.put("s", new ExampleBatch.Sequence(steps, three));
    ExampleBatch batch = new ExampleBatch(2, new LinkedHashMap<>(), sequences);
    assertEquals(3, batch.sequences().get("s").values().layout().rowCount());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExampleBatch(1, new LinkedHashMap<>(), sequences));
    Column two = new Column.Int64(TWO, new long[2]);
    assertThrows(IllegalArgumentException.class, () -> new ExampleBatch.Sequence(steps, two));
  }

  /// A builder that grows, spreads out and is cut back, against a plain list.
  @Test
  void bytesAreWhatWasAddedLessWhatWasTakenBack() {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      int distinct = round % 2 == 0 ? 50 : 100_000;
      BytesBuilder builder = new BytesBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        byte[] value = ("-" + random.nextInt(distinct) + "-").repeat(random.nextInt(3)).getBytes();
        builder.add(value, Math.min(1, value.length), value.length);
        expected.add(new String(value, Math.min(1, value.length), Math.max(0, value.length - 1)));
        if (random.nextInt(100) == 0) {
          int count = expected.size() - random.nextInt(Math.min(20, expected.size()));
          builder.truncate(count);
          expected.subList(count, expected.size()).clear();
        }
      }
      assertEquals(expected.size(), builder.count());
      Column.Bytes column = builder.finish(RowLayout.scalar(expected.size()));
      List<String> actual = new ArrayList<>();
      for (int i = 0; i < expected.size(); i++) {
        actual.add(column.dictionary().text(column.codes()[i]));
      }
      assertEquals(expected, actual);
      assertEquals(distinct > 50, column.dictionary().size() == expected.size());
    }
  }

  @Test
  void rowsThatWereNeverOpenedAreAbsent() {
    RowTracker tracker = new RowTracker();
    tracker.open(1, 0);
    tracker.open(2, 3);
    assertTrue(tracker.isOpen(2));
    assertFalse(tracker.isOpen(1));
    assertFalse(tracker.isOpen(3));
    assertTrue(tracker.openNext(3, 3));
    assertFalse(tracker.openNext(7, 4));
    RowLayout layout = tracker.finish(6, 4);
    List<Integer> counts = new ArrayList<>();
    StringBuilder present = new StringBuilder();
    for (int row = 0; row < 6; row++) {
      counts.add(layout.count(row));
      present.append(layout.isPresent(row) ? '1' : '0');
    }
    assertEquals(List.of(0, 3, 0, 1, 0, 0), counts);
    assertEquals("011100", present.toString());
  }

  @Test
  void rowsTakenBackLeaveNothing() {
    RowTracker tracker = new RowTracker();
    tracker.open(0, 0);
    tracker.open(3, 5);
    assertEquals(5, tracker.reopen(3));
    tracker.open(3, 5);
    assertEquals(5, tracker.truncate(1, 6));
    assertEquals(5, tracker.truncate(1, 5));
    tracker.open(1, 5);
    RowLayout layout = tracker.finish(2, 7);
    assertEquals(List.of(5, 2), List.of(layout.count(0), layout.count(1)));
    assertEquals(0, layout.absentCount());
  }

  @Test
  void aValueInEveryRowMakesAScalarLayout() {
    RowTracker tracker = new RowTracker();
    for (int row = 0; row < 1_000; row++) {
      tracker.open(row, row);
    }
    assertTrue(tracker.finish(1_000, 1_000).isScalar());
  }
}
