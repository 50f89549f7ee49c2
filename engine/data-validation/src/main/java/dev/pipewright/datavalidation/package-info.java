/// Knowing and checking data: the components StatisticsGen, SchemaGen, ImportSchemaGen,
/// ExampleValidator and DistributionValidator, and the readers of what they write
/// (`StatisticsArtifact`, `SchemaArtifact`, `AnomaliesArtifact`), in the formats of TensorFlow Data
/// Validation.
@NullMarked
package dev.pipewright.datavalidation;

import org.jspecify.annotations.NullMarked;
