package dev.pipewright.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/// The engine host. Requests may be under way at the same time; an error that the user can mend
/// comes as a response error whose data is a `Failure`.
public interface EngineServer {

  /// The version of the protocol; a client of another one should start a host of its own version.
  int PROTOCOL_VERSION = 3;

  /// Who the host is. The first request of a client.
  @JsonRequest("engine/info")
  CompletableFuture<EngineInfo> info();

  /// How the host is doing.
  @JsonRequest("engine/status")
  CompletableFuture<EngineStatus> status();

  /// What is wrong with a project; empty when it can be run.
  @JsonRequest("project/check")
  CompletableFuture<List<ProblemMessage>> check(RunRequest request);

  /// What a run would do, found out without running anything. May be asked while a run is at work.
  @JsonRequest("run/plan")
  CompletableFuture<PlanMessage> plan(RunRequest request);

  /// Has the cache give nothing of what the request's `only` nodes made any more (all nodes where
  /// there are none): the next run makes it anew. Answers how many results that were.
  @JsonRequest("cache/clear")
  CompletableFuture<Integer> clearCache(RunRequest request);

  /// Runs a project, after the runs that were asked for before: it waits for its turn, which an
  /// event `run-queued` tells. Completes when the run has ended, be it with failed nodes; while it
  /// runs, events go to the client. Cancelling the request cancels the run; who wants to hear how
  /// it then ends says `stop`.
  @JsonRequest("run/start")
  CompletableFuture<RunResult> run(RunRequest request);

  /// Cancels the runs of this client's name; each answers its request when it has ended. A name
  /// that no run has is ignored: the run may just have ended.
  @JsonNotification("run/stop")
  void stop(String run);

  /// Asks the host to end; runs under way are cancelled. It also ends, within two seconds, when its
  /// standard input closes.
  @JsonNotification("engine/exit")
  void exit();
}
