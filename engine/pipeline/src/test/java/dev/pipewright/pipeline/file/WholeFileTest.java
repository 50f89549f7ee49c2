package dev.pipewright.pipeline.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  private static byte[] filled(int value) {
    byte[] bytes = new byte[300_000];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void aReaderNeverSeesHalfAFile() throws Exception {
    Path file = folder.resolve("file");
    WholeFile.write(file, filled(0));
    AtomicBoolean isDone = new AtomicBoolean();
    boolean[] isTorn = new boolean[1];
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isDone.get()) {
                    isTorn[0] |= !isWhole(file);
                  }
                });
    for (int i = 1; i <= 30; i++) {
      WholeFile.write(file, filled(i));
    }
    isDone.set(true);
    reader.join();
    assertEquals(false, isTorn[0]);
    assertArrayEquals(filled(30), Files.readAllBytes(file));
  }

  private static boolean isWhole(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return bytes.length == 300_000 && bytes[0] == bytes[bytes.length - 1];
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("taken");
    Files.createDirectories(file.resolve("inside"));
    assertThrows(IOException.class, () -> WholeFile.write(file, filled(1)));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    WholeFile.write(link, new byte[] {'n'});
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("n", Files.readString(target));
  }

  @Test
  void theRightsOfAFileAreKept() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    WholeFile.write(file, new byte[0]);
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Path fresh = folder.resolve("new");
    WholeFile.write(fresh, new byte[0]);
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)));
  }
}
