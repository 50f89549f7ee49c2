package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unpacks the `.deb` that `mvn -Ppackage` has made and uses it as a person would, elsewhere than
/// in `/opt`.
///
/// Pictures and the measured start are in `target/screens`.
class InstallerTest {
  private static final Path SCREENS = Path.of("target/screens");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int STARTS = 5;

  @TempDir static Path unpacked;
  @TempDir Path folder;
  private Path project;

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Optional<Path> installer = installer();
    assumeTrue(installer.isPresent(), "there is no .deb to try: mvn -Ppackage makes it on Linux");
    Command.of("dpkg-deb", "--extract", installer.get().toString(), unpacked.toString()).run();
    Files.createDirectories(SCREENS);
  }

  @BeforeEach
  void copySample() throws IOException {
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    project = Recipe.of("", checkout, "0", FileTime.fromMillis(0)).copySample(folder);
  }

  @Test
  void runsASampleFromTheCommandLineAndUnpacksNothingAtHome()
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Command.of(executable("pipewright"), "run", project.toString())
        .with(Map.of("HOME", home.toString(), "JAVA_TOOL_OPTIONS", "-Duser.home=" + home))
        .run();
    assertTrue(isPushed(), "no model was pushed");
    assertEquals(0, new Tree(home).sizeBytes(), "something was unpacked at home");
  }

  @Test
  void loadsTheCachesWhereItIsInstalled() throws IOException, InterruptedException {
    Image image = new Image(unpacked.resolve("opt/pipewright"), OperatingSystem.LINUX);
    Executables executables =
        Executables.of(OperatingSystem.LINUX, Path.of("engine.jvm").toAbsolutePath());
    for (Executable executable : executables.all().toList()) {
      List<String> words = new ArrayList<>(List.of(image.java().toString()));
      words.addAll(executable.trainingOptions(image.appFolder()));
      words.removeLast();
      words.add("-XX:AOTCache=" + image.appFolder().resolve(executable.cache()));
      words.add("-XX:AOTMode=on");
      words.addAll(List.of("-cp", classPath(image, executable)));
      words.addAll(List.of("dev.pipewright.host.Main", "--version"));
      new Command(words, Map.of()).run();
    }
  }

  /// The runtime has only the modules that are named; a class of ours that needs another fails when
  /// it is used.
  @Test
  void hasTheModulesThatOurClassesUse() throws IOException {
    Image image = new Image(unpacked.resolve("opt/pipewright"), OperatingSystem.LINUX);
    List<String> arguments =
        new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps"));
    try (Stream<Path> files = Files.list(image.appFolder())) {
      files
          .map(Path::toString)
          .filter(file -> file.matches(".*-\\d+\\.\\d+\\.\\d+-SNAPSHOT\\.jar"))
          .forEach(arguments::add);
    }
    StringWriter used = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(new PrintWriter(used), new PrintWriter(used), arguments.toArray(String[]::new));
    List<String> missing = new ArrayList<>(List.of(used.toString().strip().split(",")));
    missing.removeAll(modules(image));
    assertEquals(List.of(), missing);
  }

  private static List<String> modules(Image image) throws IOException {
    Path release = image.root().resolve("lib/runtime/release");
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("MODULES="))
        .flatMap(line -> Stream.of(line.replace("MODULES=", "").replace("\"", "").split(" ")))
        .toList();
  }

  @Test
  void drawsAndMeasuresItsFirstFrame() throws IOException, InterruptedException {
    try (Display display = display()) {
      List<Long> millis = new ArrayList<>();
      for (int start = 0; start < STARTS; start++) {
        millis.add(firstFrame(display, start));
      }
      Files.writeString(
          SCREENS.resolve("first-frame.txt"),
          "first frame, ms since the JVM's start: " + millis + "\n");
    }
  }

  @Test
  void runsASampleInTheWindow() throws IOException, InterruptedException {
    try (Display display = display()) {
      Process workbench = start(display, List.of(), "--run", project.toString());
      try {
        await("a pushed model", this::isPushed, workbench);
        Thread.sleep(Duration.ofSeconds(2));
        ScreenDump screen = ScreenDump.read(display.picture());
        screen.write(SCREENS.resolve("installed-penguins.png"));
        assertTrue(screen.colors() > 50, "the window is empty");
        assertEquals(2, ours(), "the workbench and its engine are at work");
        String printed = Files.readString(folder.resolve("workbench.log"));
        assertFalse(printed.contains("SEVERE"), printed);
      } finally {
        workbench.destroy();
      }
      await("the end of workbench and engine", () -> ours() == 0, workbench);
    }
  }

  private long firstFrame(Display display, int start) throws IOException, InterruptedException {
    Path log = folder.resolve("first-frame-" + start);
    Process workbench =
        start(display, List.of("-Dpipewright.startup.log=" + log), project.toString());
    try {
      await("the first frame", () -> Files.exists(log), workbench);
    } finally {
      workbench.destroy();
      workbench.waitFor();
    }
    return Long.parseLong(Files.readString(log).replace("first-frame", "").strip());
  }

  private Process start(Display display, List<String> options, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(executable("Pipewright")));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("workbench.log").toFile());
    String more = "-Dpipewright.settings=" + folder.resolve("settings");
    builder.environment().put("DISPLAY", display.name());
    builder.environment().put("JAVA_TOOL_OPTIONS", more + " " + String.join(" ", options));
    return builder.start();
  }

  private Display display() throws IOException {
    Optional<Display> display = Display.open(folder.resolve("display"));
    assumeTrue(display.isPresent(), "windows are tried where Xvfb is installed");
    return display.get();
  }

  private void await(String what, BooleanSupplier condition, Process workbench)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertFalse(
          System.nanoTime() > end,
          "waited for " + what + ":\n" + Files.readString(folder.resolve("workbench.log")));
      Thread.sleep(20);
    }
  }

  private boolean isPushed() {
    return Files.exists(project.resolveSibling("serving_model"));
  }

  /// How many processes of the unpacked product are alive.
  private static long ours() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").startsWith(unpacked.toString()))
        .count();
  }

  private static String executable(String name) {
    return unpacked.resolve("opt/pipewright/bin").resolve(name).toString();
  }

  private static String classPath(Image image, Executable executable) throws IOException {
    String prefix = "app.classpath=" + Executable.APP_FOLDER + "/";
    Path configuration = image.appFolder().resolve(executable.name() + ".cfg");
    return image.classPath(
        Files.readAllLines(configuration).stream()
            .filter(line -> line.startsWith(prefix))
            .map(line -> line.substring(prefix.length()))
            .toList());
  }

  private static Optional<Path> installer() throws IOException {
    if (!Files.isDirectory(Path.of("target"))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.toString().endsWith(".deb")).findFirst();
    }
  }
}
