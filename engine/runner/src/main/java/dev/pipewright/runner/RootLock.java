package dev.pipewright.runner;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps two runs from using one root at a time. The lock is the operating system's: it goes when
/// its process does, however that ends.
final class RootLock implements AutoCloseable {

  /// Far behind the process id at the start of the file, which others shall be able to read.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private RootLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock; the root is made if it is not there.
  ///
  /// @throws EnvironmentException when another run has it, or the root cannot be written to
  static RootLock take(RunRoot root) {
    FileChannel channel = open(root);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new EnvironmentException(
            "Another run is using this folder" + holder(channel) + ".",
            Location.of(root.folder()),
            "Wait until it has ended, or choose another root.");
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new RootLock(channel);
    } catch (IOException e) {
      close(channel);
      throw unusable(root, e);
    } catch (EnvironmentException e) {
      close(channel);
      throw e;
    }
  }

  /// Whether a run has the lock. To ask takes it for an instant, so that a run that begins in this
  /// very instant would be refused: to be asked only where a run seems to be at work.
  static boolean isTaken(RunRoot root) {
    if (!Files.exists(root.lock())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(root.lock(), StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel)) {
      return lock == null;
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static FileChannel open(RunRoot root) {
    try {
      Files.createDirectories(root.own());
      return FileChannel.open(
          root.lock(),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static EnvironmentException unusable(RunRoot root, IOException e) {
    return new EnvironmentException(
        "The folder for runs cannot be written to: " + Failure.reason(e) + ".",
        Location.of(root.folder()),
        "Check that the drive is there and that you may write to it, or choose another root.",
        e);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      // This very process has it.
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    return text.isEmpty() ? "" : " (process " + text + ")";
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
