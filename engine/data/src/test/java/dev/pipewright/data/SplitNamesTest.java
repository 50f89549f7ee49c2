package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitNamesTest {

  private static final Path URI = Path.of("examples", "7");

  @ParameterizedTest
  @ValueSource(strings = {"train", "eval-2", "_x", "7", "a.b", "A_b-C.9"})
  void areLettersDigitsAndAFewSigns(String name) {
    assertTrue(SplitNames.isValid(name));
    assertEquals(List.of(name), SplitNames.parse(SplitNames.format(List.of(name)), URI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", ".a", "..", "a/b", "a\\b", "é", "a\n", "\"", "a,b"})
  void areNothingThatCouldLeadElsewhere(String name) {
    assertFalse(SplitNames.isValid(name));
  }

  @Test
  void areWrittenAsTfxWritesThem() {
    assertEquals("[\"train\", \"eval\"]", SplitNames.format(List.of("train", "eval")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"train\", \"eval\"]",
        "[\"train\",\"eval\"]",
        "  [ \"train\" ,\n\"eval\" ]  ",
      })
  void areReadHoweverTheyAreSpaced(String property) {
    assertEquals(List.of("train", "eval"), SplitNames.parse(property, URI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "]",
        "[]",
        "train",
        "\"train\"",
        "[train]",
        "[\"a\" \"b\"]",
        "[\"a\"",
        "[\"a]",
        "['a']",
        "[1]"
      })
  void aPropertyThatIsNoListOfNamesIsAClearError(String property) {
    var e = assertThrows(ArtifactException.class, () -> SplitNames.parse(property, URI));
    assertEquals(
        "The artifact's property split_names is no list of names: " + property + ".", e.what());
    assertEquals(URI.toString(), e.where().file());
    assertEquals("Run the node that makes the examples again.", e.fix());
  }

  @Test
  void payloadFormatsAreKnownByTfxsNames() {
    assertTrue(PayloadFormat.isKnown("FORMAT_TF_EXAMPLE"));
    assertTrue(PayloadFormat.isKnown("FORMAT_TF_SEQUENCE_EXAMPLE"));
    assertTrue(PayloadFormat.isKnown("FORMAT_PROTO"));
    assertFalse(PayloadFormat.isKnown("FORMAT_PARQUET"));
    assertFalse(PayloadFormat.isKnown("format_proto"));
  }
}
