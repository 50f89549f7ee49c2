package dev.pipewright.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to run. Gson fills what a client leaves out with null, so everything but the project may
/// be.
///
/// @param project the project file, absolute
/// @param text what to run in place of the file's content, as the text of a project file: a
///   document that is not saved; or null. The file need not be there then; its folder and name
///   still count
/// @param run the client's name for this run, which its events carry; or null
/// @param root where artifacts and metadata go, absolute; null for the project's own place
/// @param to run this node and what it needs; null for no limit
/// @param from run this node and what depends on it, on artifacts of earlier runs; null for no
///   limit
/// @param set parameters of nodes set for this run alone, as `Trainer.seed` to a JSON text
/// @param parameters the pipeline's runtime parameters, each as a JSON text
/// @param cache `use` or `ignore`; null is `use`
public record RunRequest(
    String project,
    @Nullable String text,
    @Nullable String run,
    @Nullable String root,
    @Nullable String to,
    @Nullable String from,
    @Nullable Map<String, String> set,
    @Nullable Map<String, String> parameters,
    @Nullable String cache) {

  /// Runs all of a project.
  public static RunRequest of(String project) {
    return new RunRequest(project, null, null, null, null, null, null, null, null);
  }
}
