package dev.pipewright.metadata;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A connection to a store's file. Transactions run one at a time; the statements are for the code
/// inside one.
final class Database implements AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final Runnable onClose;
  private final ReentrantLock lock = new ReentrantLock();

  Database(Path file, Connection connection) {
    this(file, connection, () -> {});
  }

  /// @param onClose is run when the connection is closed
  Database(Path file, Connection connection, Runnable onClose) {
    this.file = file;
    this.connection = connection;
    this.onClose = onClose;
  }

  /// What a transaction does.
  interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /// Makes a value of a row.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Sees one state of the store, whatever others write meanwhile.
  <T extends @Nullable Object> T read(Work<T> work) {
    return transact("BEGIN", work);
  }

  /// Takes the write lock at once, so that two writers wait for each other and never deadlock.
  <T extends @Nullable Object> T write(Work<T> work) {
    return transact("BEGIN IMMEDIATE", work);
  }

  private <T extends @Nullable Object> T transact(String begin, Work<T> work) {
    lock.lock();
    try {
      if (connection.isClosed()) {
        throw new IllegalStateException("the store is closed: " + file);
      }
      execute(begin);
      return finish(work);
    } catch (SQLException e) {
      throw StoreFile.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T finish(Work<T> work) throws SQLException {
    try {
      T result = work.run();
      execute("COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Throwable cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // After some errors, as a full disk, SQLite has rolled back already.
      cause.addSuppressed(e);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> List<T> query(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(row.read(rows));
        }
        return result;
      }
    }
  }

  /// The number of rows that changed.
  int update(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  /// The id of the new row.
  long insert(String sql, @Nullable Object... arguments) throws SQLException {
    update(sql, arguments);
    return query("SELECT last_insert_rowid()", row -> row.getLong(1)).getFirst();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /// Moves all into the one file, which then opens on a read-only drive too. While others are at
  /// the store it moves what it can, and the last of them to close the rest.
  void settle() {
    lock.lock();
    try {
      if (!connection.isClosed()) {
        execute("PRAGMA busy_timeout=0");
        leaveWriteAheadLog();
      }
    } catch (SQLException e) {
      throw StoreFile.explain(e, file);
    } finally {
      lock.unlock();
    }
  }

  private void leaveWriteAheadLog() throws SQLException {
    try {
      execute("PRAGMA journal_mode=DELETE");
    } catch (SQLException e) {
      if (!StoreFile.isBusy(e)) {
        throw e;
      }
      execute("PRAGMA wal_checkpoint(PASSIVE)");
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw StoreFile.explain(e, file);
    } finally {
      onClose.run();
      lock.unlock();
    }
  }
}
