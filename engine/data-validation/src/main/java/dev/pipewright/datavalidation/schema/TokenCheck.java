package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.NaturalLanguageStatistics.TokenStatistics;
import dev.pipewright.protos.tfmd.SequenceValueConstraints;
import java.util.List;

/// Whether a token occurs as often as expected: the rest of TFDV's `natural_language_domain_util`.
final class TokenCheck {

  private TokenCheck() {}

  static void check(
      TokenStatistics token,
      SequenceValueConstraints.Builder constraint,
      List<Deviation> deviations) {
    String name =
        constraint.hasIntValue() ? "" + constraint.getIntValue() : constraint.getStringValue();
    fractions(name, token.getFractionOfSequences(), constraint, deviations);
    double least = token.getPerSequenceMinFrequency();
    if (constraint.hasMinPerSequence() && constraint.getMinPerSequence() > least) {
      deviations.add(
          new Deviation(
              Type.SEQUENCE_VALUE_TOO_FEW_OCCURRENCES,
              "Value has too few per-sequence occurrences.",
              ("Value: %s occurs at least: %s times within a sequence, which is lower than the"
                      + " threshold set in the Schema: %d.")
                  .formatted(name, Decimals.sixDigits(least), constraint.getMinPerSequence())));
      constraint.setMinPerSequence((long) least);
    }
    double most = token.getPerSequenceMaxFrequency();
    if (constraint.hasMaxPerSequence() && constraint.getMaxPerSequence() < most) {
      deviations.add(
          new Deviation(
              Type.SEQUENCE_VALUE_TOO_MANY_OCCURRENCES,
              "Value has too many per-sequence occurrences.",
              ("Value: %s occurs at most: %s times within a sequence, which is higher than the"
                      + " threshold set in the Schema: %d.")
                  .formatted(name, Decimals.sixDigits(most), constraint.getMaxPerSequence())));
      constraint.setMaxPerSequence((long) most);
    }
  }

  private static void fractions(
      String name,
      double actual,
      SequenceValueConstraints.Builder constraint,
      List<Deviation> deviations) {
    String start = "Fraction of sequences with value: " + name + " is: ";
    float least = constraint.getMinFractionOfSequences();
    if (constraint.hasMinFractionOfSequences() && least > actual) {
      deviations.add(
          new Deviation(
              Type.SEQUENCE_VALUE_TOO_SMALL_FRACTION,
              "Value occurs in too small a fraction of sequences.",
              "%s%s which is lower than the threshold set in the Schema: %s."
                  .formatted(start, Decimals.sixDigits(actual), Decimals.sixDigits(least))));
      constraint.setMinFractionOfSequences((float) actual);
    }
    float most = constraint.getMaxFractionOfSequences();
    if (constraint.hasMaxFractionOfSequences() && most < actual) {
      deviations.add(
          new Deviation(
              Type.SEQUENCE_VALUE_TOO_LARGE_FRACTION,
              "Value occurs in too large a fraction of sequences.",
              "%s%s which is higher than the threshold set in the Schema: %s."
                  .formatted(start, Decimals.sixDigits(actual), Decimals.sixDigits(most))));
      constraint.setMaxFractionOfSequences((float) actual);
    }
  }
}
