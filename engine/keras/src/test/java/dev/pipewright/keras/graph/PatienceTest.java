package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.pipeline.ParameterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final CompileConfig COMPILED =
      new CompileConfig(
          new Optimizer.Adam(0.001),
          new Loss.BinaryCrossentropy(false),
          List.of(new Metric.Auc("auc", Metric.Auc.Curve.ROC, 200, false)));

  private static Patience patience(String monitor, int patience, double minDelta) {
    return new Patience(
        new EarlyStopping(monitor, patience, minDelta, EarlyStopping.Keep.LAST), COMPILED);
  }

  private static EpochResult epoch(int number, String name, double value) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    values.put(name, value);
    return new EpochResult(number, number, values);
  }

  private static String verdicts(Patience patience, String name, double... values) {
    List<String> verdicts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      verdicts.add(patience.after(epoch(i + 1, name, values[i])).name());
    }
    return String.join(" ", verdicts);
  }

  @Test
  void bearsSoManyEpochsWithoutImprovement() {
    assertEquals(
        "BEST GO_ON BEST GO_ON STOP", verdicts(patience("loss", 2, 0), "loss", 3, 4, 2, 2, 3));
  }

  @Test
  void higherIsBetterForAnArea() {
    assertEquals("BEST BEST STOP", verdicts(patience("val_auc", 1, 0), "val_auc", 0.5, 0.7, 0.6));
  }

  @Test
  void anImprovementBelowTheDeltaIsNone() {
    assertEquals(
        "BEST GO_ON BEST GO_ON", verdicts(patience("loss", 2, 0.5), "loss", 3, 2.7, 2.4, 2));
  }

  @Test
  void neverStopsAfterTheFirstEpoch() {
    assertEquals("GO_ON STOP", verdicts(patience("loss", 0, 0), "loss", Double.NaN, Double.NaN));
  }

  @Test
  void thereIsNoBestWhileNothingIsANumber() {
    Patience patience = patience("loss", 5, 0);
    patience.after(epoch(1, "loss", Double.NaN));
    assertFalse(patience.hasBest());
  }

  @Test
  void goesOnFromItsState() {
    Patience before = patience("loss", 2, 0);
    verdicts(before, "loss", 3, 4);
    Patience after = patience("loss", 2, 0);
    after.restore(before.state());
    assertEquals(Patience.Verdict.STOP, after.after(epoch(3, "loss", 3.5)));
  }

  @Test
  void saysWhatItCanWatch() {
    assertThrows(ParameterException.class, () -> patience("val_f1", 1, 0));
    Patience patience = patience("val_loss", 1, 0);
    ParameterException failure =
        assertThrows(ParameterException.class, () -> patience.after(epoch(1, "loss", 1)));
    assertEquals("Watch loss, or give data to evaluate on.", failure.fix());
  }
}
