package dev.pipewright.datavalidation.anomalies;

import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.AnomalyInfo.Severity;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import java.util.List;

/// One anomaly from all that deviates in a feature: TFDV's `SchemaAnomalyBase::GetAnomalyInfo`.
final class AnomalyTexts {

  private static final String MULTIPLE = "Multiple errors";

  private AnomalyTexts() {}

  static AnomalyInfo.Builder info(List<Deviation> all) {
    boolean isNewColumn = all.stream().allMatch(d -> d.type() == Type.SCHEMA_NEW_COLUMN);
    List<Deviation> deviations = isNewColumn ? List.of(all.getFirst()) : all;
    AnomalyInfo.Builder info = AnomalyInfo.newBuilder().setSeverity(Severity.ERROR);
    Deviation unified = new Deviation(Type.UNKNOWN_TYPE, "", "");
    for (Deviation deviation : deviations) {
      info.addReasonBuilder()
          .setType(deviation.type())
          .setShortDescription(deviation.shortDescription())
          .setDescription(deviation.description());
      unified = unify(unified, deviation);
    }
    return info.setDescription(unified.description())
        .setShortDescription(unified.shortDescription());
  }

  private static Deviation unify(Deviation a, Deviation b) {
    if (a.description().isEmpty()) {
      return b;
    }
    return b.description().isEmpty()
        ? a
        : new Deviation(Type.MULTIPLE_REASONS, MULTIPLE, a.description() + " " + b.description());
  }
}
