/// Reads Avro's object container files as batches of examples: an `AvroSchema` says what a record
/// is, a `RecordReader` puts its fields into features.
@NullMarked
package dev.pipewright.data.avro;

import org.jspecify.annotations.NullMarked;
