package dev.pipewright.metadata;

import static dev.pipewright.metadata.Samples.none;
import static dev.pipewright.metadata.Samples.slots;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On this graph: data → a; data, a → b; a → c.
class LineageTest {

  @TempDir Path folder;
  private MetadataStore store;
  private ArtifactId data;
  private ArtifactId a;
  private ArtifactId b;
  private ArtifactId c;

  @BeforeEach
  void putTheGraph() {
    store = MetadataStore.open(folder.resolve("metadata.db"));
    data = made("Data", none());
    a = made("A", slots("x", List.of(data)));
    SequencedMap<String, List<ArtifactId>> both = new LinkedHashMap<>();
    both.put("x", List.of(data));
    both.put("y", List.of(a));
    b = made("B", both);
    c = made("C", slots("x", List.of(a)));
  }

  private ArtifactId made(String node, SequencedMap<String, List<ArtifactId>> inputs) {
    return Samples.step(store, node, inputs).outputs().get("out").getFirst();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  private static String text(Lineage lineage) {
    return lineage.artifacts().stream().map(ArtifactRecord::uri).toList()
        + " "
        + lineage.executions().stream().map(ExecutionRecord::type).toList()
        + " "
        + lineage.events().stream()
            .map(e -> e.execution() + (e.type() == EventType.INPUT ? "<" : ">") + e.artifact())
            .toList();
  }

  @Test
  void ancestorsAreAllThatAnArtifactWasMadeFrom() {
    assertEquals(
        "[/Data, /A, /B] [Data, A, B] [1>1, 2<1, 2>2, 3<1, 3<2, 3>3]", text(store.ancestors(b)));
    assertEquals(
        "[/Data, /A, /C] [Data, A, C] [1>1, 2<1, 2>2, 4<2, 4>4]", text(store.ancestors(c)));
  }

  @Test
  void descendantsAreAllThatWasMadeFromIt() {
    assertEquals("[/A, /B, /C] [B, C] [3<2, 3>3, 4<2, 4>4]", text(store.descendants(a)));
    assertEquals("[/C] [] []", text(store.descendants(c)));
  }

  @Test
  void cachedExecutionsAreMakersToo() {
    store.put(
        new Publication(
            Samples.execution("A", "again", ExecutionState.CACHED, Properties.NONE),
            Samples.contexts("A"),
            slots("x", List.of(data)),
            slots("out", List.of(new Output.Reused(a)))));
    assertEquals("[/Data, /A] [Data, A, A] [1>1, 2<1, 2>2, 5<1, 5>2]", text(store.ancestors(a)));
  }

  @Test
  void aCircleEnds() {
    store.put(
        new Publication(
            Samples.execution("Back", "back", ExecutionState.COMPLETE, Properties.NONE),
            Samples.contexts("Back"),
            slots("x", List.of(c)),
            slots("out", List.of(new Output.Reused(data)))));
    assertEquals(
        "[/Data, /A, /B, /C] [A, B, C, Back]" + " [2<1, 2>2, 3<1, 3<2, 3>3, 4<2, 4>4, 5<4, 5>1]",
        text(store.descendants(data)));
  }

  @Test
  void anUnknownArtifactHasNone() {
    assertEquals(new Lineage(List.of(), List.of(), List.of()), store.ancestors(new ArtifactId(99)));
  }
}
