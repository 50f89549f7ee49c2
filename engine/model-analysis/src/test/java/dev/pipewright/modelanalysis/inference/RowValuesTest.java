package dev.pipewright.modelanalysis.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.Column;
import dev.pipewright.modelanalysis.metric.Matrix;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.HostTensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowValuesTest {

  @Test
  void joinsBatchesOfRows() {
    RowValues values = new RowValues("p", 3, DType.FLOAT32);
    try (HostTensor first = HostTensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        HostTensor last = HostTensor.of(new float[] {5, 6}, 1, 2)) {
      values.add(first, 2);
      values.add(last, 1);
    }
    Matrix matrix = values.toMatrix();
    assertEquals(2, matrix.width());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, matrix.values());
    Column.Float column = assertInstanceOf(Column.Float.class, values.toColumn());
    assertEquals(2, column.layout().count(1));
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, column.values());
  }

  @Test
  void takesWholeNumbersTruthAndTexts() {
    RowValues numbers = new RowValues("n", 2, DType.INT64);
    RowValues truth = new RowValues("b", 2, DType.BOOL);
    RowValues texts = new RowValues("t", 2, DType.STRING);
    try (HostTensor n = HostTensor.of(new long[] {7, -1});
        HostTensor b = HostTensor.of(new boolean[] {true, false});
        HostTensor first = HostTensor.of(List.of("Łódź"));
        HostTensor last = HostTensor.of(List.of(""))) {
      numbers.add(n, 2);
      truth.add(b, 2);
      texts.add(first, 1);
      texts.add(last, 1);
    }
    assertArrayEquals(
        new long[] {7, -1}, assertInstanceOf(Column.Int64.class, numbers.toColumn()).values());
    assertArrayEquals(new double[] {1, 0}, truth.toMatrix().values());
    Column.Bytes bytes = assertInstanceOf(Column.Bytes.class, texts.toColumn());
    assertEquals("Łódź", bytes.dictionary().text(bytes.codes()[0]));
    assertEquals("", bytes.dictionary().text(bytes.codes()[1]));
    assertThrows(DataException.class, texts::toMatrix);
  }

  @Test
  void refusesOutputsThatAreNotByRow() {
    RowValues values = new RowValues("p", 4, DType.FLOAT32);
    try (HostTensor scalar = HostTensor.scalar(1f);
        HostTensor pair = HostTensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        HostTensor column = HostTensor.of(new float[] {1, 2})) {
      DataException e = assertThrows(DataException.class, () -> values.add(scalar, 2));
      assertEquals("output p", e.where().subject());
      values.add(pair, 2);
      assertThrows(DataException.class, () -> values.add(column, 2));
    }
  }
}
