package dev.pipewright.metadata;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// Opens the file of a store, and says in the user's words what is wrong with it.
final class StoreFile {

  /// How long to wait for another process's transaction, which takes milliseconds.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The write-ahead log needs shared memory, which does not reach across these.
  private static final Set<String> NETWORK_FILE_SYSTEMS =
      Set.of("9p", "afpfs", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav");

  private StoreFile() {}

  static Database openToRead(Path file, Duration patience) {
    requireFile(file);
    SQLiteConfig config = config(patience);
    config.setReadOnly(true);
    Database database = connect(config, file);
    return checked(
        database,
        () ->
            database.read(
                () -> {
                  StoreSchema.check(database, file);
                  return null;
                }));
  }

  /// Opens a copy of a store, which may also be of an earlier schema version.
  static Database openCopy(Path file) {
    requireFile(file);
    SqliteLibrary.prepare();
    StoreCopy copy = StoreCopy.of(file);
    try {
      Connection connection = config(PATIENCE).createConnection(url(copy.file()));
      Database database = new Database(file, connection, copy::delete);
      return checked(
          database,
          () ->
              database.write(
                  () -> {
                    StoreSchema.checkAndComplete(database, file);
                    return null;
                  }));
    } catch (SQLException e) {
      copy.delete();
      throw explain(e, file);
    }
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ArtifactException(
          "There is no metadata store here.",
          Location.of(file),
          "Choose a pipeline root that has one.");
    }
  }

  static Database openToWrite(Path file, Duration patience) {
    createFolder(file.toAbsolutePath().getParent());
    Database database = connect(config(patience), file);
    return checked(
        database,
        () -> {
          database.write(
              () -> {
                StoreSchema.createOrCheck(database, file);
                return null;
              });
          chooseJournal(database, file);
        });
  }

  private static Database checked(Database database, Runnable check) {
    try {
      check.run();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static SQLiteConfig config(Duration patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return config;
  }

  private static Database connect(SQLiteConfig config, Path file) {
    SqliteLibrary.prepare();
    try {
      return new Database(file, config.createConnection(url(file)));
    } catch (SQLException e) {
      throw explain(e, file);
    }
  }

  /// A URI, since sqlite-jdbc takes what follows a `?` in a plain path for settings. SQLite wants a
  /// network share's server in the path, where Java gives it as the URI's authority.
  private static String url(Path file) {
    URI uri = file.toUri();
    String server = uri.getRawAuthority() == null ? "" : "//" + uri.getRawAuthority();
    return "jdbc:sqlite:file://" + server + uri.getRawPath();
  }

  private static void createFolder(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EnvironmentException(
          "This folder cannot be made: " + e.getMessage() + ".",
          Location.of(folder),
          "Choose a pipeline root that you may write to.",
          e);
    }
  }

  private static void chooseJournal(Database database, Path file) {
    try {
      database.execute("PRAGMA journal_mode=" + (isOnNetwork(file) ? "DELETE" : "WAL"));
    } catch (SQLException e) {
      // Another process is at the store, or there is no shared memory: the journal stays the one
      // that the file has, which is as safe. Only speed is lost.
      System.getLogger(StoreFile.class.getName())
          .log(System.Logger.Level.DEBUG, "the journal of {0} stays as it is: {1}", file, e);
    }
  }

  private static boolean isOnNetwork(Path file) {
    Path absolute = file.toAbsolutePath();
    if (String.valueOf(absolute.getRoot()).startsWith("\\\\")) {
      return true;
    }
    try {
      String type = Files.getFileStore(absolute).type().toLowerCase(Locale.ROOT);
      return NETWORK_FILE_SYSTEMS.contains(type);
    } catch (IOException e) {
      // A drive that does not say what it is gets the journal that works on all.
      return true;
    }
  }

  static boolean isBusy(SQLException e) {
    return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  /// What went wrong at a file. A violated constraint is the caller's error, not the user's.
  static RuntimeException explain(SQLException e, Path file) {
    if (e instanceof SQLDataException) {
      return damaged(e, file);
    }
    // The low byte is the error, the others say more precisely which.
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          environment(
              "Another process keeps the metadata store locked.",
              "Wait until it is done or end it, then try again.",
              e,
              file);
      case SQLITE_NOTADB ->
          new ArtifactException(
              "This file is not a metadata store.",
              Location.of(file),
              "Choose another pipeline root, or move the file away.",
              e);
      case SQLITE_CORRUPT, SQLITE_MISMATCH -> damaged(e, file);
      case SQLITE_FULL ->
          environment("The disk is full.", "Free some space, then run again.", e, file);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR ->
          environment(
              "The metadata store cannot be read or written: " + e.getMessage() + ".",
              "See that the drive is there and that you may write to the folder.",
              e,
              file);
      default -> new IllegalStateException("unexpected answer of SQLite at " + file, e);
    };
  }

  private static EngineException damaged(SQLException e, Path file) {
    return new ArtifactException(
        "The metadata store is damaged: " + e.getMessage() + ".",
        Location.of(file),
        "Restore the file from a backup, or run into another pipeline root.",
        e);
  }

  private static EngineException environment(String what, String fix, SQLException e, Path file) {
    return new EnvironmentException(what, Location.of(file), fix, e);
  }
}
