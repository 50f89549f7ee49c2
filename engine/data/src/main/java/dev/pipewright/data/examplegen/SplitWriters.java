package dev.pipewright.data.examplegen;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.examplegen.SplitRecords.Member;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files of splits while they are written; they appear when all is committed. Used by one
/// thread at a time.
final class SplitWriters implements AutoCloseable {

  private final List<TfRecordWriter> writers = new ArrayList<>();
  private final List<String> names;
  private final Set<String> empty;
  private long rowCount;

  SplitWriters(Shares shares) throws IOException {
    names = shares.names();
    empty = new LinkedHashSet<>(names);
    for (String name : names) {
      writers.add(
          TfRecordWriter.create(ExamplesArtifact.rawFile(shares.uri(), name), Compression.GZIP));
    }
  }

  /// The names of the splits, in the order of the members that are added.
  List<String> names() {
    return names;
  }

  /// Writes the records of a block, a member a split.
  void add(List<Member> members) throws IOException {
    for (int i = 0; i < writers.size(); i++) {
      Member member = members.get(i);
      writers.get(i).writeReady(member.member());
      rowCount += member.rows().length;
      if (member.rows().length > 0) {
        empty.remove(names.get(i));
      }
    }
  }

  /// How many examples were added.
  long rowCount() {
    return rowCount;
  }

  /// The splits into which no example fell.
  List<String> empty() {
    return List.copyOf(empty);
  }

  void commit() throws IOException {
    for (TfRecordWriter writer : writers) {
      writer.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (TfRecordWriter writer : writers) {
      writer.close();
    }
  }
}
