package dev.pipewright.app.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// An engine host that was started: the protocol's streams, what it prints, and its end.
public interface EngineConnection {

  /// What the host says, in the protocol.
  InputStream fromHost();

  /// What it is told, in the protocol. Closing it ends the host.
  OutputStream toHost();

  /// What it and its native libraries print.
  InputStream prints();

  /// Its exit code, when it has ended.
  CompletableFuture<Integer> exit();

  /// The file in which its JVM told of its crash, if it wrote one.
  Optional<Path> crashReport();

  /// Ends it at once.
  void kill();
}
