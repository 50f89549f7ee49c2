package dev.pipewright.nodes.examples;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.Filter;
import dev.pipewright.data.table.FilterCheck;
import dev.pipewright.data.table.RowFinder;
import dev.pipewright.data.table.RowSet;
import dev.pipewright.data.table.Rows;
import dev.pipewright.data.table.SortedRows;
import dev.pipewright.data.table.SortedRows.Direction;
import dev.pipewright.data.table.Summaries;
import dev.pipewright.nodes.viewer.SplitStyle;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.ParameterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the viewer shows: the table as far as it is read, the rows of it that are asked for, and
/// what is in its columns. All work is done on other threads; JavaFX thread only.
final class ExamplesModel {

  /// Of more columns it is forgotten what is in them, when others are looked at.
  private static final int MOST_SUMMED = 400;

  private static final long PUBLISH_NANOS = 60_000_000;

  /// How far it is.
  ///
  /// @param table what is read; null before it is opened
  /// @param rows what is shown
  /// @param query what they answer
  /// @param isSearching whether more rows may come, or in another order
  /// @param seen how many rows the filter looked at
  /// @param seconds how long the filter took for that
  /// @param trouble what went wrong; null when nothing did
  record Shown(
      @Nullable ExamplesTable table,
      Rows rows,
      @Nullable Query query,
      boolean isSearching,
      int seen,
      double seconds,
      @Nullable Trouble trouble) {

    int read() {
      return table == null ? 0 : table.rowCount();
    }

    boolean isComplete() {
      return table != null && table.isComplete();
    }
  }

  /// What went wrong, and what to do.
  ///
  /// @param where the file, and the place in it; empty where that is not known
  record Trouble(String what, String where, String fix) {

    String told() {
      return where.isEmpty() ? what : what + " (" + where + ")";
    }
  }

  /// What is asked for.
  ///
  /// @param filter null for all rows
  /// @param splits those that are shown
  /// @param order null for that of the table
  record Query(String text, @Nullable Filter filter, List<String> splits, @Nullable Order order) {
    Query {
      splits = List.copyOf(splits);
    }
  }

  /// In which order rows are shown.
  record Order(String feature, Direction direction) {}

  /// What is in a column.
  ///
  /// @param all over all rows that were read then
  /// @param some over the rows that are shown; null where these are all
  record Distribution(ColumnSummary all, @Nullable ColumnSummary some) {}

  private static final Rows NONE = RowSet.none();

  private final Path folder;
  private final Works works = new Works(this::failed);
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", new Shown(null, NONE, null, true, 0, 0, null));
  private final ReadOnlyObjectWrapper<Query> query =
      new ReadOnlyObjectWrapper<>(this, "query", new Query("", null, List.of(), null));
  private final ReadOnlyObjectWrapper<Map<String, Distribution>> distributions =
      new ReadOnlyObjectWrapper<>(this, "distributions", Map.of());
  private final AtomicBoolean isTold = new AtomicBoolean();
  private List<String> splits = List.of();
  private @Nullable ExamplesTable table;
  private @Nullable RowFinder finder;
  private Works.@Nullable Work search;
  private Works.@Nullable Work summing;
  private boolean isClosed;
  private boolean isEnded;
  private double seconds;
  private Set<String> wanted = Set.of();
  private int summedRows;
  private @Nullable Rows summedOf;

