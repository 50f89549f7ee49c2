package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
  @TempDir Path folder;

  @Test
  void writesAConfigurationThatJpackagesExecutableReads() {
    Executable executable =
        new Executable("pipewright", "dev.Main", List.of("-Da=b c", "-Xmx1g"), "engine.aot");
    assertEquals(
        """
        [Application]
        app.mainclass=dev.Main
        app.classpath=$APPDIR/app.jar
        app.classpath=$APPDIR/host.jar

        [JavaOptions]
        java-options=-Da=b c
        java-options=-Xmx1g
        java-options=-XX:AOTCache=$APPDIR/engine.aot
        java-options=-Xlog:aot=off
        java-options=-Xlog:cds=off
        java-options=-Djpackage.app-version=0.1.0
        """,
        executable.configuration(List.of("app.jar", "host.jar"), "0.1.0"));
  }

  @Test
  void writesAScriptThatStartsTheSame(@TempDir Path root) throws IOException, InterruptedException {
    assumeTrue(OperatingSystem.current() == OperatingSystem.LINUX, "scripts are Linux's");
    Executable executable =
        new Executable("pipewright", "dev.Main", List.of("-Da=b $APPDIR/c"), "engine.aot");
    Path printing = root.resolve("a folder/lib/runtime/bin/java");
    Files.createDirectories(printing.getParent());
    Files.writeString(printing, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.log\"\n");
    Path script = root.resolve("a folder/bin/pipewright");
    Files.createDirectories(script.getParent());
    Files.writeString(script, executable.script(List.of("app.jar", "host.jar"), "0.1.0"));
    for (Path file : List.of(printing, script)) {
      assertTrue(file.toFile().setExecutable(true));
    }
    Command.of(script.toString(), "run", "my project").run();
    Path app = root.resolve("a folder/lib/app");
    assertEquals(
        List.of(
            "-Da=b " + app + "/c",
            "-XX:AOTCache=" + app + "/engine.aot",
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "-Djpackage.app-version=0.1.0",
            "-cp",
            app + "/app.jar:" + app + "/host.jar",
            "dev.Main",
            "run",
            "my project"),
        Files.readAllLines(Path.of(printing + ".log")));
  }

  @Test
  void refusesAnOptionThatTheScriptWouldRead() {
    Executable executable = new Executable("pipewright", "dev.Main", List.of("-Da=$HOME"), "aot");
    assertThrows(IllegalArgumentException.class, () -> executable.script(List.of(), "0.1.0"));
  }

  @Test
  void trainsWithTheOptionsItRunsWith() {
    Executable executable =
        new Executable("pipewright", "dev.Main", List.of("-Da=$APPDIR/native"), "engine.aot");
    Path app = Path.of("/opt/pipewright/lib/app");
    assertEquals(
        List.of("-Da=" + app + "/native", "-XX:AOTCacheOutput=" + app.resolve("engine.aot")),
        executable.trainingOptions(app));
  }

  @Test
  void tellsTheWorkbenchHowTheEngineIsStarted() throws IOException {
    Executables executables = Executables.of(OperatingSystem.LINUX, flags("# why\n-Xa\n\n-Xb\n"));
    String engine =
        "-Xa -Xb -Djava.library.path=$APPDIR/native -Dorg.bytedeco.javacpp.pathsfirst=true"
            + " -Dorg.sqlite.lib.path=$APPDIR/native";
    assertEquals(List.of(engine.split(" ")), executables.commandLine().options());
    List<String> workbench = executables.workbench().options();
    assertTrue(workbench.contains("-Dpipewright.engine.flags=" + engine), workbench::toString);
    assertTrue(
        workbench.contains("-Dpipewright.engine.aot=$APPDIR/engine.aot"), workbench::toString);
  }

  @Test
  void namesTheCommandApartWhereCaseDoesNotCount() throws IOException {
    Path flags = flags("-Xa");
    assertEquals("pipewright", Executables.of(OperatingSystem.LINUX, flags).commandLine().name());
    assertEquals(
        "pipewright-command", Executables.of(OperatingSystem.WINDOWS, flags).commandLine().name());
  }

  private Path flags(String text) throws IOException {
    return Files.writeString(folder.resolve("engine.jvm"), text);
  }
}
