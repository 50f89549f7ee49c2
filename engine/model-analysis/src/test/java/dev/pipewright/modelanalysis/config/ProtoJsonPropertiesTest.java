package dev.pipewright.modelanalysis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random messages come back from their JSON, and JSON that is none of them is told in a sentence.
class ProtoJsonPropertiesTest {

  private static final int ROUNDS = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Message> MESSAGES =
      List.of(
          EvalConfig.getDefaultInstance(),
          MetricsForSlice.getDefaultInstance(),
          ValidationResult.getDefaultInstance());

  private static Message random(Random random, Message.Builder message, int depth) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      boolean isDeep = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      if (random.nextInt(3) > 0 || isDeep && depth == 0) {
        continue;
      }
      if (field.isMapField()) {
        message.addRepeatedField(field, random(random, message.newBuilderForField(field), depth));
      } else if (field.isRepeated()) {
        for (int i = random.nextInt(3); i > 0; i--) {
          message.addRepeatedField(field, value(random, message, field, depth));
        }
      } else {
        message.setField(field, value(random, message, field, depth));
      }
    }
    return message.build();
  }

  private static Object value(
      Random random, Message.Builder owner, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt();
      case LONG ->
          List.of(0L, random.nextLong(), Long.MIN_VALUE, Long.MAX_VALUE).get(random.nextInt(4));
      case FLOAT ->
          List.of(0f, random.nextFloat(), Float.NaN, Float.POSITIVE_INFINITY)
              .get(random.nextInt(4));
      case DOUBLE ->
          List.of(random.nextGaussian(), 1e300, Double.NaN, Double.NEGATIVE_INFINITY)
              .get(random.nextInt(4));
      case STRING -> List.of("", "x", "é\n\"", "\u0000", "😀").get(random.nextInt(5));
      case BYTE_STRING -> {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        yield ByteString.copyFrom(bytes);
      }
      case ENUM -> {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        yield values.get(random.nextInt(values.size()));
      }
      case MESSAGE -> random(random, owner.newBuilderForField(field), depth - 1);
    };
  }

  @Test
  void anyMessageComesBackFromItsText() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Message empty = MESSAGES.get(round % MESSAGES.size());
      Message message = random(random, empty.newBuilderForType(), 4);
      String text = JSON.writeValueAsString(ProtoJson.print(message));
      Message.Builder again = empty.newBuilderForType();
      ProtoJson.parse(JSON.readTree(text), again, "config");
      assertEquals(message, again.build(), text);
      assertEquals(text, JSON.writeValueAsString(ProtoJson.print(again.build())));
    }
  }

  @Test
  void anotherJsonIsAnErrorOfTheUserWithItsPlace() {
    Random random = new Random(2);
    int wrong = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Message empty = MESSAGES.get(round % MESSAGES.size());
      ObjectNode json = ProtoJson.print(random(random, empty.newBuilderForType(), 4));
      damage(random, json);
      try {
        ProtoJson.parse(json, empty.newBuilderForType(), "config");
      } catch (ParameterException e) {
        wrong++;
        assertTrue(String.valueOf(e.where().subject()).startsWith("config"), e::getMessage);
        assertTrue(e.what().startsWith("config") && !e.fix().isBlank(), e::getMessage);
      }
    }
    assertTrue(wrong > ROUNDS / 4 && wrong < ROUNDS, wrong + " were wrong");
  }

  /// Puts some other value, or a field that there is not, anywhere in the tree.
  private static void damage(Random random, ObjectNode root) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<JsonNode> others =
        List.of(
            nodes.textNode("other"),
            nodes.numberNode(-1.5),
            nodes.numberNode(1L << 40),
            nodes.booleanNode(true),
            nodes.nullNode(),
            nodes.arrayNode().add(1),
            nodes.objectNode().put("what", 1));
    List<JsonNode> inner = new ArrayList<>(List.of(root));
    for (int i = 0; i < inner.size(); i++) {
      inner.get(i).forEach(inner::add);
    }
    inner.removeIf(node -> !node.isContainerNode());
    JsonNode at = inner.get(random.nextInt(inner.size()));
    JsonNode other = others.get(random.nextInt(others.size()));
    switch (at) {
      case ObjectNode object when object.isEmpty() || random.nextInt(4) == 0 ->
          object.set("no_such_field", other);
      case ObjectNode object -> {
        List<Map.Entry<String, JsonNode>> fields = List.copyOf(object.properties());
        object.set(fields.get(random.nextInt(fields.size())).getKey(), other);
      }
      case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), other);
      default -> root.set("no_such_field", other);
    }
  }
}
