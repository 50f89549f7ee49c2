package dev.pipewright.app.engine;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Location;
import dev.pipewright.runner.Failure;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/// Reads why a host did not begin a run.
final class Refusals {

  private static final Texts TEXTS = Texts.of(Refusals.class);
  private static final Gson GSON = new Gson();

  private Refusals() {}

  static RunEnd of(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return new RunEnd.Refused(
        cause instanceof ResponseErrorException refused
            ? failure(refused.getResponseError())
            : unexpected(String.valueOf(cause)));
  }

  private static Failure failure(ResponseError error) {
    if (!(error.getData() instanceof JsonElement data && data.isJsonObject())) {
      return unexpected(error.getMessage());
    }
    var told = GSON.fromJson(data, dev.pipewright.protocol.Failure.class);
    return Failures.of(told);
  }

  private static Failure unexpected(String message) {
    return new Failure(
        TEXTS.get("engine.unexpected", message), Location.NONE, TEXTS.get("engine.report"));
  }
}
