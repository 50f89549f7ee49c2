package dev.pipewright.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A store as SQL, in the form of `peers/goldens/metadata_store.py`.
final class StoreDump {

  private static final Set<String> TIMES =
      Set.of("create_time_since_epoch", "last_update_time_since_epoch", "milliseconds_since_epoch");

  private StoreDump() {}

  static String golden() throws IOException {
    try (InputStream golden = StoreDump.class.getResourceAsStream("client.sql")) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void restore(String dump, Path file) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : dump.split(";\n")) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static String of(Path file) throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      String made =
          "SELECT %s FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%%'";
      strings(statement, made.formatted("sql") + " ORDER BY rowid")
          .forEach(sql -> dump.append(sql).append(";\n"));
      statement.execute(
          "CREATE TEMP VIEW Numbered AS SELECT row_number() OVER"
              + " (ORDER BY context_id, artifact_id) AS id, context_id, artifact_id"
              + " FROM Attribution");
      for (String table :
          strings(statement, made.formatted("name") + " AND type = 'table' ORDER BY name")) {
        strings(statement, rows(table, columns(statement, table)))
            .forEach(
                row ->
                    dump.append("INSERT INTO ")
                        .append(table)
                        .append(" VALUES (")
                        .append(row)
                        .append(");\n"));
      }
    }
    return dump.toString();
  }

  private static String rows(String table, List<String> columns) {
    List<String> values =
        columns.stream()
            .map(column -> TIMES.contains(column) ? "'0'" : "quote(`" + column + "`)")
            .toList();
    String order =
        table.equals("EventPath")
            ? "rowid"
            : columns.size() == 1 ? "1" : columns.size() == 2 ? "1, 2" : "1, 2, 3";
    return "SELECT %s FROM (SELECT * FROM %s ORDER BY %s)"
        .formatted(
            String.join(" || ', ' || ", values),
            table.equals("Attribution") ? "Numbered" : table,
            order);
  }

  private static List<String> columns(Statement statement, String table) throws SQLException {
    return strings(statement, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
  }

  private static List<String> strings(Statement statement, String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
