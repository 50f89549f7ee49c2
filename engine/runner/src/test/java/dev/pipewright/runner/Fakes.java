package dev.pipewright.runner;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName.Role;
import dev.pipewright.pipeline.component.PortSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Small components that work on text files, and hooks to do something else at a node.
final class Fakes {

  /// What a node does before its own work.
  final Map<String, Executor> hooks = new ConcurrentHashMap<>();

  private int version = 1;

  private record Fake(ComponentSpec spec, Executor executor) implements Component {
    @Override
    public Behavior behavior() {
      return executor;
    }
  }

  Fakes version(int newVersion) {
    version = newVersion;
    return this;
  }

  ComponentRegistry registry() {
    return ComponentRegistry.of(
        List.of(
            text(),
            join("Join", Resources.LIGHT),
            join("Heavy", Resources.CPU),
            join("Device", new Resources(1, true)),
            trainer(),
            evaluator(),
            pusher(),
            new ExitHandlerComponent(),
            new ResolverComponent(),
            new ImporterComponent()));
  }

  private Component fake(
      String name,
      List<PortSpec> inputs,
      List<PortSpec> outputs,
      List<ParameterSpec> parameters,
      Resources resources,
      Executor executor) {
    return new Fake(
        new ComponentSpec(
            name, ComponentSpec.Category.DATA, version, "", inputs, outputs, parameters, resources),
        execution -> {
          Executor hook = hooks.get(execution.node().value());
          if (hook != null) {
            hook.execute(execution);
          }
          executor.execute(execution);
        });
  }

  private Component text() {
    return fake(
        "Text",
        List.of(),
        List.of(PortSpec.one("examples", ArtifactType.EXAMPLES, "")),
        List.of(
            ParameterSpec.withDefault("text", new ParameterType.Text(), ParameterValue.of("t"), ""),
            ParameterSpec.optional("folder", new ParameterType.PathName(Role.INPUT_FOLDER), ""),
            ParameterSpec.optional("file", new ParameterType.PathName(Role.INPUT_FILE), "")),
        Resources.LIGHT,
        execution -> {
          String text = execution.parameters().text("text").orElse("");
          for (String path : List.of("folder", "file")) {
            text += execution.parameters().path(path).map(Fakes::all).orElse("");
          }
          write(execution, "examples", text);
          execution.setProperty("examples", "split_names", ParameterValue.of("[\"train\"]"));
          execution.setProperty("examples", "span", ParameterValue.of(0));
        });
  }

  private Component join(String name, Resources resources) {
    return fake(
        name,
        List.of(new PortSpec("examples", ArtifactType.EXAMPLES, PortSpec.Arity.MANY, "", null)),
        List.of(PortSpec.one("examples", ArtifactType.EXAMPLES, "")),
        List.of(
            ParameterSpec.withDefault(
                "suffix", new ParameterType.Text(), ParameterValue.of(""), "")),
        resources,
        execution -> {
          StringBuilder text = new StringBuilder();
          execution.inputs("examples").forEach(a -> text.append(all(a.uri())));
          write(execution, "examples", text + execution.parameters().text("suffix").orElse(""));
        });
  }

  private Component trainer() {
    return fake(
        "Trainer",
        List.of(PortSpec.one("examples", ArtifactType.EXAMPLES, "")),
        List.of(
            PortSpec.one("model", ArtifactType.MODEL, ""),
            PortSpec.one("model_run", ArtifactType.MODEL_RUN, "")),
        List.of(
            ParameterSpec.optional(
                "train_args",
                new ParameterType.Struct(
                    List.of(
                        ParameterSpec.withDefault(
                            "num_steps",
                            new ParameterType.Int(1, 1000),
                            ParameterValue.of(10),
                            ""))),
                "")),
        Resources.TENSORFLOW,
        execution -> {
          write(execution, "model", "model of " + all(execution.input("examples").uri()));
          execution.progress().metric("train/loss", 10, 0.5);
        });
  }

  /// As the real one, it blesses with the model's id, and writes what it compared with.
  private Component evaluator() {
    return fake(
        "Evaluator",
        List.of(
            PortSpec.one("model", ArtifactType.MODEL, ""),
            PortSpec.optional("baseline_model", ArtifactType.MODEL, "")),
        List.of(
            PortSpec.one("blessing", ArtifactType.MODEL_BLESSING, ""),
            PortSpec.one("evaluation", ArtifactType.MODEL_EVALUATION, "")),
        List.of(
            ParameterSpec.withDefault(
                "bless", new ParameterType.Bool(), ParameterValue.of(true), "")),
        Resources.LIGHT,
        execution -> {
          Artifact model = execution.input("model");
          boolean isBlessed = execution.parameters().flag("bless");
          Files.createFile(
              execution.output("blessing").resolve(isBlessed ? "BLESSED" : "NOT_BLESSED"));
          execution.setProperty("blessing", "blessed", ParameterValue.of(isBlessed ? 1 : 0));
          execution.setProperty("blessing", "current_model_id", ParameterValue.of(model.id()));
          execution.setProperty(
              "blessing", "current_model", ParameterValue.of(model.uri().toString()));
          String baseline =
              execution.optionalInput("baseline_model").map(m -> all(m.uri())).orElse("none");
          write(execution, "evaluation", all(model.uri()) + " against " + baseline);
        });
  }

  private Component pusher() {
    return fake(
        "Pusher",
        List.of(
            PortSpec.one("model", ArtifactType.MODEL, ""),
            PortSpec.optional("model_blessing", ArtifactType.MODEL_BLESSING, "")),
        List.of(PortSpec.one("pushed_model", ArtifactType.PUSHED_MODEL, "")),
        List.of(),
        Resources.LIGHT,
        execution -> write(execution, "pushed_model", all(execution.input("model").uri())));
  }

  static void write(Execution execution, String port, String text) throws IOException {
    Files.writeString(execution.output(port).resolve("data.txt"), text);
  }

  /// The text of all files right in a folder, or of a file.
  static String all(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 1)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
