package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("metadata.db");
  }

  private MetadataStore openImpatiently() {
    return MetadataStore.open(file, Duration.ofMillis(50), InstantSource.system());
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = StoreDump.connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /// What both ways of opening say; neither may change the file.
  private String refusal() throws IOException {
    byte[] before = Files.readAllBytes(file);
    EngineException toWrite = assertThrows(ArtifactException.class, this::openImpatiently);
    EngineException toRead = assertThrows(ArtifactException.class, () -> MetadataReader.open(file));
    assertEquals(toWrite.getMessage(), toRead.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(file.toString(), toWrite.where().file());
    return toWrite.what();
  }

  @Test
  void makesTheStoreAndItsFolders() {
    file = folder.resolve("a/b c?%20é/metadata.db");
    try (MetadataStore store = MetadataStore.open(file)) {
      assertEquals(List.of(), store.executions());
    }
    assertTrue(Files.isRegularFile(file));
    try (MetadataReader reader = MetadataReader.open(file)) {
      assertEquals(List.of(), reader.artifacts());
    }
  }

  @Test
  void keepsAWriteAheadLogWhileOpenAndOneFileAfterwards() throws IOException {
    try (MetadataStore store = MetadataStore.open(file)) {
      Samples.fill(store);
      assertEquals(List.of("metadata.db", "metadata.db-shm", "metadata.db-wal"), files());
    }
    assertEquals(List.of("metadata.db"), files());
    try (MetadataReader reader = MetadataReader.open(file)) {
      assertEquals(4, reader.executions().size());
      assertEquals(List.of("metadata.db"), files());
    }
  }

  @Test
  void theLastToCloseLeavesOneFile() throws IOException {
    MetadataStore first = MetadataStore.open(file);
    MetadataStore second = MetadataStore.open(file);
    Samples.fill(first);
    first.close();
    assertEquals(4, second.executions().size());
    second.close();
    assertEquals(List.of("metadata.db"), files());
  }

  @Test
  void aReaderSeesWhatAWriterPutsMeanwhile() {
    try (MetadataStore store = MetadataStore.open(file);
        MetadataReader reader = MetadataReader.open(file)) {
      assertEquals(List.of(), reader.executions());
      Samples.fill(store);
      assertEquals(store.executions(), reader.executions());
    }
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(file, "fare,tips\n".repeat(1000));
    assertEquals("This file is not a metadata store.", refusal());
  }

  @Test
  void refusesAnotherDatabase() throws Exception {
    sql("CREATE TABLE Customer(name TEXT)");
    assertEquals("This is a database, but no metadata store.", refusal());
  }

  @Test
  void refusesAStoreOfAnotherVersion() throws Exception {
    openImpatiently().close();
    sql("UPDATE MLMDEnv SET schema_version = 11");
    assertEquals(
        "This metadata store has schema version 11, which a later ML Metadata made;"
            + " version 10 is understood.",
        refusal());
    sql("UPDATE MLMDEnv SET schema_version = 8");
    assertEquals("This metadata store has schema version 8; version 10 is understood.", refusal());
  }

  @Test
  void refusesToReadWhatIsNotThere() {
    assertThrows(ArtifactException.class, () -> MetadataReader.open(file));
    assertTrue(Files.notExists(file));
  }

  @Test
  void saysWhenTheStoreIsDamaged() throws IOException {
    try (MetadataStore store = MetadataStore.open(file)) {
      Samples.fill(store);
    }
    try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 1; page < pages.length() / 4096; page++) {
        pages.seek(page * 4096);
        pages.write(new byte[4096]);
      }
    }
    try (MetadataReader reader = openToRead()) {
      assertThrows(ArtifactException.class, reader::artifacts);
    } catch (ArtifactException e) {
      assertTrue(e.what().startsWith("The metadata store is damaged"), e.what());
    }
  }

  private MetadataReader openToRead() {
    return MetadataReader.open(file);
  }

  @Test
  void saysWhenAPropertyIsNoProto() throws SQLException {
    try (MetadataStore store = MetadataStore.open(file)) {
      Samples.fill(store);
    }
    sql("UPDATE ArtifactProperty SET string_value = 'mlmd-struct::???' WHERE name = 'a_struct'");
    try (MetadataReader reader = openToRead()) {
      ArtifactException damaged = assertThrows(ArtifactException.class, reader::artifacts);
      assertEquals("The metadata store is damaged: a property is no struct: ???.", damaged.what());
    }
  }

  @Test
  void waitsForALockAndThenSaysSo() throws SQLException {
    openImpatiently().close();
    try (Connection other = StoreDump.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      EnvironmentException locked = assertThrows(EnvironmentException.class, this::openImpatiently);
      assertEquals("Another process keeps the metadata store locked.", locked.what());
      Thread release = Thread.ofVirtual().start(() -> releaseSoon(statement));
      try (MetadataStore store = MetadataStore.open(file)) {
        assertEquals(List.of(), store.executions());
      }
      assertTrue(!release.isAlive());
    }
  }

  private static void releaseSoon(Statement statement) {
    try {
      Thread.sleep(100);
      statement.execute("COMMIT");
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReaderWritesNothing() throws IOException {
    openImpatiently().close();
    byte[] before = Files.readAllBytes(file);
    try (MetadataReader reader = openToRead()) {
      assertThrows(
          EnvironmentException.class,
          () -> reader.database.write(() -> reader.database.update("DELETE FROM Type")));
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void saysWhenTheFolderCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("taken"), "");
    file = folder.resolve("taken/metadata.db");
    EnvironmentException refused = assertThrows(EnvironmentException.class, this::openImpatiently);
    assertEquals(folder.resolve("taken").toString(), refused.where().file());
  }
}
