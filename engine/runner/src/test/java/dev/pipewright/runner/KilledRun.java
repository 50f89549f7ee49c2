package dev.pipewright.runner;

import dev.pipewright.pipeline.component.Executor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A run in a process of its own, to be killed: slow enough to be hit anywhere.
final class KilledRun {

  private KilledRun() {}

  static Project project(Path folder) {
    Project project = new Project(folder, Project.TRAINING);
    Executor slow =
        execution -> {
          for (String port : List.of("examples", "model", "blessing", "pushed_model")) {
            for (int i = 0; i < 8; i++) {
              String name = execution.node() + "." + port + i;
              Files.writeString(execution.workFolder().resolve(name), name);
              Thread.sleep(3);
            }
          }
        };
    List.of("Gen", "Trainer", "Evaluator", "Pusher")
        .forEach(node -> project.fakes.hooks.put(node, slow));
    return project;
  }

  /// Starts it, with all that this process has on its class path.
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            folder.toString())
        .inheritIO()
        .start();
  }

  public static void main(String[] args) {
    project(Path.of(args[0])).run();
  }
}
