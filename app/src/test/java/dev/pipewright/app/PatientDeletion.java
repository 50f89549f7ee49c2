package dev.pipewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/// Deletes a test's folder. A window that a test leaves open may still be keeping its tabs or its
/// versions there: what a writer makes while it is deleted is deleted once more.
public final class PatientDeletion implements TempDirDeletionStrategy {

  private static final int TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// For JUnit.
  public PatientDeletion() {}

  @Override
  public DeletionResult delete(
      Path folder, AnnotatedElementContext element, ExtensionContext context) throws IOException {
    DeletionResult result = Standard.INSTANCE.delete(folder, element, context);
    for (int i = 0; i < TRIES && !result.isSuccessful(); i++) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return result;
      }
      result = Standard.INSTANCE.delete(folder, element, context);
    }
    return result;
  }
}
