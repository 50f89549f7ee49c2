package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final DataException DATA =
      new DataException("Bad row.", Location.of("a.csv", 7), "Mend it.");

  @Test
  void anErrorOfTheUsersIsToldAsItIs() {
    Failure expected = new Failure("Bad row.", Location.of("a.csv", 7), "Mend it.");
    assertEquals(expected, Failure.of(DATA));
    assertEquals(expected, Failure.of(new CompletionException(DATA)));
  }

  @Test
  void aFullDiskIsSaidPlainly() {
    String full = "No space left on device";
    assertEquals("The disk is full.", Failure.of(new IOException(full)).what());
    Failure named =
        Failure.of(new UncheckedIOException(new FileSystemException("/data/x", null, full)));
    assertEquals("The disk is full.", named.what());
    assertEquals(Location.of("/data/x"), named.where());
  }

  @Test
  void aFullDiskIsPlacedAtTheRootWhereNoFileIsNamed() {
    RunRoot root = new RunRoot(Path.of("/data/runs"));
    IOException full = new IOException("No space left on device");
    assertEquals(Location.of("/data/runs"), Failure.of(full, root).where());
    IOException named = new FileSystemException("/data/x", null, full.getMessage());
    assertEquals(Location.of("/data/x"), Failure.of(named, root).where());
    assertEquals(Location.NONE, Failure.of(new IOException("broken pipe"), root).where());
    assertEquals(DATA.where(), Failure.of(DATA, root).where());
  }

  @Test
  void aFileSystemsExceptionSaysMoreThanTheFilesName() {
    assertEquals("/x: no such file", Failure.reason(new NoSuchFileException("/x")));
    assertEquals("/x: access denied", Failure.reason(new AccessDeniedException("/x")));
    assertEquals("/x: read-only", Failure.reason(new FileSystemException("/x", null, "read-only")));
    assertEquals("io", Failure.reason(new IOException()));
    assertEquals(
        "A file could not be read or written: /x: no such file.",
        Failure.of(new NoSuchFileException("/x")).what());
  }

  @Test
  void tooLittleMemoryHasAFix() {
    assertTrue(Failure.of(new OutOfMemoryError()).fix().contains("-Xmx"));
  }

  @Test
  void anythingElseAsksForAReport() {
    Failure failure = Failure.of(new IllegalStateException("oops"));
    assertEquals(
        "The component failed unexpectedly: java.lang.IllegalStateException: oops.",
        failure.what());
    assertEquals("Please report this, with the node's log.", failure.fix());
  }
}
