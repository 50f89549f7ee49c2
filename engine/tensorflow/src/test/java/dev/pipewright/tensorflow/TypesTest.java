package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.proto.DataType;

/// The small types, none of which loads anything native.
class TypesTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeComesBackFromItsNumberAndItsReference(DType type) {
    assertEquals(type, DType.ofNumber(type.proto().getNumber()));
    assertEquals(type, DType.ofNumber(type.proto().getNumber() + 100));
    assertEquals(type, DType.of(type.proto()));
  }

  @Test
  void refusesTypesItDoesNotKnow() {
    assertThrows(IllegalArgumentException.class, () -> DType.of(DataType.DT_QINT8));
  }

  @Test
  void typesHavePythonsNames() {
    assertEquals("float32", DType.FLOAT32.toString());
    assertTrue(DType.BFLOAT16.isFloating());
    assertFalse(DType.INT64.isFloating());
  }

  @Test
  void shapesComeBackFromProtos() {
    for (TensorShape shape :
        List.of(
            TensorShape.unknown(),
            TensorShape.scalar(),
            TensorShape.of(-1, 3),
            TensorShape.of(0))) {
      assertEquals(shape, TensorShape.of(shape.proto()));
    }
  }

  @Test
  void shapesKnowTheirSize() {
    assertEquals(6, TensorShape.of(2, 3).elementCount());
    assertEquals(1, TensorShape.scalar().elementCount());
    assertEquals(3, TensorShape.of(2, 3).dim(-1));
    assertArrayEquals(new long[] {2, 3}, TensorShape.of(2, 3).toArray());
    assertFalse(TensorShape.of(-1).isFullyKnown());
    assertFalse(TensorShape.unknown().isFullyKnown());
    assertThrows(IllegalStateException.class, () -> TensorShape.of(-1).elementCount());
    assertThrows(IllegalArgumentException.class, () -> new TensorShape(2, List.of(1L)));
    assertThrows(IllegalArgumentException.class, () -> TensorShape.of(-2));
    assertEquals("<unknown>", TensorShape.unknown().toString());
  }

  @Test
  void sessionSettingsCheckTheirRanges() {
    assertThrows(IllegalArgumentException.class, () -> new SessionSettings(-2, 0));
    assertThrows(IllegalArgumentException.class, () -> new SessionSettings(0, -1));
    assertEquals(-1, SessionSettings.callerThread().proto().getInterOpParallelismThreads());
  }

  @Test
  void sessionsRewriteGraphsUnlessToldNotTo() {
    SessionSettings standard = SessionSettings.standard();
    SessionSettings asBuilt = standard.with(SessionSettings.Rewriting.NONE);
    assertEquals(new SessionSettings(0, 0, SessionSettings.Rewriting.NONE), asBuilt);
    assertFalse(standard.proto().getGraphOptions().getRewriteOptions().getDisableMetaOptimizer());
    assertTrue(asBuilt.proto().getGraphOptions().getRewriteOptions().getDisableMetaOptimizer());
  }

  @Test
  void nativeErrorsBecomeWhatAUserCanActOn() {
    String message = "indices[0] = 7 is not in [0, 2)\n\t [[{{node a/look_up}}]]";
    DataException data = assertInstanceOf(DataException.class, Failures.running(3, message));
    assertEquals(Location.subject("operation a/look_up"), data.where());
    assertEquals("TensorFlow could not use a value: indices[0] = 7 is not in [0, 2).", data.what());
    assertInstanceOf(EnvironmentException.class, Failures.running(8, "OOM when allocating"));
    assertInstanceOf(ArtifactException.class, Failures.running(5, "no file"));
    assertInstanceOf(CancellationException.class, Failures.running(1, "closed"));
    IllegalStateException other =
        assertInstanceOf(IllegalStateException.class, Failures.running(9, "not initialized"));
    assertEquals("TensorFlow (code 9): not initialized", other.getMessage());
  }
}
