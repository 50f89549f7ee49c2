package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The epochs are those at which Keras's `EarlyStopping` stops for the same values.
class EarlyStoppingTest {

  @Test
  void stopsAtTheFirstEpochThatIsNotBetterWithoutPatience() {
    assertEquals(2, stopEpoch(new EarlyStopping("val_loss", 0, 0, false), 1, 0.9, 0.9, 0.5));
  }

  @Test
  void bearsAsManyEpochsAsItHasPatience() {
    assertEquals(4, stopEpoch(new EarlyStopping("val_loss", 2, 0, false), 3, 2, 1, 1.5, 1.2, 0));
    assertEquals(-1, stopEpoch(new EarlyStopping("val_loss", 3, 0, false), 3, 2, 1, 1.5, 1.2, 0));
  }

  @Test
  void takesSmallImprovementsForNone() {
    assertEquals(1, stopEpoch(new EarlyStopping("loss", 0, 0.1, false), 1, 0.95, 0.5));
  }

  @Test
  void wantsAccuracyToGrow() {
    var stopping = new EarlyStopping("val_binary_accuracy", 1, 0, true);
    assertEquals(3, stopEpoch(stopping, 0.5, 0.6, 0.7, 0.7));
    assertEquals(2, state(stopping, 0.5, 0.6, 0.7, 0.7).bestEpoch());
  }

  @Test
  void takesNaNForNoImprovement() {
    assertEquals(1, stopEpoch(new EarlyStopping("val_loss", 1, 0, false), 1, Double.NaN));
  }

  private static int stopEpoch(EarlyStopping stopping, double... values) {
    EarlyStopping.State state = EarlyStopping.State.START;
    for (int epoch = 0; epoch < values.length; epoch++) {
      state = stopping.after(state, epoch, values[epoch]);
      if (stopping.stops(state)) {
        return epoch;
      }
    }
    return -1;
  }

  private static EarlyStopping.State state(EarlyStopping stopping, double... values) {
    EarlyStopping.State state = EarlyStopping.State.START;
    for (int epoch = 0; epoch < values.length; epoch++) {
      state = stopping.after(state, epoch, values[epoch]);
    }
    return state;
  }
}
