package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CloseSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSessionOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;

/// Owns a TF_Session.
final class NativeSession implements AutoCloseable {

  private final TF_Session handle;
  private boolean closed;

  NativeSession(NativeGraph graph, SessionSettings settings) {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_SessionOptions options = TF_NewSessionOptions();
      byte[] config = settings.proto().toByteArray();
      BytePointer bytes = new BytePointer(config);
      TF_SetConfig(options, bytes, config.length, status);
      Failures.checkBuild(status, "session settings");
      handle = TF_NewSession(graph.handle(), options, status);
      TF_DeleteSessionOptions(options);
      Failures.checkBuild(status, "new session");
    }
  }

  TF_Session handle() {
    return handle;
  }

  /// Cancels what runs; later runs fail. May be called from any thread.
  synchronized void cancel() {
    if (!closed) {
      try (PointerScope _ = new PointerScope()) {
        TF_CloseSession(handle, TF_Status.newStatus());
      }
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try (PointerScope _ = new PointerScope()) {
        TF_Status status = TF_Status.newStatus();
        TF_CloseSession(handle, status);
        TF_DeleteSession(handle, status);
      }
    }
  }
}
