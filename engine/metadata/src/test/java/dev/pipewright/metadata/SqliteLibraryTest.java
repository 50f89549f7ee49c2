package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class SqliteLibraryTest {

  @TempDir Path folder;

  private static Path file(Path own) {
    return own.resolve(LibraryLoaderUtil.getNativeLibName());
  }

  @Test
  void unpacksOnce() throws Exception {
    Path file = file(SqliteLibrary.unpacked(folder));
    assertTrue(Files.size(file) > 500_000);
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);
    assertEquals(file, file(SqliteLibrary.unpacked(folder)));
    assertEquals(longAgo, Files.getLastModifiedTime(file));
  }

  @Test
  void replacesALibraryThatIsNotWhole() throws Exception {
    Path file = file(SqliteLibrary.unpacked(folder));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[1_000]);
    SqliteLibrary.unpacked(folder);
    assertTrue(Arrays.equals(whole, Files.readAllBytes(file)));
  }

  @Test
  void severalCanUnpackAtOnce() throws Exception {
    Callable<Path> unpack = () -> SqliteLibrary.unpacked(folder);
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<Path> unpacked : pool.invokeAll(Collections.nCopies(16, unpack))) {
        assertTrue(Files.size(file(unpacked.get())) > 500_000);
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void theStoreLoadsItFromThere() {
    MetadataStore.open(folder.resolve("metadata.db")).close();
    Path kept = Path.of(System.getProperty(SqliteLibrary.PATH));
    assertTrue(Files.exists(file(kept)), kept.toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsToTheCacheFolderOfTheSystem() {
    Path home = Path.of("/home/ada");
    List<Path> folders =
        List.of(
            SqliteLibrary.cache("Linux", home, null, null),
            SqliteLibrary.cache("Linux", home, "/var/cache/ada", null),
            SqliteLibrary.cache("Linux", home, "cache", null),
            SqliteLibrary.cache("Mac OS X", home, null, null),
            SqliteLibrary.cache("Windows 11", home, null, "/c/Local"),
            SqliteLibrary.cache("Windows 11", home, null, null));
    assertEquals(
        Stream.of(
                "/home/ada/.cache/pipewright",
                "/var/cache/ada/pipewright",
                "/home/ada/.cache/pipewright",
                "/home/ada/Library/Caches/pipewright",
                "/c/Local/pipewright",
                "/home/ada/AppData/Local/pipewright")
            .map(Path::of)
            .toList(),
        folders);
  }
}
