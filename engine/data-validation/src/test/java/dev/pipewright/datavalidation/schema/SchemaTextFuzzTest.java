package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.component.Campaign;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTextFuzzTest {

  private static final String ALPHABET = "{}[]<>:\"'\\#,;.-+eE0123456789 \n\tabcdomain_";

  @Test
  void readsOrRefusesAnyText() {
    String text = Goldens.text("strict.schema.pbtxt");
    Random random = new Random(42);
    for (int i = 0; i < 1000; i++) {
      StringBuilder changed = new StringBuilder(text);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(changed.length());
        switch (random.nextInt(3)) {
          case 0 -> changed.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
          case 1 -> changed.deleteCharAt(at);
          default -> changed.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
      }
      readOrRefuse(changed.toString());
    }
  }

  private static void readOrRefuse(String text) {
    Path file = Path.of("schema.pbtxt");
    try {
      Schema schema = SchemaText.parse(text, file);
      assertEquals(schema, SchemaText.parse(SchemaText.write(schema), file));
    } catch (ArtifactException e) {
      assertNotNull(e.where().file());
    }
  }

  @Test
  void damagedSchemas(@TempDir Path folder) throws IOException {
    byte[] strict = Goldens.text("strict.schema.pbtxt").getBytes(StandardCharsets.UTF_8);
    byte[] domains = Goldens.text("domains.schema.pbtxt").getBytes(StandardCharsets.UTF_8);
    int told = Campaign.run(folder, "damaged.pbtxt", List.of(strict, domains), SchemaText::read);
    assertTrue(told > 50);
  }
}
