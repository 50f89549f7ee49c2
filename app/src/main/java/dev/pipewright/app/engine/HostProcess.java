package dev.pipewright.app.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A host that is a process.
///
/// @param process the process
/// @param reports the folder in which its JVM would tell of a crash
record HostProcess(Process process, Path reports) implements EngineConnection {

  /// The name of a crash report, with the process in place of `%p`.
  static final String REPORT = "engine-crash-%p.log";

  @Override
  public InputStream fromHost() {
    return process.getInputStream();
  }

  @Override
  public OutputStream toHost() {
    return process.getOutputStream();
  }

  @Override
  public InputStream prints() {
    return process.getErrorStream();
  }

  @Override
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  @Override
  public Optional<Path> crashReport() {
    Path report = reports.resolve(REPORT.replace("%p", Long.toString(process.pid())));
    return Files.exists(report) ? Optional.of(report) : Optional.empty();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }
}
