package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

  @Test
  void aShortTextIsQuotedInFull() {
    assertEquals("\"\"", Quotation.of(""));
    assertEquals("\"" + "x".repeat(60) + "\"", Quotation.of("x".repeat(60)));
  }

  @Test
  void aLongTextLosesItsEnd() {
    assertEquals("\"" + "x".repeat(59) + "…\"", Quotation.of("x".repeat(61)));
  }

  @Test
  void noCharacterIsCutInTwo() {
    String clef = "\uD834\uDD1E";
    assertEquals(clef.repeat(60), Quotation.shortened(clef.repeat(60)));
    assertEquals(clef.repeat(59) + "…", Quotation.shortened(clef.repeat(61)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nodes': [{'id': '%s', 'component': 'C'}]",
        "'nodes': [{'id': 'N', 'component': 'C', 'inputs': {'x': '%s'}}]",
        "'parameters': {'%s': {'type': 'int'}}",
      })
  void aProjectFilesMessagesStayShortWhateverIsInIt(String fields) {
    String text = "{'format': 1, 'name': 'p', %s}".formatted(fields.formatted("_".repeat(3_000)));
    byte[] content = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ProjectException e =
        assertThrows(ProjectException.class, () -> ProjectFile.parse(content, "p.pipewright"));
    assertTrue(e.what().startsWith("\"" + "_".repeat(59) + "…\" "), e::getMessage);
    assertTrue(e.getMessage().length() < 250, e::getMessage);
  }
}
