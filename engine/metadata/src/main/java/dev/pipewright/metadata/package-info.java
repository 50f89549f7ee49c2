/// The ML Metadata store of a pipeline root: which artifacts there are, which executions read and
/// wrote them, and the pipeline, run and node they belong to. The file is ML Metadata's own (schema
/// version 10 on SQLite), so that TFX's `ml_metadata` client and this package open each other's.
/// [MetadataReader] asks, [MetadataStore] also writes.
@NullMarked
package dev.pipewright.metadata;

import org.jspecify.annotations.NullMarked;
