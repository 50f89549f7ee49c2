/// Reads Parquet files as batches of examples: the footer (`Footer`), the pages of each column
/// (`ChunkReader`) and the encodings of their values (`Values`), as the format's specification has
/// them. Sizes and counts are checked against what there is before memory is taken for them, since
/// files may be damaged.
@NullMarked
package dev.pipewright.data.parquet;

import org.jspecify.annotations.NullMarked;
