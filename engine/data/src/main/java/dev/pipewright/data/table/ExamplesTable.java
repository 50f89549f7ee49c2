package dev.pipewright.data.table;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.data.table.StoredColumn.Kind;
import dev.pipewright.data.table.TableFile.Packed;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// The examples of an artifact as a table whose rows are those of its splits, one split after the
/// other. `load` reads them once, block by block, into columns in a temporary file; from then on
/// any cell of a block is at hand, in whatever order, and memory is needed for none. The table
/// grows while it is loaded.
///
/// One thread loads; others may read what is there. To be closed, when none reads any more.
public final class ExamplesTable implements AutoCloseable {

  /// How many rows a block has. Few, so that the first are there soon.
  static final int BLOCK_ROWS = 1 << 12;

  private static final int BLOCK_BYTES = 1 << 23;

  private final ExamplesArtifact artifact;
  private final List<String> splits;
  private final TableFile file;
  private volatile State state = new State(new TableBlock[0], List.of(), 0, false);

  /// A feature.
  ///
  /// @param kind what its values are; null when it has none in any row
  /// @param isSequence whether it is a feature list of tf.SequenceExamples
  public record Feature(String name, @Nullable Kind kind, boolean isSequence) {

    /// Whether its values are numbers.
    public boolean isNumeric() {
      return kind == Kind.INT64 || kind == Kind.FLOAT;
    }
  }

  /// What was read.
  private record State(
      TableBlock[] blocks, List<Feature> features, int splitsRead, boolean isComplete) {

    int rowCount() {
      return blocks.length == 0 ? 0 : blocks[blocks.length - 1].endRow();
    }
  }

  private ExamplesTable(ExamplesArtifact artifact, List<String> splits) throws IOException {
    this.artifact = artifact;
    this.splits = List.copyOf(splits);
    this.file = new TableFile();
  }

  /// A table of these splits of an artifact, with no row yet.
  ///
  /// @throws IOException when there can be no temporary file
  public static ExamplesTable of(ExamplesArtifact artifact, List<String> splits)
      throws IOException {
    return new ExamplesTable(artifact, splits);
  }

  /// Reads all rows; says so after every block.
  ///
  /// @param pool turns records into columns, on `parallelism` threads
  /// @throws ArtifactException when a file is damaged; the rows before stay
  /// @throws IOException when the temporary file cannot be written
  /// @throws InterruptedException when the thread is interrupted
  public void load(ExecutorService pool, int parallelism, Runnable onBlock)
      throws IOException, InterruptedException {
    for (int split = 0; split < splits.size(); split++) {
      int number = split;
      try (RecordBlocks blocks =
              RecordBlocks.of(
                  artifact.files(splits.get(split)),
                  artifact.payloadFormat(),
                  BLOCK_ROWS,
                  BLOCK_BYTES);
          OrderedTasks<Decoded> tasks =
              new OrderedTasks<>(
                  pool,
                  parallelism,
                  decoded -> {
                    add(decoded, number);
                    onBlock.run();
                  })) {
        load(blocks, tasks);
      }
      State now = state;
      boolean isLast = split == splits.size() - 1;
      state = new State(now.blocks(), now.features(), split + 1, isLast);
    }
    onBlock.run();
  }

