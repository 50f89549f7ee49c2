package dev.pipewright.app.shell;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Ranking;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what can be done and gone to: commands, components, nodes, recent files.
final class CommandIndex {

  private static final Texts TEXTS = Texts.of(CommandIndex.class);
  private static final int MOST = 50;

  private final Workbench workbench;
  private final ActionControls controls;

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
      workbench.activeNow().ifPresent(tab -> components(components, tab, entries));
    }
    workbench.recent().forEach(file -> entries.add(file(file)));
    return entries;
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
                workbench.selected().set(tab);
                tab.canvas().reveal(node.id());
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
                workbench.selected().set(tab);
                tab.canvas().add(name);
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
