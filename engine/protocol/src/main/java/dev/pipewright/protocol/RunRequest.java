package dev.pipewright.protocol;

import java.util.List;
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
/// @param to run these nodes and what they need; null for no limit
/// @param from run these nodes and what depends on them, on artifacts of earlier runs; null for no
///   limit
/// @param only run none but these nodes, on artifacts of earlier runs; null for no limit
/// @param retry `failed` to run the nodes that failed or were cancelled in the last run, and what
///   depends on them; or null
/// @param set parameters of nodes set for this run alone, as `Trainer.seed` to a JSON text
/// @param parameters the pipeline's runtime parameters, each as a JSON text
/// @param cache `use` or `ignore`; null is `use`
public record RunRequest(
    String project,
    @Nullable String text,
    @Nullable String run,
    @Nullable String root,
    @Nullable List<String> to,
    @Nullable List<String> from,
    @Nullable List<String> only,
    @Nullable String retry,
    @Nullable Map<String, String> set,
    @Nullable Map<String, String> parameters,
    @Nullable String cache) {

  /// Runs all of a project.
  public static RunRequest of(String project) {
    return new RunRequest(project, null, null, null, null, null, null, null, null, null, null);
  }

  /// The same, running this text instead of the file's.
  public RunRequest withText(String newText) {
    return new RunRequest(
        project, newText, run, root, to, from, only, retry, set, parameters, cache);
  }

  /// The same under this name.
  public RunRequest named(String newRun) {
    return new RunRequest(
        project, text, newRun, root, to, from, only, retry, set, parameters, cache);
  }

  /// The same with these runtime parameters, each as a JSON text.
  public RunRequest withParameters(Map<String, String> newParameters) {
    return new RunRequest(
        project, text, run, root, to, from, only, retry, set, newParameters, cache);
  }

  /// The same with artifacts going there.
  public RunRequest withRoot(@Nullable String newRoot) {
    return new RunRequest(
        project, text, run, newRoot, to, from, only, retry, set, parameters, cache);
  }

  /// The same for these nodes and what they need.
  public RunRequest to(List<String> nodes) {
    return new RunRequest(
        project, text, run, root, nodes, from, only, retry, set, parameters, cache);
  }

  /// The same for these nodes and what depends on them.
  public RunRequest from(List<String> nodes) {
    return new RunRequest(project, text, run, root, to, nodes, only, retry, set, parameters, cache);
  }

  /// The same for these nodes alone.
  public RunRequest only(List<String> nodes) {
    return new RunRequest(project, text, run, root, to, from, nodes, retry, set, parameters, cache);
  }

  /// The same for the nodes that failed in the last run, and what depends on them.
  public RunRequest retryingFailed() {
    return new RunRequest(
        project, text, run, root, to, from, only, "failed", set, parameters, cache);
  }
}
