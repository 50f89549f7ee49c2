package dev.pipewright.host.command;

import dev.pipewright.host.about.Version;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.tensorflow.Device;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `pipewright doctor`
@Command(
    name = "doctor",
    description =
        "Looks at Java, TensorFlow, the GPU, the disk and the display: what works, what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final long ENOUGH_DISK = 2_000_000_000L;

  @Spec private CommandSpec spec;
  private boolean isWell = true;

  @SuppressWarnings("NullAway.Init")
  DoctorCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    works(out, "Pipewright", Version.text());
    Runtime runtime = Runtime.getRuntime();
    works(
        out,
        "Java",
        System.getProperty("java.runtime.version")
            + ", "
            + runtime.availableProcessors()
            + " cores, heap up to "
            + Numbers.bytes(runtime.maxMemory()));
    tensorFlow(out);
    disk(out, "Home disk", Path.of(System.getProperty("user.home")));
    disk(out, "This disk", Path.of("").toAbsolutePath());
    display(out);
    return isWell ? ExitCode.DONE : ExitCode.NODE_FAILED;
  }

  private void tensorFlow(PrintWriter out) {
    try {
      if (TensorFlowRuntime.needsUnpacking()) {
        out.println("   Unpacking TensorFlow, the first time only: about 10 s.");
      }
      TensorFlowRuntime tensorFlow = TensorFlowRuntime.load();
      works(out, "TensorFlow", tensorFlow.version());
      if (tensorFlow.usesGpu()) {
        for (Device device : tensorFlow.devices()) {
          works(out, "Device", device.name() + ", " + Numbers.bytes(device.memoryBytes()));
        }
      } else {
        note(out, "GPU", tensorFlow.deviceSentence());
      }
    } catch (EnvironmentException e) {
      isWell = false;
      out.println("✗  TensorFlow   " + e.what());
      out.println("                " + e.fix());
    }
  }

  private void disk(PrintWriter out, String name, Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String text = Numbers.bytes(free) + " free at " + folder;
    if (free < ENOUGH_DISK) {
      isWell = false;
      out.println("✗  " + pad(name) + text);
      out.println("                Make room: TensorFlow and a run's artifacts want 2 GB.");
    } else if (!Files.isWritable(folder)) {
      note(out, name, text + ", not writable: run with --root DIR to put artifacts elsewhere.");
    } else {
      works(out, name, text);
    }
  }

  /// Windows and macOS always have one; elsewhere a display is named in the environment.
  private static void display(PrintWriter out) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String x11 = System.getenv("DISPLAY");
    String wayland = System.getenv("WAYLAND_DISPLAY");
    if (os.contains("win") || os.contains("mac")) {
      works(out, "Display", os);
    } else if (x11 != null || wayland != null) {
      works(out, "Display", x11 != null ? x11 : wayland);
    } else {
      note(out, "Display", "none: the command line works, a window cannot open.");
    }
  }

  private static void works(PrintWriter out, String name, String text) {
    out.println("✓  " + pad(name) + text);
  }

  private static void note(PrintWriter out, String name, String text) {
    out.println("–  " + pad(name) + text);
  }

  private static String pad(String name) {
    return String.format("%-13s", name);
  }
}
