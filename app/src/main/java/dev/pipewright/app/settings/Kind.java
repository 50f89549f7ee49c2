package dev.pipewright.app.settings;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Bool;
import dev.pipewright.pipeline.ParameterValue.Int;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.util.List;

/// What values a setting may have, and how the settings file holds them.
///
/// @param <T> the type of its values
public sealed interface Kind<T> {

  /// The value that the file holds.
  ///
  /// @throws IllegalArgumentException when it cannot be one
  T read(ParameterValue value);

  /// A value as the file holds it.
  ParameterValue write(T value);

  /// On or off.
  record Switch() implements Kind<Boolean> {
    @Override
    public Boolean read(ParameterValue value) {
      if (value instanceof Bool(boolean isOn)) {
        return isOn;
      }
      throw new IllegalArgumentException("neither on nor off: " + value);
    }

    @Override
    public ParameterValue write(Boolean value) {
      return new Bool(value);
    }
  }

  /// A whole number.
  ///
  /// @param least the smallest
  /// @param most the largest
  /// @param step how far a click goes
  /// @param unit what it counts, as `%`
  /// @param nothing what 0 means, as the key of a text, or empty where 0 is a number like others
  record Whole(int least, int most, int step, String unit, String nothing)
      implements Kind<Integer> {
    @Override
    public Integer read(ParameterValue value) {
      if (value instanceof Int(long number) && isAllowed(number)) {
        return (int) number;
      }
      throw new IllegalArgumentException("not from " + least + " to " + most + ": " + value);
    }

    /// Whether a number is in the range, or 0 where that means something.
    public boolean isAllowed(long number) {
      return number >= least && number <= most || number == 0 && !nothing.isEmpty();
    }

    @Override
    public ParameterValue write(Integer value) {
      return new Int(value);
    }
  }

  /// One of several words.
  record Choice(List<String> choices) implements Kind<String> {
    /// Keeps a copy.
    public Choice {
      choices = List.copyOf(choices);
    }

    @Override
    public String read(ParameterValue value) {
      if (value instanceof Text(String word) && choices.contains(word)) {
        return word;
      }
      throw new IllegalArgumentException("not one of " + choices + ": " + value);
    }

    @Override
    public ParameterValue write(String value) {
      return new Text(value);
    }
  }

  /// The code of a language, whether or not its texts are there.
  record Language() implements Kind<String> {
    @Override
    public String read(ParameterValue value) {
      if (value instanceof Text(String code) && code.matches("[a-z]{2,8}")) {
        return code;
      }
      throw new IllegalArgumentException("not a language: " + value);
    }

    @Override
    public ParameterValue write(String value) {
      return new Text(value);
    }
  }
}
