package dev.pipewright.metadata;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// The tables of ML Metadata's schema version 10, letter by letter as its client makes them, and
/// the system types that it fills in.
final class StoreSchema {

  private static final int VERSION = 10;

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
    List<String> tables =
        database.query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'MLMDEnv'",
            row -> row.getString(1));
    if (tables.isEmpty()) {
      throw refused("This is a database, but no metadata store.", file);
    }
    List<Integer> versions =
        database.query("SELECT schema_version FROM MLMDEnv", row -> row.getInt(1));
    if (!versions.equals(List.of(VERSION))) {
      throw refused(
          "This metadata store has schema version %s; version %d is understood."
              .formatted(versions.isEmpty() ? "none" : versions.getLast(), VERSION),
          file);
    }
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
