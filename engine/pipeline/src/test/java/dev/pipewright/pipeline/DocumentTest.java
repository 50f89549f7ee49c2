package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  @Test
  void theLastDotDividesNodeAndPort() {
    assertEquals(
        Optional.of(new Source(new NodeId("a.b"), "examples")), Source.parse("a.b.examples"));
    assertEquals("a.b.examples", new Source(new NodeId("a.b"), "examples").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "examples", ".examples", "Gen.", "1Gen.examples", "a..examples"})
  void aTextThatNamesNoOutputIsNoSource(String text) {
    assertEquals(Optional.empty(), Source.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a/b", "a b", "..", "a.", "a\n", "é"})
  void aNodeIdThatCouldNotNameAFolderIsRefused(String id) {
    assertFalse(NodeId.isValid(id));
    assertThrows(IllegalArgumentException.class, () -> new NodeId(id));
  }

  @Test
  void aNodeIdHasAtMostAHundredCharacters() {
    assertTrue(NodeId.isValid("a".repeat(100)));
    assertFalse(NodeId.isValid("a".repeat(101)));
  }

  @Test
  void whatADocumentIsMadeOfCannotBeChangedThroughIt() {
    List<Node> nodes = new ArrayList<>(List.of(Node.of(new NodeId("A"), "X")));
    LinkedHashMap<String, ParameterValue> values = new LinkedHashMap<>();
    Pipeline pipeline = Pipeline.of("p", nodes);
    Fields fields = new Fields(values);
    nodes.clear();
    values.put("late", ParameterValue.NULL);
    assertEquals(1, pipeline.nodes().size());
    assertEquals(Fields.EMPTY, fields);
    assertThrows(
        UnsupportedOperationException.class,
        () -> pipeline.nodes().getFirst().inputs().put("x", List.of()));
  }

  @Test
  void aRealNumberIsFinite() {
    assertThrows(IllegalArgumentException.class, () -> ParameterValue.of(Double.NaN));
  }

  @Test
  void aRuntimeParametersDefaultIsOfItsKind() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RuntimeParameter.of("steps", Kind.INT, ParameterValue.of("many")));
    assertTrue(Kind.FLOAT.accepts(ParameterValue.of(1)));
    assertFalse(Kind.INT.accepts(ParameterValue.of(1.0)));
  }

  @Test
  void aMessageSaysWhereAndWhatToDo() {
    ProjectException e =
        new ProjectException(
            "It is empty.", Location.of("p.pipewright", 3).withSubject("name"), "Fill it.");
    assertEquals("p.pipewright:3, name: It is empty. Fill it.", e.getMessage());
  }
}