  private void load(RecordBlocks blocks, OrderedTasks<Decoded> tasks)
      throws IOException, InterruptedException {
    boolean isFirst = true;
    while (blocks.hasNext()) {
      RecordBlock block = blocks.next();
      boolean withNames = isFirst;
      tasks.add(() -> Decoded.of(block, withNames));
      if (isFirst) {
        // The first rows are to be seen before others are read.
        tasks.finish();
      }
      isFirst = false;
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    tasks.finish();
  }

  /// A block as columns.
  ///
  /// @param names the features that it names, of those too that have no value
  private record Decoded(int rowCount, SortedSet<String> names, Packed packed) {

    static Decoded of(RecordBlock block, boolean withNames) {
      ExampleBatch batch = block.decode();
      SortedSet<String> names =
          withNames ? block.featureNames() : new TreeSet<>(batch.featureNames());
      return new Decoded(batch.rowCount(), names, Packed.of(batch));
    }
  }

  private void add(Decoded decoded, int split) throws IOException {
    State now = state;
    if ((long) now.rowCount() + decoded.rowCount() > Integer.MAX_VALUE - 8) {
      throw new ArtifactException(
          "The examples have more than 2,147,483,639 rows: the first are shown.",
          Location.of(artifact.folder(splits.get(split))),
          "Split the examples into several artifacts to see the others.");
    }
    Map<String, StoredColumn> columns = file.add(decoded.packed());
    TableBlock[] blocks = Arrays.copyOf(now.blocks(), now.blocks().length + 1);
    blocks[blocks.length - 1] = new TableBlock(now.rowCount(), decoded.rowCount(), split, columns);
    state =
        new State(
            blocks, features(now.features(), decoded.names(), columns), now.splitsRead(), false);
  }

  private static List<Feature> features(
      List<Feature> known, SortedSet<String> names, Map<String, StoredColumn> columns) {
    Map<String, Feature> all = new HashMap<>();
    known.forEach(f -> all.put(f.name(), f));
    Map<String, Feature> added = new TreeMap<>();
    names.forEach(n -> added.putIfAbsent(n, new Feature(n, null, false)));
    columns.forEach((n, c) -> added.put(n, new Feature(n, c.kind(), c.isSequence())));
    added
        .values()
        .removeIf(
            f -> {
              Feature before = all.get(f.name());
              return before != null && (before.kind() != null || f.kind() == null);
            });
    if (added.isEmpty()) {
      return known;
    }
    all.putAll(added);
    return List.copyOf(new TreeMap<>(all).values());
  }

  /// Where the examples lie.
  public ExamplesArtifact artifact() {
    return artifact;
  }

  /// The splits, in the order of their rows.
  public List<String> splits() {
    return splits;
  }

  /// The features of the rows that were read, by name.
  public List<Feature> features() {
    return state.features();
  }

  /// The feature of this name; null when no row that was read has it.
  public @Nullable Feature feature(String name) {
    return state.features().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /// How many rows were read.
  public int rowCount() {
    return state.rowCount();
  }

  /// Whether all rows were read.
  public boolean isComplete() {
    return state.isComplete();
  }

  /// How many bytes the columns take, in the temporary file.
  public long sizeBytes() {
    return file.size();
  }

  /// The rows of these splits that were read.
  public RowRanges rows(List<String> wanted) {
    State now = state;
    List<Integer> bounds = new ArrayList<>();
    for (TableBlock block : now.blocks()) {
      if (wanted.contains(splits.get(block.split()))) {
        if (!bounds.isEmpty() && bounds.getLast() == block.firstRow()) {
          bounds.removeLast();
        } else {
          bounds.add(block.firstRow());
        }
        bounds.add(block.endRow());
      }
    }
    return new RowRanges(bounds.stream().mapToInt(i -> i).toArray());
  }

  /// The split of a row.
  public String split(int row) {
    return splits.get(block(row).split());
  }

  /// The row's number in its split, from 1.
  public int numberInSplit(int row) {
    int split = block(row).split();
    for (TableBlock block : state.blocks()) {
      if (block.split() == split) {
        return row - block.firstRow() + 1;
      }
    }
    throw new IllegalArgumentException("no row " + row);
  }

  /// A feature in a row.
  ///
  /// @throws IndexOutOfBoundsException when the row was not read
  public Cell cell(int row, String feature) {
    TableBlock block = block(row);
    return new Cell(block.column(feature), row - block.firstRow());
  }

  TableBlock block(int row) {
    TableBlock[] blocks = state.blocks();
    int low = 0;
    int high = blocks.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (row < blocks[middle].firstRow()) {
        high = middle - 1;
      } else if (row >= blocks[middle].endRow()) {
        low = middle + 1;
      } else {
        return blocks[middle];
      }
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + rowCount());
  }

  TableBlock[] blocks() {
    return state.blocks();
  }

  /// Removes the temporary file.
  ///
  /// @throws IOException when it cannot be removed
  @Override
  public void close() throws IOException {
    file.close();
  }
}
