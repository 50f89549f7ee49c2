package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo;

/// One way in which data are not as the schema expects; the texts are TFDV's.
///
/// @param type TFMD's type of anomaly
/// @param shortDescription what is wrong in a few words
/// @param description what is wrong in full, or empty
public record Deviation(AnomalyInfo.Type type, String shortDescription, String description) {}
