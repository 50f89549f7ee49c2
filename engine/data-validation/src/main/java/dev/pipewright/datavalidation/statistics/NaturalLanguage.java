package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.protos.tfmd.CustomStatistic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How many values look like natural language: three words at least, of 2.5 to 8 bytes in the mean,
/// in the first 100 bytes. TFDV's `natural_language_domain_inferring_stats_generator`.
final class NaturalLanguage {

  private static final double LEAST_SHARE = 0.8;
  private static final int LEAST_VALUES = 100;
  private static final int CROP_VALUES = 100;
  private static final int CROP_BYTES = 100;
  private static final int LEAST_WORDS = 3;
  private static final double LEAST_LENGTH = 2.5;
  private static final double MOST_LENGTH = 8;

  private long matched;
  private long considered;
  private boolean isNone;

  /// Adds the first of some values.
  void add(int[] codes, ByteStrings strings, int from, int to) {
    int end = Math.min(to, from + CROP_VALUES);
    for (int i = from; i < end && !isNone; i++) {
      isNone = !isUtf8(strings, codes[i]);
    }
    for (int i = from; i < end && !isNone; i++) {
      considered++;
      matched += isLanguage(strings, codes[i]) ? 1 : 0;
    }
  }

  private static boolean isUtf8(ByteStrings strings, int index) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(strings.data(), strings.start(index), strings.length(index)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isLanguage(ByteStrings strings, int index) {
    int words = 0;
    int letters = 0;
    boolean isInWord = false;
    int end = Math.min(strings.end(index), strings.start(index) + CROP_BYTES);
    for (int i = strings.start(index); i < end; i++) {
      byte b = strings.data()[i];
      boolean isBlank = b == ' ' || (b >= '\t' && b <= '\r');
      words += !isBlank && !isInWord ? 1 : 0;
      letters += isBlank ? 0 : 1;
      isInWord = !isBlank;
    }
    double mean = (double) letters / words;
    return words >= LEAST_WORDS && mean >= LEAST_LENGTH && mean <= MOST_LENGTH;
  }

  void addAll(NaturalLanguage other) {
    matched += other.matched;
    considered += other.considered;
    isNone |= other.isNone;
  }

  List<CustomStatistic> result() {
    double share = (double) matched / considered;
    return isNone || considered < LEAST_VALUES || share < LEAST_SHARE
        ? List.of()
        : List.of(
            SemanticStatistics.domain("natural_language_domain {}"),
            CustomStatistic.newBuilder()
                .setName("natural_language_match_rate")
                .setNum(share)
                .build());
  }
}
