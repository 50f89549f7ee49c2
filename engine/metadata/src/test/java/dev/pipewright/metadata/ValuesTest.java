package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void idsStartAtOne() {
    assertThrows(IllegalArgumentException.class, () -> new ArtifactId(0));
    assertThrows(IllegalArgumentException.class, () -> new ExecutionId(0));
    assertThrows(IllegalArgumentException.class, () -> new ContextId(0));
  }

  @Test
  void refusesValuesThatWouldComeBackChanged() {
    assertThrows(IllegalArgumentException.class, () -> PropertyValue.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> PropertyValue.of("mlmd-struct::"));
  }

  @Test
  void aDeclaredPropertyHidesACustomOne() {
    Properties properties =
        Properties.of(
            Map.of("span", PropertyValue.of(1)),
            Map.of("span", PropertyValue.of(2), "other", PropertyValue.of(3)));
    assertEquals(Optional.of(PropertyValue.of(1)), properties.get("span"));
    assertEquals(Optional.of(PropertyValue.of(3)), properties.get("other"));
    assertEquals(Optional.empty(), properties.get("none"));
  }

  @Test
  void statesSayWhatIsOver() {
    assertEquals(
        List.of(ExecutionState.COMPLETE, ExecutionState.CACHED),
        Stream.of(ExecutionState.values()).filter(ExecutionState::isSuccess).toList());
    assertEquals(
        List.of(ExecutionState.UNKNOWN, ExecutionState.NEW, ExecutionState.RUNNING),
        Stream.of(ExecutionState.values()).filter(state -> !state.isFinal()).toList());
  }

  @Test
  void aNumberFromTheFutureIsUnknown() {
    assertEquals(ArtifactState.UNKNOWN, Numbered.of(ArtifactState.values(), 99));
    assertEquals(ArtifactState.UNKNOWN, Numbered.of(ArtifactState.values(), -1));
  }

  @Test
  void draftsAreOfTheirKindOfType() {
    MetadataType context = TfxTypes.NODE;
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExecutionDraft(context, "e", ExecutionState.NEW, Properties.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ArtifactDraft(context, "/a", ArtifactState.LIVE, Properties.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContextDraft(TfxTypes.artifact("Model"), "c", Properties.NONE, List.of()));
  }
}