  ExamplesModel(Path folder) {
    this.folder = folder;
    start();
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Query> query() {
    return query.getReadOnlyProperty();
  }

  /// What is in the columns that were asked for, as far as it is known.
  ReadOnlyObjectProperty<Map<String, Distribution>> distributions() {
    return distributions.getReadOnlyProperty();
  }

  /// The splits, train first.
  List<String> splits() {
    return splits;
  }

  /// The features so far.
  List<Feature> features() {
    return table == null ? List.of() : table.features();
  }

  Path folder() {
    return folder;
  }

  private void start() {
    works.start(
        "examples of " + folder,
        work -> {
          ExamplesArtifact artifact = ExamplesArtifact.guess(folder);
          List<String> names = SplitStyle.ordered(artifact.splitNames());
          ExamplesTable made = ExamplesTable.of(artifact, names);
          work.tell(() -> opened(made));
          try (ExecutorService pool =
              Executors.newFixedThreadPool(
                  2, Thread.ofPlatform().daemon().name("examples-", 0).factory())) {
            made.load(
                pool,
                2,
                () -> {
                  if (isTold.compareAndSet(false, true)) {
                    work.tell(this::grown);
                  }
                });
          } finally {
            work.tell(
                () -> {
                  isEnded = true;
                  grown();
                });
          }
        });
  }

  private void opened(ExamplesTable made) {
    table = made;
    splits = made.splits();
    Query now = query.get();
    List<String> kept = now.splits().stream().filter(splits::contains).toList();
    query.set(new Query(now.text(), now.filter(), kept.isEmpty() ? splits : kept, now.order()));
    grown();
  }

  /// There are more rows.
  private void grown() {
    isTold.set(false);
    if (!isClosed && table != null) {
      goOn();
    }
  }

  private void failed(Throwable thrown) {
    Shown now = shown.get();
    Trouble trouble =
        switch (thrown) {
          case EngineException e -> new Trouble(e.what(), e.where().toString(), e.fix());
          case UncheckedIOException e ->
              new Trouble(
                  Messages.text("failed", String.valueOf(e.getCause())),
                  "",
                  Messages.text("failed.fix"));
          case IOException e ->
              new Trouble(Messages.text("failed", e.toString()), "", Messages.text("failed.fix"));
          default ->
              new Trouble(
                  Messages.text("failed", thrown.toString()), "", Messages.text("failed.fix"));
        };
    shown.set(new Shown(table, now.rows(), now.query(), false, now.seen(), now.seconds(), trouble));
    if (!(thrown instanceof EngineException
        || thrown instanceof IOException
        || thrown instanceof UncheckedIOException)) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }

  /// Asks for other rows.
  ///
  /// @throws ParameterException when the text is no filter of these features
  void filter(String text) {
    Filter parsed = read(text);
    Query now = query.get();
    ask(new Query(text.strip(), parsed, now.splits(), now.order()));
  }

  /// What a text says of these features; null where it is empty.
  ///
  /// @throws ParameterException when it is no filter of them
  @Nullable Filter read(String text) {
    if (text.isBlank()) {
      return null;
    }
    Filter filter = Filter.parse(text);
    if (table != null && !table.features().isEmpty()) {
      FilterCheck.check(filter, table.features());
    }
    return filter;
  }

  void show(List<String> wantedSplits) {
    Query now = query.get();
    ask(new Query(now.text(), now.filter(), wantedSplits, now.order()));
  }

  void order(@Nullable Order order) {
    Query now = query.get();
    ask(new Query(now.text(), now.filter(), now.splits(), order));
  }

  private void ask(Query next) {
    if (next.equals(query.get())) {
      return;
    }
    boolean isOtherOrderOnly =
        next.text().equals(query.get().text()) && next.splits().equals(query.get().splits());
    query.set(next);
    if (search != null) {
      search.stop();
      search = null;
    }
    if (!isOtherOrderOnly) {
      finder = null;
      seconds = 0;
    }
    if (table != null) {
      goOn();
    }
  }

  /// Looks at the rows that were not looked at, unless that is under way.
  private void goOn() {
    ExamplesTable of = table;
    if (of == null || search != null) {
      return;
    }
    Query asked = query.get();
    RowFinder own = finder;
    if (asked.filter() != null && own == null) {
      own = new RowFinder(of, asked.filter(), asked.splits());
      finder = own;
    }
    RowFinder by = own;
    boolean wasComplete = isEnded;
    int known = of.rowCount();
    if (by == null && !(wasComplete && asked.order() != null)) {
      show(of.rows(asked.splits()), !wasComplete, known);
      return;
    }
    search =
        works.start(
            "examples filter",
            work -> {
              Rows found = by == null ? of.rows(asked.splits()) : find(work, by);
              if (wasComplete && asked.order() != null) {
                Order order = asked.order();
                Rows unsorted = found;
                work.tell(() -> show(unsorted, true, known));
                found = SortedRows.of(of, found, order.feature(), order.direction());
              }
              Rows result = found;
              work.tell(() -> found(result, wasComplete, known));
            });
    Shown now = shown.get();
    shown.set(new Shown(of, now.rows(), now.query(), true, now.seen(), seconds, now.trouble()));
  }

  private RowSet find(Works.Work work, RowFinder by) throws InterruptedException {
    long start = System.nanoTime();
    double before = seconds;
    long[] told = {start};
    by.advance(
        seen -> {
          long now = System.nanoTime();
          if (now - told[0] > PUBLISH_NANOS) {
            told[0] = now;
            RowSet soFar = by.found();
            double took = before + (now - start) / 1e9;
            work.tell(
                () -> {
                  seconds = took;
                  show(soFar, true, seen);
                });
          }
        });
    double took = before + (System.nanoTime() - start) / 1e9;
    work.tell(() -> seconds = took);
    return by.found();
  }

  private void found(Rows rows, boolean wasComplete, int seen) {
    search = null;
    show(rows, !wasComplete, seen);
    if (table != null && (wasComplete != isEnded || table.rowCount() > seen)) {
      goOn();
    }
  }

  private void show(Rows rows, boolean isSearching, int seen) {
    Trouble trouble = shown.get().trouble();
    shown.set(new Shown(table, rows, query.get(), isSearching, seen, seconds, trouble));
    sum();
  }

  /// Says which columns are looked at; what is in them is found out.
  void lookAt(Set<String> features) {
    if (!wanted.containsAll(features)) {
      wanted = wanted.size() > MOST_SUMMED ? new LinkedHashSet<>() : new LinkedHashSet<>(wanted);
      wanted.addAll(features);
      sum();
    }
  }

  private void sum() {
    ExamplesTable of = table;
    Shown now = shown.get();
    if (of == null || summing != null || of.rowCount() == 0) {
      return;
    }
    boolean isSettled = !now.isSearching();
    Rows rows = isSettled && isPart(of, now.rows()) ? now.rows() : null;
    boolean isOther = isSettled && rows != summedOf;
    boolean isMore = isEnded ? summedRows < of.rowCount() : of.rowCount() >= 2 * summedRows;
    Map<String, Distribution> known = distributions.get();
    boolean isNew = !known.keySet().containsAll(wanted);
    if (!isOther && !isMore && !isNew || wanted.isEmpty()) {
      return;
    }
    int count = of.rowCount();
    boolean startsAnew = isMore;
    Set<String> features = Set.copyOf(wanted);
    boolean keepsSome = !isSettled;
    summing =
        works.start(
            "examples columns",
            work -> {
              Map<String, Distribution> result =
                  summed(of, features, startsAnew ? Map.of() : known, rows, isOther, keepsSome);
              work.tell(
                  () -> {
                    summing = null;
                    summedRows = startsAnew ? count : summedRows;
                    summedOf = isSettled ? rows : summedOf;
                    distributions.set(result);
                    sum();
                  });
            });
  }

  private static boolean isPart(ExamplesTable of, Rows rows) {
    return rows.size() < of.rowCount();
  }

  private static Map<String, Distribution> summed(
      ExamplesTable of,
      Set<String> features,
      Map<String, Distribution> known,
      @Nullable Rows rows,
      boolean isOther,
      boolean keepsSome)
      throws InterruptedException {
    Summaries summaries = new Summaries(of);
    Rows all = of.rows(of.splits());
    Map<String, Distribution> result = new HashMap<>(known);
    for (String name : features) {
      Feature feature = of.feature(name);
      if (feature != null) {
        Distribution before = known.get(name);
        ColumnSummary whole = before == null ? summaries.of(feature, all) : before.all();
        ColumnSummary some =
            before != null && !isOther
                ? before.some()
                : rows == null || keepsSome ? null : summaries.within(whole, name, rows);
        result.put(name, new Distribution(whole, some));
      }
    }
    return result;
  }

  /// Does something with the rows that takes time.
  Works.Work work(String name, Works.Body body) {
    return works.start(name, body);
  }

  /// Stops all work, and removes what was kept.
  void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    ExamplesTable last = table;
    table = null;
    shown.set(new Shown(null, NONE, null, false, 0, 0, null));
    works.stopAll(
        () -> {
          if (last != null) {
            close(last);
          }
        });
  }

  private static void close(ExamplesTable last) {
    try {
      last.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
