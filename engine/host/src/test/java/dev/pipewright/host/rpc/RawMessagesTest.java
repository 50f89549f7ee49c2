package dev.pipewright.host.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sends the host what no client of ours would.
@Timeout(30)
class RawMessagesTest {

  private static String framed(String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return "Content-Length: " + length + "\r\n\r\n" + json;
  }

  /// The host's answer to the request 1 of these messages.
  private static JsonNode answer(String... messages) throws Exception {
    StringBuilder all = new StringBuilder();
    List.of(messages).forEach(message -> all.append(framed(message)));
    // The host ends with its input; what it was asked by then, it answers.
    byte[] input = all.toString().getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    EngineHost.serve(
        ComponentRegistry.of(List.of()), new ByteArrayInputStream(input), out, () -> {});
    for (String part : out.toString(StandardCharsets.UTF_8).split("Content-Length: \\d+\r\n\r\n")) {
      if (part.contains("\"id\":1") || part.contains("\"id\":\"1\"")) {
        return new ObjectMapper().readTree(part);
      }
    }
    throw new IOException("no answer: " + out.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"project/check\"}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"project/check\", \"params\": null}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"project/check\", \"params\": {}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"run/start\"}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"run/start\", \"params\": {}}",
      })
  void aRequestWithoutAProjectIsAnErrorOfTheUser(String message) throws Exception {
    JsonNode error = answer(message).path("error");
    assertEquals(EngineHost.USER_ERROR, error.path("code").asInt(), error::toString);
    assertEquals("The request names no project.", error.path("data").path("what").asText());
  }

  @Test
  void aMethodThatThereIsNotIsAnsweredSo() throws Exception {
    JsonNode answer = answer("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"make/tea\"}");
    assertEquals(-32601, answer.path("error").path("code").asInt(), answer::toString);
  }

  @Test
  void aMessageThatIsNoJsonDoesNotEndTheHost() throws Exception {
    JsonNode answer =
        answer("{nonsense", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"engine/info\"}");
    assertTrue(answer.path("result").has("protocolVersion"), answer::toString);
  }
}
