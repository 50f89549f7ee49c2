package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesViewerTest {

  @TempDir Path folder;

  @Test
  void listsTheFilesOfAnArtifact() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("a/b")).resolve("c.txt");
    Files.writeString(inner, "four");
    assertEquals(
        List.of(new FilesViewer.Entry(inner, Path.of("a", "b", "c.txt").toString(), 4)),
        FilesViewer.read(folder));
    assertEquals(List.of(new FilesViewer.Entry(inner, "c.txt", 4)), FilesViewer.read(inner));
  }

  @Test
  void tellsTextFromOtherFiles() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "größer\n");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, 1});
    Path nul = Files.write(folder.resolve("nul"), new byte[] {'a', 0});
    Path large = Files.writeString(folder.resolve("large"), "ä".repeat(150_000));
    assertEquals(Optional.of("größer\n"), FilesViewer.head(text));
    assertEquals(Optional.empty(), FilesViewer.head(bytes));
    assertEquals(Optional.empty(), FilesViewer.head(nul));
    assertEquals(
        Optional.of("a".repeat(199_999)),
        FilesViewer.head(Files.writeString(folder.resolve("cut"), "a".repeat(199_999) + "ä")));
    assertEquals(Optional.of("ä".repeat(99_999)), FilesViewer.head(large));
  }
}
