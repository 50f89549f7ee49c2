package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Look-ups read a store by its indices, however large it is.
class LookUpPlanTest {

  @TempDir Path folder;

  @Test
  void scansNoTable() throws SQLException {
    Path file = folder.resolve("metadata.db");
    try (MetadataStore store = MetadataStore.open(file)) {
      Samples.fill(store);
    }
    try (Connection connection = StoreDump.connect(file)) {
      Set<String> asked = new LinkedHashSet<>();
      lookUpEverything(new MetadataReader(new Database(file, recording(connection, asked)), file));
      List<String> scans = new ArrayList<>();
      for (String sql : asked) {
        scans.addAll(scans(connection, sql));
      }
      assertEquals(List.of(), scans);
    }
  }

  private static void lookUpEverything(MetadataReader store) {
    ContextId context = new ContextId(1);
    ExecutionId execution = new ExecutionId(2);
    ArtifactId artifact = new ArtifactId(1);
    store.artifact(artifact);
    store.artifactsOfType("Examples");
    store.artifactsAt("/x");
    store.artifactsIn(context);
    store.artifactsIn(context, "Model");
    store.execution(execution);
    store.executionsIn(context);
    store.executionsIn(context, Set.of(ExecutionState.RUNNING));
    store.executionsWith(context, "cache_key", PropertyValue.of("k1"));
    store.context("node", "taxi.Trainer");
    store.contextsOfType("pipeline_run");
    store.children(context);
    store.parents(context);
    store.events(execution);
    store.events(artifact);
    store.inputs(execution);
    store.ancestors(artifact);
    store.descendants(artifact);
  }

  private static Connection recording(Connection connection, Set<String> asked) {
    return (Connection)
        Proxy.newProxyInstance(
            LookUpPlanTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                asked.add((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /// Steps of SQLite's plan that read a whole table; those over ids at hand are none.
  private static List<String> scans(Connection connection, String sql) throws SQLException {
    List<String> scans = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (plan.next()) {
        String step = plan.getString("detail");
        if (step.matches("SCAN (?!json_each|r\\b|p\\b|reached|passed|CONSTANT).*")) {
          scans.add(step + " IN " + sql);
        }
      }
    }
    return scans;
  }
}
