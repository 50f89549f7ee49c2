package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathChooserTest {

  private static final Path PROJECT = Path.of("/home/ada/penguins");

  @Test
  void pathsBelowTheProjectAreRelativeToIt() {
    assertEquals(
        "data/penguins.csv",
        PathChooser.relative(Path.of("/home/ada/penguins/data/penguins.csv"), PROJECT));
    assertEquals(".", PathChooser.relative(PROJECT, PROJECT));
  }

  @Test
  void pathsElsewhereStayAsTheyAre() {
    assertEquals("/home/ada/data", PathChooser.relative(Path.of("/home/ada/data"), PROJECT));
    assertEquals(
        "/home/ada/penguins2", PathChooser.relative(Path.of("/home/ada/penguins2"), PROJECT));
  }
}
