/// Schemas: inferred from statistics (`SchemaInference`), read and written as TFX's text
/// (`SchemaText`), and held against statistics feature by feature (`FeatureRevision`), which says
/// what deviates and how the schema would have to change.
@NullMarked
package dev.pipewright.datavalidation.schema;

import org.jspecify.annotations.NullMarked;
