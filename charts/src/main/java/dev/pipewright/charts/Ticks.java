package dev.pipewright.charts;

import java.util.ArrayList;
import java.util.List;

/// The values at which an axis has a label: round numbers, no closer than they can be read.
final class Ticks {

  private static final double[] NICE = {1, 2, 2.5, 5, 10};

  /// A labelled value.
  record Tick(double value, String label) {}

  private Ticks() {}

  /// The ticks of an axis, ascending.
  ///
  /// @param most how many intervals between ticks there is room for; at least 1
  static List<Tick> of(AxisScale scale, double low, double high, int most) {
    return switch (scale) {
      case LINEAR -> linear(low, high, most);
      case LOG -> logarithmic(low, high, most);
    };
  }

  private static List<Tick> linear(double low, double high, int most) {
    double step = step((high - low) / most);
    // Ends that were computed, as 0.1 * 3, may miss a tick by a rounding.
    double slack = 1e-9 * (high - low) / step;
    double last = Math.floor(high / step + slack);
    List<Tick> ticks = new ArrayList<>();
    for (double at = Math.ceil(low / step - slack); at <= last; at++) {
      ticks.add(new Tick(at * step, NumberText.tick(at * step, step)));
      if (at + 1 == at) {
        break;
      }
    }
    return ticks;
  }

  /// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`.
  static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double nice : NICE) {
      if (nice * power >= least * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private static List<Tick> logarithmic(double low, double high, int most) {
    double decades = Math.log10(high / low);
    if (decades >= 2 || decades * 3 > most) {
      return powers(low, high, (int) Math.max(1, Math.ceil(decades / most - 1e-9)));
    }
    List<Tick> ticks = multiples(low, high);
    return ticks.size() >= 2 ? ticks : linear(low, high, most);
  }

  private static List<Tick> powers(double low, double high, int stride) {
    List<Tick> ticks = new ArrayList<>();
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    for (int exponent = (int) Math.ceil(Math.log10(low) - 1e-9); exponent <= last; exponent++) {
      if (Math.floorMod(exponent, stride) == 0) {
        double value = Math.pow(10, exponent);
        ticks.add(new Tick(value, NumberText.logTick(value)));
      }
    }
    return ticks;
  }

  private static List<Tick> multiples(double low, double high) {
    List<Tick> ticks = new ArrayList<>();
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= last; exponent++) {
      for (double multiple = 1; multiple <= 5; multiple = multiple == 1 ? 2 : multiple + 3) {
        double value = multiple * Math.pow(10, exponent);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          ticks.add(new Tick(value, NumberText.logTick(value)));
        }
      }
    }
    return ticks;
  }
}
