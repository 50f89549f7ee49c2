package dev.pipewright.app.start;

import dev.pipewright.app.text.Texts;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import dev.pipewright.runner.RunRoot;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A project that was open before, as far as it can be told without opening it.
///
/// @param file the project file
/// @param state how its last run went
/// @param line the same in words
/// @param time when it was last run, else changed; empty where it is missing
/// @param pipeline its pipeline; null where it is missing
public record RecentProject(
    Path file, State state, String line, Optional<Instant> time, @Nullable Pipeline pipeline) {

  private static final Texts TEXTS = Texts.of(RecentProject.class);

  /// How a last run went.
  public enum State {
    /// All was done.
    DONE,
    /// Something failed.
    FAILED,
    /// It was stopped.
    STOPPED,
    /// It goes on.
    RUNNING,
    /// There was none.
    NEVER,
    /// The project is not there, or cannot be read.
    MISSING
  }

  /// Reads what there is to tell; not for the JavaFX thread.
  public static RecentProject read(Path file) {
    File there = file.toFile();
    if (!file.toString().endsWith(ProjectFile.EXTENSION) && there.exists()) {
      return new RecentProject(
          file,
          State.NEVER,
          TEXTS.get("recent.root"),
          Optional.of(Instant.ofEpochMilli(there.lastModified())),
          null);
    }
    if (!there.isFile()) {
      return new RecentProject(
          file, State.MISSING, TEXTS.get("recent.missing"), Optional.empty(), null);
    }
    Instant changed = Instant.ofEpochMilli(there.lastModified());
    try {
      Pipeline pipeline = ProjectFile.read(file);
      return RunHistory.latest(RunRoot.of(file), pipeline.name())
          .map(latest -> of(file, latest, pipeline))
          .orElseGet(
              () ->
                  new RecentProject(
                      file,
                      State.NEVER,
                      TEXTS.get("recent.never"),
                      Optional.of(changed),
                      pipeline));
    } catch (EngineException e) {
      return new RecentProject(
          file, State.MISSING, TEXTS.get("recent.unreadable"), Optional.of(changed), null);
    }
  }

  private static RecentProject of(Path file, Latest latest, Pipeline pipeline) {
    Optional<Instant> time = Optional.of(latest.run().start());
    if (latest.liveness() == Liveness.AT_WORK) {
      return new RecentProject(file, State.RUNNING, TEXTS.get("recent.running"), time, pipeline);
    }
    Optional<String> failed =
        latest.run().nodes().entrySet().stream()
            .filter(node -> isFailed(node.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (failed.isPresent()) {
      return new RecentProject(
          file, State.FAILED, TEXTS.get("recent.failed", failed.get()), time, pipeline);
    }
    boolean isDone = latest.run().nodes().values().stream().allMatch(n -> n.state().isSuccess());
    String key = isDone ? "recent.done" : "recent.cancelled";
    return new RecentProject(
        file, isDone ? State.DONE : State.STOPPED, TEXTS.get(key, latest.number()), time, pipeline);
  }

  private static boolean isFailed(PastNode node) {
    return node.state() == ExecutionState.FAILED;
  }

  /// How long ago that was, as people say it: `12 min ago`, `yesterday`, `Monday`, `3 July`.
  public static String ago(Instant time, Instant now, ZoneId zone) {
    Duration past = Duration.between(time, now);
    LocalDate day = LocalDate.ofInstant(time, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (past.toMinutes() < 1) {
      return TEXTS.get("ago.now");
    }
    if (past.toHours() < 1) {
      return TEXTS.get("ago.minutes", past.toMinutes());
    }
    if (day.equals(today)) {
      return TEXTS.get("ago.hours", past.toHours());
    }
    if (day.equals(today.minusDays(1))) {
      return TEXTS.get("ago.yesterday");
    }
    String pattern =
        day.isAfter(today.minusDays(7))
            ? "EEEE"
            : day.getYear() == today.getYear() ? "d MMMM" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
