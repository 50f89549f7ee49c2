package dev.pipewright.host.command;

import dev.pipewright.data.gallery.SyntheticTaxiTrips;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pipewright sample NAME OUT.csv`
@Command(
    name = "sample",
    description = "Makes a table to try a pipeline on.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

  /// The tables there are.
  enum Table {
    /// Synthetic taxi trips.
    TAXI
  }

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description =
          "taxi: synthetic trips with the columns and skews of the Chicago taxi table; the task is"
              + " to tell tips over 20 %% of the fare.")
  private Table table;

  @Parameters(index = "1", paramLabel = "OUT.csv", description = "The file to write.")
  private Path file;

  @Option(names = "--rows", paramLabel = "N", description = "How many rows (default 15000).")
  private long rows = 15_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same file (default 1).")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  SampleCommand() {}

  @Override
  public Integer call() {
    if (rows < 0) {
      throw new ParameterException(spec.commandLine(), "--rows must not be negative.");
    }
    switch (table) {
      case TAXI -> writeTaxiTrips(file, rows, seed);
    }
    spec.commandLine()
        .getOut()
        .println("Wrote " + Numbers.count(rows) + " synthetic taxi trips to " + file + ".");
    return ExitCode.DONE;
  }

  /// Writes the file whole or not at all.
  static void writeTaxiTrips(Path file, long rows, long seed) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        SyntheticTaxiTrips.write(out, rows, seed);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot be written: " + e.getMessage() + ".",
          Location.of(file),
          "Choose a folder that you may write to, on a disk with room.",
          e);
    }
  }
}
