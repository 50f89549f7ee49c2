package dev.pipewright.runner.root;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A tree that TFX made (`peers/goldens/runner_tfx_root.py`), put where a test wants it.
final class TfxTree {

  private TfxTree() {}

  static Path at(Path folder) throws IOException, SQLException {
    return at(folder, "metadata.sql");
  }

  /// @param store which dump of the store
  static Path at(Path folder, String store) throws IOException, SQLException {
    Path golden = golden();
    try (Stream<Path> all = Files.walk(golden.resolve("pipelines"))) {
      for (Path from : all.toList()) {
        Path to = folder.resolve(golden.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    restore(golden.resolve(store), folder.resolve("metadata.db"));
    return folder;
  }

  private static Path golden() {
    try {
      return Path.of(Objects.requireNonNull(TfxTree.class.getResource("metadata.sql")).toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static void restore(Path dump, Path file) throws IOException, SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : Files.readString(dump).split(";\n")) {
        if (!sql.startsWith("BEGIN") && !sql.startsWith("COMMIT")) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /// Every file below a folder with its size and time.
  static Map<String, String> listing(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        files.put(
            folder.relativize(each).toString(),
            Files.size(each) + " " + Files.getLastModifiedTime(each));
      }
    }
    return files;
  }
}
