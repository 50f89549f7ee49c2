package dev.pipewright.datavalidation.schema;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Feature.DomainInfoCase;
import dev.pipewright.protos.tfmd.ImageDomain;
import dev.pipewright.protos.tfmd.NaturalLanguageDomain;
import dev.pipewright.protos.tfmd.NaturalLanguageStatistics;
import dev.pipewright.protos.tfmd.NaturalLanguageStatistics.TokenStatistics;
import dev.pipewright.protos.tfmd.RankHistogram;
import dev.pipewright.protos.tfmd.SequenceValueConstraints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether images and natural language are as expected, and what values were found to mean: TFDV's
/// `image_domain_util`, `natural_language_domain_util` and `custom_domain_util`.
final class SemanticCheck {

  private static final Deviation NO_STATISTICS =
      new Deviation(
          Type.STATS_NOT_AVAILABLE,
          "Natural language stats are not computed.",
          "Constraints specified in natural language domain cannot be "
              + "verified because natural language stats have not been computed.");

  private SemanticCheck() {}

  /// Gives the feature, which has no domain, the one that its values were found to be of.
  ///
  /// @return whether there is one
  static boolean setDomain(FeatureView view, Feature.Builder feature) {
    List<String> domains =
        view.statistics().getCustomStatsList().stream()
            .filter(c -> c.getName().equals("domain_info"))
            .map(CustomStatistic::getStr)
            .filter(d -> !d.isEmpty())
            .toList();
    if (domains.size() != 1) {
      return false;
    }
    Feature.Builder found = Feature.newBuilder();
    try {
      TextFormat.merge(domains.getFirst(), found);
    } catch (TextFormat.ParseException e) {
      // Statistics by someone else may say what they like.
      return false;
    }
    boolean isDomain =
        found.getAllFields().size() == 1
            && found.getDomainInfoCase() != DomainInfoCase.DOMAININFO_NOT_SET;
    if (isDomain) {
      feature.mergeFrom(found.build());
    }
    return isDomain;
  }

  static void images(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    ImageDomain.Builder domain = feature.getImageDomainBuilder();
    Optional<CustomStatistic> formats = view.custom("image_format_histogram");
    if (domain.hasMinimumSupportedImageFraction() && formats.isPresent()) {
      float supported = supported(formats.get().getRankHistogram());
      float least = domain.getMinimumSupportedImageFraction();
      if (supported < least) {
        domain.setMinimumSupportedImageFraction(supported);
        deviations.add(
            new Deviation(
                Type.LOW_SUPPORTED_IMAGE_FRACTION,
                "Low supported image fraction",
                ("Fraction of values containing TensorFlow supported images: %s is lower than the"
                        + " threshold set in the Schema: %s.")
                    .formatted(Decimals.sixPlaces(supported), Decimals.sixPlaces(least))));
      }
    }
    long most = view.statistics().getBytesStats().getMaxNumBytesInt();
    if (domain.hasMaxImageByteSize() && most > domain.getMaxImageByteSize()) {
      deviations.add(
          new Deviation(
              Type.MAX_IMAGE_BYTE_SIZE_EXCEEDED,
              "Num bytes exceeds the max byte size.",
              String.format(
                  Locale.ROOT,
                  "The largest image has bytes: %d. The max allowed byte size is: %d.",
                  most,
                  domain.getMaxImageByteSize())));
      domain.setMaxImageByteSize(most);
    }
  }

  private static float supported(RankHistogram formats) {
    float supported = 0;
    float all = 0;
    for (RankHistogram.Bucket bucket : formats.getBucketsList()) {
      all += (float) bucket.getSampleCount();
      supported += bucket.getLabel().equals("UNKNOWN") ? 0 : (float) bucket.getSampleCount();
    }
    return supported / all;
  }

  static void language(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    NaturalLanguageDomain.Builder domain = feature.getNaturalLanguageDomainBuilder();
    boolean isConstrained =
        domain.getCoverage().hasMinCoverage()
            || domain.getCoverage().hasMinAvgTokenLength()
            || domain.getTokenConstraintsCount() > 0;
    Optional<NaturalLanguageStatistics> statistics =
        view.custom("nl_statistics").flatMap(SemanticCheck::unpack);
    if (statistics.isEmpty()) {
      if (isConstrained) {
        deviations.add(NO_STATISTICS);
        feature.clearNaturalLanguageDomain();
      }
      return;
    }
    coverage(statistics.get(), domain, deviations);
    for (SequenceValueConstraints.Builder constraint : domain.getTokenConstraintsBuilderList()) {
      Optional<TokenStatistics> token =
          statistics.get().getTokenStatisticsList().stream()
              .filter(t -> isOf(t, constraint))
              .findFirst();
      if (constraint.getValueCase() != SequenceValueConstraints.ValueCase.VALUE_NOT_SET) {
        if (token.isEmpty()) {
          deviations.add(NO_STATISTICS);
          feature.clearNaturalLanguageDomain();
          return;
        }
        TokenCheck.check(token.get(), constraint, deviations);
      }
    }
  }

  private static Optional<NaturalLanguageStatistics> unpack(CustomStatistic statistic) {
    try {
      return Optional.of(statistic.getAny().unpack(NaturalLanguageStatistics.class));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(TokenStatistics token, SequenceValueConstraints.Builder constraint) {
    return constraint.hasIntValue()
        ? token.hasIntToken() && token.getIntToken() == constraint.getIntValue()
        : token.hasStringToken() && token.getStringToken().equals(constraint.getStringValue());
  }

  private static void coverage(
      NaturalLanguageStatistics statistics,
      NaturalLanguageDomain.Builder domain,
      List<Deviation> deviations) {
    float least = domain.getCoverage().getMinCoverage();
    double actual = statistics.getFeatureCoverage();
    if (domain.getCoverage().hasMinCoverage() && least > actual) {
      deviations.add(
          new Deviation(
              Type.FEATURE_COVERAGE_TOO_LOW,
              "Feature coverage is too low.",
              "Fraction of tokens in the vocabulary: %s is lower than the threshold set in the Schema: %s."
                  .formatted(Decimals.sixDigits(actual), Decimals.sixDigits(least))));
      domain.getCoverageBuilder().setMinCoverage((float) actual);
    }
    float shortest = domain.getCoverage().getMinAvgTokenLength();
    double length = statistics.getAvgTokenLength();
    if (domain.getCoverage().hasMinAvgTokenLength() && length < shortest) {
      deviations.add(
          new Deviation(
              Type.FEATURE_COVERAGE_TOO_SHORT_AVG_TOKEN_LENGTH,
              "Average token length is too short.",
              "Average token length is: %s which is lower than the threshold set in the Schema: %s."
                  .formatted(Decimals.sixDigits(length), Decimals.sixDigits(shortest))));
      domain.getCoverageBuilder().setMinAvgTokenLength((float) length);
    }
  }
}
