package dev.pipewright.runner;

import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ExitAction;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Notes how each run ended: one line of JSON a run, at the end of a file. It starts nothing else.
public final class ExitHandlerComponent implements Component {

  private static final String FOLDER = "output_folder";
  private static final String FILE = "final_status.jsonl";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "ExitHandler",
          ComponentSpec.Category.DEPLOYMENT,
          1,
          "Runs after all other nodes when the whole pipeline is run, also when some failed or the"
              + " run was cancelled, and appends the run's final status to a file, as one line of"
              + " JSON.",
          List.of(),
          List.of(),
          List.of(
              ParameterSpec.required(
                  FOLDER,
                  new ParameterType.PathName(ParameterType.PathName.Role.OUTPUT_FOLDER),
                  "The folder of " + FILE + ", which is made where it is missing.")),
          ComponentSpec.Resources.LIGHT);

  /// For the service loader.
  public ExitHandlerComponent() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (ExitAction) ExitHandlerComponent::append;
  }

  private static void append(Parameters parameters, String finalStatus) throws IOException {
    Path folder = parameters.require(FOLDER, parameters.path(FOLDER));
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(FILE),
        (finalStatus + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
