package dev.pipewright.app.help;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.action.ActionMenu;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.MarkdownView;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import java.util.ArrayList;
import java.util.List;

/// All pages of help.
public final class Library {

  private static final Texts TEXTS = Texts.of(Library.class);

  private final Components components;
  private final ActionControls controls;

  /// The pages of these components and actions.
  public Library(Components components, ActionControls controls) {
    this.components = components;
    this.controls = controls;
  }

  /// A page, or a part of one, that can be gone to.
  ///
  /// @param title what it is called
  /// @param icon as Ikonli names it
  /// @param styleClass of its icon
  public record Entry(Topic topic, String title, String icon, String styleClass) {}

  Components components() {
    return components;
  }

  /// All pages, in the order of the list.
  public List<Entry> pages() {
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(Topic.HOME, "mdi2v-view-grid-outline"));
    for (Guide guide : Guide.values()) {
      entries.add(entry(Topic.guide(guide, ""), guide.icon()));
    }
    entries.add(entry(Topic.SHORTCUTS, "mdi2k-keyboard-outline"));
    for (Category category : Category.values()) {
      components.registry().specs().stream()
          .filter(spec -> spec.category() == category)
          .forEach(spec -> entries.add(entry(spec)));
    }
    TypeText.names(components.registry().specs())
        .forEach(
            type ->
                entries.add(entry(new Topic(Topic.Kind.TYPE, type, ""), "mdi2s-shape-outline")));
    return entries;
  }

  private Entry entry(Topic topic, String icon) {
    return new Entry(topic, title(topic), icon, "muted");
  }

  private Entry entry(ComponentSpec spec) {
    return new Entry(
        Topic.component(spec.name()),
        spec.name(),
        components.binding(spec.name()).icon(),
        components.style(spec.name()).styleClass());
  }

  /// The headings of the guide's texts.
  public List<Entry> headings() {
    List<Entry> entries = new ArrayList<>();
    for (Guide guide : Guide.values()) {
      for (String heading : MarkdownView.headings(guide.text())) {
        entries.add(new Entry(Topic.guide(guide, heading), heading, guide.icon(), "muted"));
      }
    }
    return entries;
  }

  /// What a page is called.
  public String title(Topic topic) {
    return switch (topic.kind()) {
      case INDEX -> TEXTS.get("index");
      case SHORTCUTS -> TEXTS.get("shortcuts");
      case COMPONENT, TYPE -> topic.name();
      case GUIDE -> MarkdownView.headings(Guide.valueOf(topic.name()).text()).getFirst();
    };
  }

  /// The text of a page in Markdown.
  String text(Topic topic) {
    List<ComponentSpec> all = components.registry().specs();
    return switch (topic.kind()) {
      case INDEX -> index(all);
      case SHORTCUTS -> shortcuts();
      case TYPE -> TypeText.of(topic.name(), all);
      case GUIDE -> withoutTitle(Guide.valueOf(topic.name()).text());
      case COMPONENT ->
          components
              .spec(topic.name())
              .map(spec -> ComponentText.of(spec, all))
              .orElseGet(() -> TEXTS.get("component.none", topic.name()));
    };
  }

  private static String withoutTitle(String text) {
    return text.startsWith("# ") ? text.substring(text.indexOf('\n') + 1) : text;
  }

  private static String index(List<ComponentSpec> all) {
    StringBuilder text = new StringBuilder(TEXTS.get("index.line")).append('\n');
    for (Category category : Category.values()) {
      List<ComponentSpec> specs = all.stream().filter(s -> s.category() == category).toList();
      if (!specs.isEmpty()) {
        text.append("\n## ").append(CategoryStyle.of(category).title()).append("\n\n");
        text.append("| | |\n|---|---|\n");
        specs.forEach(
            spec ->
                text.append("| [")
                    .append(spec.name())
                    .append("](component:")
                    .append(spec.name())
                    .append(") | ")
                    .append(spec.doc().replace("|", "\\|"))
                    .append(" |\n"));
      }
    }
    return text.toString();
  }

  private String shortcuts() {
    StringBuilder text = new StringBuilder(TEXTS.get("shortcuts.line")).append('\n');
    for (ActionMenu menu : controls.catalog().menus()) {
      text.append("\n## ").append(menu.name()).append("\n\n| | |\n|---|---|\n");
      menu.groups().stream()
          .flatMap(List::stream)
          .map(controls.catalog()::get)
          .filter(action -> !controls.shortcuts().of(action.id()).isEmpty())
          .forEach(action -> text.append(keys(action)));
    }
    return text.toString();
  }

  private String keys(Action action) {
    List<String> keys =
        controls.shortcuts().of(action.id()).stream()
            .map(each -> "`" + each.getDisplayText() + "`")
            .toList();
    return "| " + action.name() + " | " + String.join(", ", keys) + " |\n";
  }
}
