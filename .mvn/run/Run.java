import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the sample pipeline for `mvn -Prun`: in the workbench, or on the command line where there
/// is no display. Usage, from the checkout's root: `Run.java PROJECT`, with the class path in the
/// environment variable `CLASS_PATH`.
class Run {
  private static final Path FLAGS = Path.of("packaging", "engine.jvm");

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (hasDisplay()) {
      System.out.println("Opening " + args[0] + " in the workbench. Close its window to end.");
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("dev.pipewright.app.Main");
      command.add("--run");
    } else {
      System.out.println("There is no display for the workbench: the pipeline runs on the command line.");
      command.add("@" + FLAGS);
      command.add("dev.pipewright.host.Main");
      command.add("run");
    }
    command.add(args[0]);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(Map.of("CLASSPATH", System.getenv("CLASS_PATH"), "PIPEWRIGHT_COMMAND", "./pipewright"));
    System.exit(builder.start().waitFor());
  }

  /// Windows and macOS always have one; elsewhere JavaFX needs X11's, and the variable may outlive the
  /// server.
  private static boolean hasDisplay() {
    String os = System.getProperty("os.name");
    if (os.startsWith("Windows") || os.startsWith("Mac")) {
      return true;
    }
    String display = System.getenv("DISPLAY");
    if (display == null || display.isBlank()) {
      return false;
    }
    String number = display.replaceFirst("^(unix)?:(\\d+)(\\.\\d+)?$", "$2");
    return number.equals(display) || Files.exists(Path.of("/tmp/.X11-unix/X" + number));
  }
}
