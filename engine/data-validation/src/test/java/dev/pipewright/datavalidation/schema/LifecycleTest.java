package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.LifecycleStage;
import dev.pipewright.protos.tfmd.Schema;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static Feature.Builder required(String name) {
    Feature.Builder feature = Feature.newBuilder().setName(name);
    feature.getPresenceBuilder().setMinCount(1);
    return feature;
  }

  @Test
  void leavesOutTheStagesThatTfdvLeavesOut() {
    var deprecated = EnumSet.noneOf(LifecycleStage.class);
    for (LifecycleStage stage : LifecycleStage.values()) {
      if (Lifecycle.isDeprecated(Feature.newBuilder().setLifecycleStage(stage))) {
        deprecated.add(stage);
      }
    }

    assertEquals(
        EnumSet.of(
            LifecycleStage.PLANNED,
            LifecycleStage.ALPHA,
            LifecycleStage.DEPRECATED,
            LifecycleStage.DEBUG_ONLY,
            LifecycleStage.DISABLED),
        deprecated);
    assertFalse(Lifecycle.isDeprecated(Feature.newBuilder()));
  }

  @Test
  void requiresFeaturesWithPresenceInTheOrderOfTheSchema() {
    Feature.Builder byFraction = Feature.newBuilder().setName("a");
    byFraction.getPresenceBuilder().setMinFraction(0.1);
    Schema schema =
        Schema.newBuilder()
            .addFeature(required("z"))
            .addFeature(byFraction)
            .addFeature(Feature.newBuilder().setName("optional"))
            .addFeature(required("old").setLifecycleStage(LifecycleStage.DEPRECATED))
            .build();

    assertEquals(List.of("z", "a"), Lifecycle.requiredFeatures(schema, null));
  }

  @Test
  void looksAtEnvironments() {
    Schema schema = Schema.newBuilder().addDefaultEnvironment("TRAINING").build();

    assertTrue(Lifecycle.isIn(required("f"), schema, null));
    assertTrue(Lifecycle.isIn(required("f"), schema, "TRAINING"));
    assertFalse(Lifecycle.isIn(required("f"), schema, "SERVING"));
    assertTrue(Lifecycle.isIn(required("f").addInEnvironment("SERVING"), schema, "SERVING"));
    assertFalse(Lifecycle.isIn(required("f").addNotInEnvironment("TRAINING"), schema, "TRAINING"));
  }
}
