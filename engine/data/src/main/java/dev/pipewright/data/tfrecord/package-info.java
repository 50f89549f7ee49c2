/// TFRecord files: records framed by length and masked CRC32C, in plain files or in gzip files of
/// several members. `TfRecordReader` reads one, `TfRecordWriter` writes one whole or not at all,
/// and a `RecordBuffer` frames and compresses records on any thread for a writer to take in order.
@NullMarked
package dev.pipewright.data.tfrecord;

import org.jspecify.annotations.NullMarked;
