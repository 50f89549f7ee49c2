package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that writes, at random moments.
class KillTest {

  @TempDir Path folder;

  /// The process: puts executions and prints each that is in the store, until it is killed.
  static final class Writer {
    public static void main(String[] arguments) {
      try (MetadataStore store = MetadataStore.open(Path.of(arguments[0]))) {
        while (true) {
          System.out.println(Samples.step(store, "Trainer", Samples.none()).execution());
        }
      }
    }
  }

  @Test
  void whatWasPutIsThereAndNothingIsHalf() throws IOException, InterruptedException {
    Path file = folder.resolve("metadata.db");
    Random random = new Random(5);
    for (int kill = 0; kill < 3; kill++) {
      long last = writeAndKill(file, random.nextInt(40));
      try (MetadataStore store = MetadataStore.open(file)) {
        List<ExecutionRecord> executions = store.executions();
        assertTrue(executions.size() >= last, executions.size() + " of " + last);
        assertEquals(executions.size(), store.artifacts().size());
        for (ExecutionRecord execution : executions) {
          assertEquals(1, store.outputs(execution.id()).size());
          assertEquals(3, store.contextsOf(execution.id()).size());
        }
      }
    }
  }

  /// The last execution that the process knew to be in the store.
  private static long writeAndKill(Path file, int puts) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i <= puts; i++) {
        last = Long.parseLong(lines.readLine());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return last;
  }
}
