package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetTensor;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderGetVariable;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_CheckpointReaderSize;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteCheckpointReader;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewCheckpointReader;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_CheckpointReader;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;

/// Reads variables by name from checkpoint files of any maker: ours, a SavedModel's
/// (`variables/variables`), Python's.
public final class CheckpointReader implements AutoCloseable {

  private final TF_CheckpointReader handle;
  private final Path prefix;
  private boolean closed;

  /// Opens `<prefix>.index` and its data files.
  ///
  /// @throws ArtifactException if they cannot be read
  public CheckpointReader(Path prefix) {
    this.prefix = prefix;
    TensorFlowRuntime.load();
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      handle = TF_NewCheckpointReader(prefix.toString(), status);
      check(status);
    }
  }

  private void check(TF_Status status) {
    if (TF_GetCode(status) != Failures.OK) {
      throw new ArtifactException(
          "The checkpoint cannot be read: " + Failures.message(status) + ".",
          Location.of(prefix),
          "Make it again.");
    }
  }

  /// The names of its variables, sorted.
  public List<String> names() {
    TF_CheckpointReader open = open();
    return IntStream.range(0, TF_CheckpointReaderSize(open))
        .mapToObj(i -> TF_CheckpointReaderGetVariable(open, i).getString())
        .sorted()
        .toList();
  }

  /// A variable's value; the caller closes it.
  ///
  /// @throws ArtifactException if there is no such variable, or its data is damaged
  public HostTensor tensor(String name) {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Tensor tensor = TF_CheckpointReaderGetTensor(open(), name, status);
      check(status);
      return HostTensor.own(tensor);
    }
  }

  private TF_CheckpointReader open() {
    if (closed) {
      throw new IllegalStateException("the checkpoint is closed");
    }
    return handle;
  }

  /// Closes the files.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TF_DeleteCheckpointReader(handle);
    }
  }
}
