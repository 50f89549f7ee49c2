package dev.pipewright.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Makes the app image and the installer of the machine it runs on.
public final class Main {
  private static final long MEGABYTE = 1_000_000;

  private final Recipe recipe;
  private final PrintStream report;
  private long lastNanos = System.nanoTime();

  private Main(Recipe recipe, PrintStream report) {
    this.recipe = recipe;
    this.report = report;
  }

  /// Builds into `<packaging>/target`.
  ///
  /// What it is started with is what it packs: the jars on its class path.
  ///
  /// @param arguments the checkout's folder, the version, and the time of all files as ISO 8601
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Main(
            Recipe.of(
                System.getProperty("java.class.path"),
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                arguments[1],
                FileTime.from(Instant.parse(arguments[2]))),
            System.out)
        .build();
  }

  private void build() throws IOException, InterruptedException {
    Executables executables = Executables.of(recipe.system(), recipe.engineFlags());
    new Tree(recipe.work()).delete();
    List<String> jars = stage();
    Image image = image(executables, jars);
    train(executables, jars, image);
    new Tree(image.root()).setTimes(recipe.time());
    done("image", new Tree(image.root()).sizeBytes(), image.root());
    Path installer = installer(image);
    done("installer", Files.size(installer), installer);
  }

  private List<String> stage() throws IOException, InterruptedException {
    Path staging = recipe.staging();
    Files.createDirectories(staging);
    List<String> jars =
        new Staging(recipe.system(), staging)
            .stage(recipe.jars()).stream().map(jar -> jar.getFileName().toString()).toList();
    Natives.prepare(recipe.system(), staging.resolve(Staging.NATIVE));
    Files.writeString(staging.resolve("THIRD-PARTY.txt"), ThirdPartyNotices.of(recipe.jars()));
    Files.copy(recipe.license(), staging.resolve("LICENSE.txt"));
    new Tree(staging).setTimes(recipe.time());
    done("jars and native libraries", new Tree(staging).sizeBytes(), staging);
    return jars;
  }

  private Image image(Executables executables, List<String> jars)
      throws IOException, InterruptedException {
    Image image =
        recipe.jpackage().image(recipe.staging(), jars.getFirst(), executables, recipe.images());
    for (Executable executable : executables.all().toList()) {
      Files.writeString(
          image.appFolder().resolve(executable.name() + ".cfg"),
          executable.configuration(jars, recipe.version()));
      if (recipe.system() == OperatingSystem.LINUX) {
        Path command = image.root().resolve("bin").resolve(executable.name());
        Files.delete(command);
        Files.writeString(command, executable.script(jars, recipe.version()));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    new Tree(image.root()).setTimes(recipe.time());
    done("jpackage's image", new Tree(image.root()).sizeBytes(), image.root());
    return image;
  }

  private void train(Executables executables, List<String> jars, Image image)
      throws IOException, InterruptedException {
    Path scratch = recipe.work().resolve("training");
    Path project = recipe.copySample(scratch);
    AotTraining training = new AotTraining(image, jars, scratch);
    training.engine(executables.commandLine(), project);
    training.workbench(executables.workbench(), project);
    for (Executable executable : executables.all().toList()) {
      Path cache = image.appFolder().resolve(executable.cache());
      done("AOT cache", Files.size(cache), cache);
    }
  }

  private Path installer(Image image) throws IOException, InterruptedException {
    if (recipe.system() == OperatingSystem.LINUX) {
      return new DebianPackage(
              image, recipe.version(), recipe.resources(), recipe.license(), recipe.time())
          .build(recipe.work(), recipe.target());
    }
    recipe.jpackage().installer(image, recipe.license(), recipe.target());
    try (Stream<Path> made = Files.list(recipe.target())) {
      return made.filter(file -> file.toString().endsWith(recipe.system().installerType()))
          .findFirst()
          .orElseThrow(() -> new IOException("jpackage made no installer"));
    }
  }

  private void done(String what, long bytes, Path where) {
    long now = System.nanoTime();
    Duration took = Duration.ofNanos(now - lastNanos);
    lastNanos = now;
    report.printf("%-26s %5d MB %4d s  %s%n", what, bytes / MEGABYTE, took.toSeconds(), where);
  }
}
