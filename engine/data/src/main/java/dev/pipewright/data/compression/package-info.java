/// Compressed blocks and files: `BlockCodec` unpacks the blocks of Parquet and Avro files,
/// `TextFile` opens a file of text that may be compressed as a whole. What damaged input claims of
/// its size is not believed before it is there.
@NullMarked
package dev.pipewright.data.compression;

import org.jspecify.annotations.NullMarked;
