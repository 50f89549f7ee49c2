package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeDirectoryTest {

  @TempDir private Path folder;

  private static void fill(WholeDirectory directory) throws IOException {
    Path deep = Files.createDirectories(directory.path().resolve("a/b"));
    Files.writeString(deep.resolve("c"), "content");
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .map(p -> folder.relativize(p).toString())
          .filter(p -> !p.isEmpty())
          .sorted()
          .toList();
    }
  }

  @Test
  void isNotThereUntilItIsComplete() throws IOException {
    Path target = folder.resolve("made/model");
    try (WholeDirectory directory = new WholeDirectory(target)) {
      fill(directory);
      assertTrue(Files.notExists(target));
      assertEquals(target.getParent(), directory.path().getParent(), "one drive: one rename");
      directory.commit();
    }
    assertEquals(
        List.of("made", "made/model", "made/model/a", "made/model/a/b", "made/model/a/b/c"),
        everything());
    assertEquals("content", Files.readString(target.resolve("a/b/c")));
  }

  @Test
  void leavesNothingWhenItIsNotCommitted() throws IOException {
    try (WholeDirectory directory = new WholeDirectory(folder.resolve("model"))) {
      fill(directory);
    }
    assertEquals(List.of(), everything());
  }

  @Test
  void takesThePlaceOfAnEmptyFolderAlone() throws IOException {
    Path target = Files.createDirectory(folder.resolve("model"));
    try (WholeDirectory directory = new WholeDirectory(target)) {
      fill(directory);
      directory.commit();
    }
    ArtifactException taken =
        assertThrows(ArtifactException.class, () -> new WholeDirectory(target).close());
    assertEquals("The folder to write is not empty.", taken.what());
    assertEquals(Location.of(target), taken.where());
    assertEquals("content", Files.readString(target.resolve("a/b/c")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void canBeReadByOthers() throws IOException {
    Path target = folder.resolve("model");
    try (WholeDirectory directory = new WholeDirectory(target)) {
      directory.commit();
    }
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }
}
