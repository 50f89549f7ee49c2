package dev.pipewright.modelanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protos.tfma.EvalConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorSpecTest {

  private static final ComponentSpec SPEC = new EvaluatorComponent().spec();

  @Test
  void hasThePortsOfTfx() {
    assertEquals(
        List.of("examples", "model", "baseline_model", "schema"),
        SPEC.inputs().stream().map(PortSpec::name).toList());
    assertEquals(
        List.of("evaluation", "blessing"), SPEC.outputs().stream().map(PortSpec::name).toList());
    assertEquals(
        List.of("eval_config", "example_splits"),
        SPEC.parameters().stream().map(ParameterSpec::name).toList());
  }

  @Test
  void hasOnlyFieldsThatTfmaHas() {
    ParameterSpec config = SPEC.parameter("eval_config").orElseThrow();
    assertIn(config.name(), config.type(), EvalConfig.getDescriptor());
  }

  private static void assertIn(String path, ParameterType type, Descriptor message) {
    ParameterType.Struct struct = assertInstanceOf(ParameterType.Struct.class, type, path);
    for (ParameterSpec parameter : struct.fields()) {
      String at = path + "." + parameter.name();
      FieldDescriptor field = message.findFieldByName(parameter.name());
      assertNotNull(field, at);
      assertFalse(parameter.doc().isBlank(), at);
      ParameterType element =
          parameter.type() instanceof ParameterType.ListOf(ParameterType e) ? e : parameter.type();
      boolean isList = parameter.type() instanceof ParameterType.ListOf;
      assertEquals(field.isRepeated() && !field.isMapField(), isList, at);
      if (element instanceof ParameterType.Struct) {
        assertIn(at, element, field.getMessageType());
      }
    }
  }
}
