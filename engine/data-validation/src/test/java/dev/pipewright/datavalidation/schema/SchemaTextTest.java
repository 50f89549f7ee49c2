package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTextTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"first.shapes", "updated.counts", "strict", "domains"})
  void writesWhatItReadByteForByteAsPython(String name) {
    String text = Goldens.text(name + ".schema.pbtxt");

    assertEquals(text, SchemaText.write(SchemaText.parse(text, Path.of("schema.pbtxt"))));
  }

  @Test
  void namesTheLineOfAnUnknownField() {
    Path file = Path.of("schema.pbtxt");

    var e =
        assertThrows(
            ArtifactException.class,
            () -> SchemaText.parse("feature {\n  name: \"a\"\n  colour: \"red\"\n}\n", file));

    assertEquals(new Location("schema.pbtxt", 3, 3, null), e.where());
    assertTrue(e.what().contains("colour"), e.what());
  }

  @Test
  void namesTheLineOfABrokenText() {
    var e =
        assertThrows(
            ArtifactException.class,
            () -> SchemaText.parse("feature {\n  name: \"a\n}\n", Path.of("s")));

    assertEquals(2, e.where().line());
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThrows(ArtifactException.class, () -> SchemaText.read(folder.resolve("none")));
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});

    var e = assertThrows(ArtifactException.class, () -> SchemaText.read(file));

    assertEquals(file.toString(), e.where().file());
  }
}
