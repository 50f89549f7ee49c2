package dev.pipewright.app.shell;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the workbench asks a person. Answers come at once; meanwhile the window waits.
public interface Questions {

  /// Which project files to open; empty for none.
  ///
  /// @param folder where to look first, or null
  List<Path> filesToOpen(@Nullable Path folder);

  /// Which table to make a project for; empty for none.
  Optional<Path> tableToOpen();

  /// Where new projects are to be made, when they cannot be where they usually are; empty for
  /// nowhere.
  Optional<Path> folderForProjects();

  /// Where to save a project.
  ///
  /// @param suggested a file name, with its folder where that is known
  Optional<Path> fileToSave(Path suggested);

  /// Where to write a picture.
  ///
  /// @param suggested a file name with its ending, with its folder where that is known
  Optional<Path> fileToExport(Path suggested);

  /// Which of these pipelines of a root to look at; empty for none.
  ///
  /// @param root where they ran
  Optional<String> pipelineToOpen(Path root, List<String> pipelines);

  /// Which folder to open; empty for none.
  Optional<Path> folderToOpen();

  /// Which file or folder a parameter is to name; empty for none.
  ///
  /// @param role what it is for
  /// @param current what is named now, or where to look first
  Optional<Path> path(PathName.Role role, Path current);

  /// Asks. Who turns away from a question gives its last answer.
  <A> A ask(Question<A> question);

  /// Which values the runtime parameters of a pipeline have in a run.
  ///
  /// @param last what was given before
  /// @return the values by name, without those that keep their defaults; empty where there is to be
  ///   no run
  Optional<Map<String, ParameterValue>> values(
      List<RuntimeParameter> parameters, Map<String, ParameterValue> last);

  /// What is to become of unsaved changes.
  enum Unsaved {
    /// Save them, then close.
    SAVE,
    /// Close without them.
    DISCARD,
    /// Do not close.
    CANCEL
  }

  /// What is to be done about a project that could not be saved.
  enum Remedy {
    /// It is written again.
    AGAIN,
    /// Whatever the file holds is replaced.
    OVERWRITE,
    /// The project is read from it; what was not saved can be had back by undo.
    RELOAD,
    /// What the file holds is shown beside the project; nothing is written.
    COMPARE,
    /// The project is saved elsewhere.
    SAVE_AS,
    /// Nothing is done.
    CANCEL
  }

  /// Whether something that cannot be taken back is to be done.
  enum Consent {
    /// It is.
    YES,
    /// It is not.
    NO
  }
}
