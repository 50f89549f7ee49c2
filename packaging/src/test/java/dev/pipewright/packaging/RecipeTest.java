package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  private static final FileTime TIME = FileTime.fromMillis(0);

  @Test
  void packsTheJarsOfItsOwnClassPath(@TempDir Path checkout) {
    String classPath =
        String.join(File.pathSeparator, "packaging/target/classes", "a.jar", "b.jar");
    Recipe recipe = Recipe.of(classPath, checkout, "0.1.0-SNAPSHOT", TIME);
    assertEquals(List.of(Path.of("a.jar"), Path.of("b.jar")), recipe.jars());
    assertEquals("0.1.0", recipe.version());
  }

  @Test
  void copiesTheSampleWithoutResultsOfRuns(@TempDir Path checkout) throws IOException {
    Path sample = Files.createDirectories(checkout.resolve("samples/penguins/data")).getParent();
    Files.writeString(sample.resolve("penguins.pipewright"), "{}");
    Files.writeString(sample.resolve("data/penguins.csv"), "a,b");
    Files.createDirectories(sample.resolve("penguins.runs"));
    Recipe recipe = Recipe.of("", checkout, "0.1.0", TIME);
    Path project = recipe.copySample(checkout.resolve("scratch"));
    assertEquals(checkout.resolve("scratch/penguins/penguins.pipewright"), project);
    assertEquals(
        List.of("", "data", "data/penguins.csv", "penguins.pipewright"),
        new Tree(project.getParent())
            .paths().stream()
                .map(path -> project.getParent().relativize(path).toString())
                .toList());
  }
}
