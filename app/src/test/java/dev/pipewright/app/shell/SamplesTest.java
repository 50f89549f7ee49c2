package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  @Test
  void copiesTheSampleWithItsDataOnce(@TempDir Path home) throws IOException {
    Path file = Samples.penguins(home);
    assertEquals(home.resolve("penguins/penguins.pipewright"), file);
    assertTrue(Files.exists(home.resolve("penguins/data/penguins.csv")));

    Files.writeString(file, "changed");
    assertEquals("changed", Files.readString(Samples.penguins(home)));
  }
}
