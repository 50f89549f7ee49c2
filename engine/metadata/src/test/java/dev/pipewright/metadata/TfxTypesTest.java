package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TfxTypesTest {

  @Test
  void executionsAreNamedAfterThePythonClass() {
    assertEquals(
        MetadataType.of(
                MetadataType.Kind.EXECUTION,
                "tfx.components.statistics_gen.component.StatisticsGen")
            .extending(BaseType.PROCESS),
        TfxTypes.execution("StatisticsGen"));
    assertEquals(
        MetadataType.of(MetadataType.Kind.EXECUTION, "tfx.dsl.components.common.resolver.Resolver"),
        TfxTypes.execution("Resolver"));
  }

  @Test
  void componentsAndArtifactsOfOursKeepTheirNames() {
    assertEquals(
        MetadataType.of(MetadataType.Kind.EXECUTION, "ExampleDiff"),
        TfxTypes.execution("ExampleDiff"));
    assertEquals(
        MetadataType.of(MetadataType.Kind.ARTIFACT, "Explanation"),
        TfxTypes.artifact("Explanation"));
  }

  @Test
  void examplesDeclareWhatTfxDoes() {
    assertEquals(
        MetadataType.of(
                MetadataType.Kind.ARTIFACT,
                "Examples",
                Map.of(
                    "span", PropertyType.INT,
                    "split_names", PropertyType.STRING,
                    "version", PropertyType.INT))
            .extending(BaseType.DATASET),
        TfxTypes.artifact("Examples"));
  }

  @Test
  void aTypeExtendsOneOfItsKind() {
    MetadataType type = TfxTypes.artifact("Schema");
    assertThrows(IllegalArgumentException.class, () -> type.extending(BaseType.TRAIN));
  }
}
