package dev.pipewright.app.project;

import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.pipeline.component.ParameterType.PathName.Role;
import java.util.List;

/// A component with paths wherever parameters can have them.
final class Reader implements Component {

  static final String NAME = "Reader";

  private static final ParameterType FILE = new PathName(Role.INPUT_FILE);

  @Override
  public ComponentSpec spec() {
    return new ComponentSpec(
        NAME,
        ComponentSpec.Category.values()[0],
        1,
        "Reads.",
        List.of(),
        List.of(),
        List.of(
            ParameterSpec.optional("input", new PathName(Role.INPUT_FOLDER), "A folder."),
            ParameterSpec.optional("output", new PathName(Role.OUTPUT_FOLDER), "A folder."),
            ParameterSpec.optional("text", new ParameterType.Text(), "No path."),
            ParameterSpec.optional("files", new ParameterType.ListOf(FILE), "Files."),
            ParameterSpec.optional("named", new ParameterType.MapOf(FILE), "Files by name."),
            ParameterSpec.optional(
                "options",
                new ParameterType.Struct(List.of(ParameterSpec.optional("file", FILE, "A file."))),
                "Options.")),
        ComponentSpec.Resources.LIGHT);
  }

  @Override
  public Behavior behavior() {
    throw new IllegalStateException("it does not run");
  }
}
