package dev.pipewright.host.penguins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.host.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a signal does to the command line.
class SignalTest {

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void terminatingTheProcessCancelsTheRun() throws Exception {
    Path project = Sample.copyTo(folder);
    Path log = folder.resolve("output.txt");
    Process process =
        Sample.start(
            log, "run", project.toString(), "--set", "Trainer.train_args.num_steps=1000000000");
    Path working = folder.resolve("penguins.runs/.pipewright/work");
    while (process.isAlive() && !Files.isDirectory(working)) {
      Thread.sleep(5);
    }
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue(), () -> read(log));
    CommandRun runs = CommandRun.of("runs", project.toString());
    assertTrue(runs.out().contains(" canceled"), runs::all);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
