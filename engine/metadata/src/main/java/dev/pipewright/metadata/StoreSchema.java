package dev.pipewright.metadata;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of ML Metadata's schema version 10, letter by letter as its client makes them, and
/// the system types that it fills in.
final class StoreSchema {

  private static final int VERSION = 10;

  /// The first version whose tables, without the columns added since, hold what ours do: that of ML
  /// Metadata 1.0, and so of TFX 1.0.
  private static final int EARLIEST = 6;

  private static final int NONE = -1;
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE `(\\w+)`");

  private StoreSchema() {}

  /// Makes the tables in an empty file; in another, checks that it is a store of our version.
  static void createOrCheck(Database database, Path file) throws SQLException {
    if (!database.query("SELECT name FROM sqlite_master", row -> row.getString(1)).isEmpty()) {
      check(database, file);
      return;
    }
    for (String statement : statements()) {
      database.execute(statement);
    }
    database.update("INSERT INTO MLMDEnv(schema_version) VALUES (?)", VERSION);
    for (BaseType type : BaseType.values()) {
      database.update(
          "INSERT INTO Type(name, type_kind) VALUES (?, ?)",
          type.typeName(),
          type.kind().ordinal());
    }
  }

  static void check(Database database, Path file) throws SQLException {
    int version = version(database, file);
    if (version != VERSION) {
      throw unknown(version, file);
    }
  }

  /// Checks that it is a store of our version or of one of those before, and gives it the tables
  /// and columns that it lacks.
  static void checkAndComplete(Database database, Path file) throws SQLException {
    int version = version(database, file);
    if (version < EARLIEST || version > VERSION) {
      throw unknown(version, file);
    }
    if (version < VERSION) {
      complete(database);
    }
  }

  private static void complete(Database database) throws SQLException {
    try (Connection ours = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = ours.createStatement()) {
      for (String sql : statements()) {
        Matcher table = TABLE.matcher(sql);
        if (table.lookingAt()) {
          String name = table.group(1);
          Map<String, String> missing = new LinkedHashMap<>();
          statement.execute(sql);
          try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + name + ")")) {
            while (columns.next()) {
              missing.put(columns.getString("name"), columns.getString("type"));
            }
          }
          List<String> there =
              database.query("PRAGMA table_info(" + name + ")", row -> row.getString("name"));
          missing.keySet().removeAll(there);
          if (there.isEmpty()) {
            database.execute(sql);
          } else {
            add(database, name, missing);
          }
        }
      }
    }
  }

  private static void add(Database database, String table, Map<String, String> columns)
      throws SQLException {
    for (Map.Entry<String, String> column : columns.entrySet()) {
      database.execute(
          "ALTER TABLE `%s` ADD COLUMN `%s` %s"
              .formatted(table, column.getKey(), column.getValue()));
    }
  }

  private static int version(Database database, Path file) throws SQLException {
    List<String> tables =
        database.query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'MLMDEnv'",
            row -> row.getString(1));
    if (tables.isEmpty()) {
      throw refused("This is a database, but no metadata store.", file);
    }
    List<Integer> versions =
        database.query("SELECT schema_version FROM MLMDEnv", row -> row.getInt(1));
    return versions.isEmpty() ? NONE : versions.getLast();
  }

  private static ArtifactException unknown(int version, Path file) {
    if (version > VERSION) {
      return new ArtifactException(
          "This metadata store has schema version %d, which a later ML Metadata made; version %d is understood."
              .formatted(version, VERSION),
          Location.of(file),
          "Look for a later Pipewright, or choose another pipeline root.");
    }
    return refused(
        "This metadata store has schema version %s; version %d is understood."
            .formatted(version == NONE ? "none" : version, VERSION),
        file);
  }

  private static ArtifactException refused(String what, Path file) {
    return new ArtifactException(
        what, Location.of(file), "Choose another pipeline root, or move the file away.");
  }

  private static List<String> statements() {
    try (InputStream resource = StoreSchema.class.getResourceAsStream("schema-10.sql")) {
      byte[] text = Objects.requireNonNull(resource).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
