package dev.pipewright.host.command;

import dev.pipewright.host.rpc.EngineHost;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `pipewright engine`
@Command(
    name = "engine",
    description = "Serves a workbench: JSON-RPC over standard input and output.",
    mixinStandardHelpOptions = true)
final class EngineCommand implements Callable<Integer> {

  EngineCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    EngineHost.serveProcess(ComponentRegistry.load());
    return ExitCode.DONE;
  }
}
