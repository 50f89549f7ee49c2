package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void make() throws IOException {
    tree = new Tree(Files.createDirectories(folder.resolve("tree/sub")).getParent());
    Files.writeString(folder.resolve("tree/sub/file"), "12345");
    Files.createSymbolicLink(folder.resolve("tree/link"), Path.of("sub/file"));
  }

  @Test
  void sharesFilesWithALinkedCopy() throws IOException {
    tree.linkTo(folder.resolve("copy"));
    assertEquals(
        Files.getAttribute(folder.resolve("tree/sub/file"), "unix:ino"),
        Files.getAttribute(folder.resolve("copy/sub/file"), "unix:ino"));
    assertTrue(Files.isSymbolicLink(folder.resolve("copy/link")));
  }

  @Test
  void setsTheTimeOfAllButLinks() throws IOException {
    FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    tree.setTimes(time);
    assertEquals(time, Files.getLastModifiedTime(folder.resolve("tree/sub/file")));
    assertEquals(time, Files.getLastModifiedTime(folder.resolve("tree")));
  }

  @Test
  void deletesItselfAndNotWhatLinksPointAt() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "stays");
    Files.createSymbolicLink(folder.resolve("tree/out"), outside);
    tree.delete();
    assertFalse(Files.exists(folder.resolve("tree")));
    assertTrue(Files.exists(outside));
    tree.delete();
  }
}
