package dev.pipewright.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/// The engine host. Requests may be under way at the same time; an error that the user can mend
/// comes as a response error whose data is a `Failure`.
public interface EngineServer {

  /// The version of the protocol; a client of another one should start a host of its own version.
  int PROTOCOL_VERSION = 1;

  /// Who the host is. The first request of a client.
  @JsonRequest("engine/info")
  CompletableFuture<EngineInfo> info();

  /// What is wrong with a project; empty when it can be run.
  @JsonRequest("project/check")
  CompletableFuture<List<ProblemMessage>> check(RunRequest request);

  /// Runs a project. Completes when the run has ended, be it with failed nodes; while it runs,
  /// events go to the client. Cancelling the request cancels the run.
  @JsonRequest("run/start")
  CompletableFuture<RunResult> run(RunRequest request);

  /// Asks the host to end once running requests are answered. It also ends when its standard input
  /// closes.
  @JsonNotification("engine/exit")
  void exit();
}
