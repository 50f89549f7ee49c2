package dev.pipewright.host.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pipewright.runner.RunEvent;
import java.io.PrintWriter;

/// Prints a run's events as JSON, one a line.
public final class JsonLines implements RunEvent.Listener {

  private final JsonMapper json =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final EventMessages messages;
  private final PrintWriter out;

  /// Prints there.
  public JsonLines(EventMessages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  @Override
  public void accept(RunEvent event) {
    try {
      out.println(json.writeValueAsString(messages.of(event)));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that is not JSON: " + event, e);
    }
  }
}
