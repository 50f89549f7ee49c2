package dev.pipewright.app.shell;

import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.SaveResult;
import dev.pipewright.app.run.RunState;
import dev.pipewright.app.shell.Questions.Consent;
import dev.pipewright.app.shell.Questions.Remedy;
import dev.pipewright.app.shell.Questions.Unsaved;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Saves projects, and asks where that needs a person: where to, what to do about a file that does
/// not let itself be written, what to do with unsaved changes. Whatever is answered, edits are kept
/// until a person says that they are not wanted. JavaFX thread only.
final class Saving {

  private static final Texts TEXTS = Texts.of(Saving.class);

  private final Questions questions;
  private final ErrorReporter errors;
  private final OpenFiles files;

  /// The files that the workbench knows.
  interface OpenFiles {

    /// The tab that has a file open, if any.
    Optional<PipelineTab> tab(Path file);

    /// A folder in which the person has worked, or null.
    @Nullable Path folder();

    /// Shows what a project's file holds beside what is shown.
    void compare(PipelineTab tab);

    /// A file holds a project that is open.
    void saved(Path file);
  }

  Saving(Questions questions, ErrorReporter errors, OpenFiles files) {
    this.questions = questions;
    this.errors = errors;
    this.files = files;
  }

  /// Saves a project, where it was or where a person says.
  ///
  /// @return whether it was saved; told on the JavaFX thread
  CompletableFuture<Boolean> save(PipelineTab tab) {
    tab.canvas().commit();
    return tab.file() == null ? saveAs(tab) : write(tab, Project::save);
  }

  /// Saves a project over whatever its file holds.
  ///
  /// @return as `save`
  CompletableFuture<Boolean> overwrite(PipelineTab tab) {
    return write(tab, Project::overwrite);
  }

  /// Asks where to save a project, and saves it there.
  ///
  /// @return as `save`
  CompletableFuture<Boolean> saveAs(PipelineTab tab) {
    tab.canvas().commit();
    return questions
        .fileToSave(suggestion(tab))
        .map(file -> file.toAbsolutePath().normalize())
        .flatMap(file -> named(tab, file))
        .map(file -> saveAs(tab, file))
        .orElseGet(() -> done(false));
  }

  private Path suggestion(PipelineTab tab) {
    Path file = tab.file();
    if (file != null) {
      return file;
    }
    Path name = Path.of(tab.title() + ProjectFile.EXTENSION);
    Path folder = files.folder();
    return folder == null ? name : folder.resolve(name);
  }

  /// The file as it is to be called, if it may be written. The system asks about a file that is
  /// there, but not about the one whose name we complete.
  private Optional<Path> named(PipelineTab tab, Path chosen) {
    boolean isComplete = chosen.toString().endsWith(ProjectFile.EXTENSION);
    Path file =
        isComplete ? chosen : chosen.resolveSibling(chosen.getFileName() + ProjectFile.EXTENSION);
    String name = file.getFileName().toString();
    if (files.tab(file).filter(other -> other != tab).isPresent()) {
      errors.tell(
          new Notice(
              TEXTS.get("saveas.open", name),
              file.toString(),
              TEXTS.get("saveas.open.fix"),
              "",
              true));
      return Optional.empty();
    }
    boolean isWanted = isComplete || !Files.exists(file) || isConsented("exists", name);
    return isWanted ? Optional.of(file) : Optional.empty();
  }

  private CompletableFuture<Boolean> saveAs(PipelineTab tab, Path file) {
    return handled(
        tab.project()
            .saveAs(file)
            .thenApply(
                moved -> {
                  files.saved(file);
                  if (moved > 0) {
                    errors.tell(
                        new Notice(
                            TEXTS.get("moved", moved), "", TEXTS.get("moved.fix"), "", false));
                  }
                  return true;
                }),
        error -> failed(tab, error, () -> saveAs(tab, file)));
  }

  private CompletableFuture<Boolean> write(
      PipelineTab tab, Function<Project, CompletableFuture<SaveResult>> how) {
    return handled(
        how.apply(tab.project()).thenCompose(result -> written(tab, result)),
        error -> failed(tab, error, () -> write(tab, how)));
  }

  private CompletableFuture<Boolean> written(PipelineTab tab, SaveResult result) {
    return switch (result) {
      case SAVED -> {
        files.saved(Objects.requireNonNull(tab.file()));
        yield done(true);
      }
      case CHANGED_ON_DISK -> changedOnDisk(tab);
      case READ_ONLY ->
          remedy(
              tab,
              question(
                  "readonly",
                  tab.title(),
                  TEXTS.get("readonly.line"),
                  answers("remedy", Remedy.SAVE_AS, Remedy.OVERWRITE, Remedy.CANCEL)));
    };
  }

  private CompletableFuture<Boolean> changedOnDisk(PipelineTab tab) {
    return tab.project()
        .compare()
        .handle((found, error) -> error == null ? differences(found) : TEXTS.get("changed.damaged"))
        .thenCompose(
            line ->
                remedy(
                    tab,
                    question(
                        "changed",
                        tab.title(),
                        line,
                        answers(
                            "remedy",
                            Remedy.SAVE_AS,
                            Remedy.OVERWRITE,
                            Remedy.RELOAD,
                            Remedy.COMPARE,
                            Remedy.CANCEL))));
  }

