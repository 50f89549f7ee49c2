package dev.pipewright.app.shell;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.help.Library;
import dev.pipewright.app.root.OpenRoot;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.settings.Setting;
import dev.pipewright.app.text.Ranking;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.Node;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunHistory.PastRun;
import dev.pipewright.runner.RunRoot;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what can be done and gone to: commands, nodes, components, artifacts, runs, recent files,
/// settings and pages of help.
final class CommandIndex {

  private static final Texts TEXTS = Texts.of(CommandIndex.class);
  private static final int MOST = 50;

  private final Workbench workbench;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final ActionControls controls;
  private final List<SearchEntry> help = new ArrayList<>();
  private List<SearchEntry> runs = List.of();

  CommandIndex(Workbench workbench, ActionControls controls) {
    this.workbench = workbench;
    this.controls = controls;
  }

  /// What fits, the best first.
  List<SearchEntry> find(String text) {
    return all().stream()
        .filter(entry -> Ranking.of(entry.name(), text) < Ranking.NONE)
        .sorted(Comparator.comparingInt(entry -> Ranking.of(entry.name(), text)))
        .limit(MOST)
        .toList();
  }

  private List<SearchEntry> all() {
    List<SearchEntry> entries = new ArrayList<>();
    controls.catalog().all().stream()
        .filter(action -> action.enabled().get() && !action.id().equals("view.search"))
        .forEach(action -> entries.add(command(action)));
    workbench.activeNow().ifPresent(tab -> nodes(tab, entries));
    Components components = workbench.components().get();
    if (components != null) {
      workbench
          .activeNow()
          .filter(tab -> !tab.project().isReadOnly())
          .ifPresent(tab -> components(components, tab, entries));
    }
    workbench.activeNow().ifPresent(tab -> artifacts(tab, entries));
    entries.addAll(runs);
    workbench.recent().forEach(file -> entries.add(file(file)));
    workbench.preferences().all().forEach(setting -> entries.add(setting(setting)));
    if (components != null) {
      entries.addAll(help());
    }
    return entries;
  }

  /// Reads what takes a while: the runs of the shown project.
  ///
  /// @param done run when they are read
  void prepare(Runnable done) {
    runs = List.of();
    Optional<PipelineTab> active = workbench.activeNow();
    Path file = active.map(PipelineTab::file).orElse(null);
    if (active.isPresent() && active.get().root() != null) {
      runs = runs(active.get(), active.get().root());
      done.run();
    } else if (file != null) {
      String pipeline = active.get().project().document().get().name();
      workbench.later(
          () -> RunHistory.numbered(RunRoot.of(file), pipeline),
          found -> {
            List<SearchEntry> entries = new ArrayList<>();
            found.forEach(
                (number, run) ->
                    entries.add(
                        run(
                            number,
                            run,
                            () -> workbench.opening().lookBack(active.get(), number))));
            runs = List.copyOf(entries);
            done.run();
          },
          // That runs cannot be read is told where they are listed.
          error -> runs = List.of());
    }
  }

  private List<SearchEntry> runs(PipelineTab tab, OpenRoot root) {
    return root.content().get().runs().stream()
        .map(
            run ->
                run(
                    run.number(),
                    run.run(),
                    () -> {
                      workbench.opening().bringForward(tab);
                      root.run().set(run);
                    }))
        .toList();
  }

  private static SearchEntry run(int number, PastRun run, Runnable work) {
    return new SearchEntry(
        TEXTS.get("search.run.name", number),
        TEXTS.get("search.run"),
        "mdi2h-history",
        "muted",
        TIME.format(run.start()),
        work);
  }

  private void artifacts(PipelineTab tab, List<SearchEntry> entries) {
    for (ArtifactRow row : tab.run().artifacts()) {
      entries.add(
          new SearchEntry(
              row.node() + " \u00b7 " + row.port(),
              TEXTS.get("search.artifact"),
              "mdi2p-package-variant-closed",
              "muted",
              row.type().name(),
              () -> workbench.opening().view(tab, row)));
    }
  }

  private SearchEntry setting(Setting<?> setting) {
    return new SearchEntry(
        setting.name(),
        TEXTS.get("search.setting"),
        "mdi2c-cog-outline",
        "muted",
        setting.section().title(),
        () -> workbench.pages().openSettings(setting.id()));
  }

  private List<SearchEntry> help() {
    if (help.isEmpty()) {
      Library library = workbench.pages().library(controls);
      Stream.concat(library.pages().stream(), library.headings().stream())
          .forEach(
              entry ->
                  help.add(
                      new SearchEntry(
                          entry.title(),
                          TEXTS.get("search.help"),
                          entry.icon(),
                          entry.styleClass(),
                          entry.topic().heading().isEmpty() ? "" : library.title(entry.topic()),
                          () -> workbench.pages().openHelp(entry.topic()))));
    }
    return help;
  }

  private SearchEntry command(Action action) {
    return new SearchEntry(
        action.name(),
        TEXTS.get("search.command"),
        action.icon(),
        "muted",
        controls.shortcuts().text(action.id()),
        action.selected() == null ? action::perform : action.work());
  }

  private void nodes(PipelineTab tab, List<SearchEntry> entries) {
    Components components = workbench.components().get();
    for (Node node : tab.project().document().get().nodes()) {
      boolean isKnown = components != null;
      CategoryStyle style = isKnown ? components.style(node.component()) : CategoryStyle.CUSTOM;
      entries.add(
          new SearchEntry(
              node.id().value(),
              TEXTS.get("search.node"),
              isKnown ? components.binding(node.component()).icon() : style.icon(),
              style.styleClass(),
              node.component(),
              () -> {
                workbench.opening().bringForward(tab);
                tab.canvas().reveal(node.id());
                tab.canvas().edit(canvas -> canvas.graph().requestFocus());
              }));
    }
  }

  private void components(Components components, PipelineTab tab, List<SearchEntry> entries) {
    for (String name : components.registry().names()) {
      CategoryStyle style = components.style(name);
      entries.add(
          new SearchEntry(
              name,
              TEXTS.get("search.component"),
              components.binding(name).icon(),
              style.styleClass(),
              style.title(),
              () -> {
                workbench.opening().bringForward(tab);
                tab.canvas().add(name);
                tab.canvas().edit(canvas -> canvas.graph().requestFocus());
              }));
    }
  }

  private SearchEntry file(Path file) {
    return new SearchEntry(
        String.valueOf(file.getFileName()),
        TEXTS.get("search.file"),
        "mdi2f-file-outline",
        "muted",
        TopBar.folder(file),
        () -> workbench.open(file));
  }
}