  /// What the file has otherwise, in words.
  static String differences(PipelineDiff found) {
    if (found.isEmpty()) {
      return TEXTS.get("difference.none");
    }
    SequencedMap<String, SequencedSet<String>> names = new LinkedHashMap<>();
    for (PipelineDiff.Change change : found.changes()) {
      String node = change.node().map(NodeId::value).orElse("");
      String key = node.isEmpty() ? "SETTINGS" : found.status(new NodeId(node)).name();
      names.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(node);
    }
    if (!found.drawing().isEmpty()) {
      names.put("LAYOUT", new LinkedHashSet<>());
    }
    return names.entrySet().stream()
        .map(each -> TEXTS.get("difference." + each.getKey(), String.join(", ", each.getValue())))
        .collect(Collectors.joining(" "));
  }

  private CompletableFuture<Boolean> failed(PipelineTab tab, EngineException error, Again again) {
    Question<Remedy> question =
        question(
            "failed",
            tab.title(),
            error.what() + " " + error.fix() + "\n" + error.where(),
            answers("remedy", Remedy.SAVE_AS, Remedy.AGAIN, Remedy.CANCEL));
    Remedy answer = questions.ask(question);
    return answer == Remedy.AGAIN ? again.save() : remedied(tab, answer);
  }

  /// Saves once more.
  private interface Again {
    CompletableFuture<Boolean> save();
  }

  private CompletableFuture<Boolean> remedy(PipelineTab tab, Question<Remedy> question) {
    return remedied(tab, questions.ask(question));
  }

  private CompletableFuture<Boolean> remedied(PipelineTab tab, Remedy remedy) {
    return switch (remedy) {
      case AGAIN -> save(tab);
      case OVERWRITE -> overwrite(tab);
      case RELOAD -> reload(tab);
      case SAVE_AS -> saveAs(tab);
      case COMPARE -> {
        files.compare(tab);
        yield done(false);
      }
      case CANCEL -> done(false);
    };
  }

  /// Reads a project's file again.
  ///
  /// @return whether it could be read; told on the JavaFX thread
  CompletableFuture<Boolean> reload(PipelineTab tab) {
    return handled(
        tab.project().reload().thenApply(read -> true),
        error -> {
          errors.report(error);
          return done(false);
        });
  }

  /// Asks what is to become of unsaved changes and of runs at work, before projects are closed.
  ///
  /// @return whether they may be closed; told on the JavaFX thread
  CompletableFuture<Boolean> release(List<PipelineTab> tabs) {
    List<PipelineTab> unsaved = tabs.stream().filter(tab -> tab.project().dirty().get()).toList();
    Unsaved answer = unsaved.isEmpty() ? Unsaved.DISCARD : askUnsaved(unsaved);
    boolean isClosing = answer != Unsaved.CANCEL && isStopping(tabs);
    if (!isClosing) {
      return done(false);
    }
    return answer == Unsaved.SAVE ? saveAll(unsaved) : done(true);
  }

  private Unsaved askUnsaved(List<PipelineTab> tabs) {
    if (tabs.size() == 1) {
      return questions.ask(
          question(
              "unsaved",
              tabs.getFirst().title(),
              TEXTS.get("unsaved.line"),
              answers("unsaved", Unsaved.values())));
    }
    return questions.ask(
        question(
            "unsaved.all",
            tabs.size(),
            tabs.stream().map(PipelineTab::title).collect(Collectors.joining("\n")),
            answers("unsaved.all", Unsaved.values())));
  }

  private boolean isStopping(List<PipelineTab> tabs) {
    String running =
        tabs.stream()
            .filter(tab -> tab.run().state().get() != RunState.IDLE)
            .map(PipelineTab::title)
            .collect(Collectors.joining(", "));
    return running.isEmpty() || isConsented("running", running);
  }

  private CompletableFuture<Boolean> saveAll(List<PipelineTab> tabs) {
    CompletableFuture<Boolean> all = done(true);
    for (PipelineTab tab : tabs) {
      all = all.thenCompose(isSaved -> isSaved ? save(tab) : done(false));
    }
    return all;
  }

  private boolean isConsented(String key, String name) {
    return questions.ask(
            question(key, name, TEXTS.get(key + ".line"), answers(key, Consent.values())))
        == Consent.YES;
  }

  private static <A> Question<A> question(
      String key, Object value, String line, SequencedMap<A, String> answers) {
    return new Question<>(
        TEXTS.get(key + ".title"), TEXTS.get(key + ".text", value), line, answers);
  }

  @SafeVarargs
  private static <A extends Enum<A>> SequencedMap<A, String> answers(String key, A... answers) {
    SequencedMap<A, String> texts = new LinkedHashMap<>();
    for (A answer : answers) {
      texts.put(answer, TEXTS.get(key + "." + answer));
    }
    return texts;
  }

  private static CompletableFuture<Boolean> done(boolean result) {
    return CompletableFuture.completedFuture(result);
  }

  /// Has a user's error handled; any other is told.
  private CompletableFuture<Boolean> handled(
      CompletableFuture<Boolean> work,
      Function<EngineException, CompletableFuture<Boolean>> failed) {
    return work.exceptionallyCompose(
        error -> {
          Throwable cause = error instanceof CompletionException ? error.getCause() : error;
          if (cause instanceof EngineException known) {
            return failed.apply(known);
          }
          errors.report(error);
          return done(false);
        });
  }
}
