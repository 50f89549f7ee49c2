package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.help.HelpPage;
import dev.pipewright.app.help.Library;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.preferences.SettingsPage;
import dev.pipewright.app.text.Texts;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The pages of the workbench's own, each in a tab that is made when it is first asked for.
final class Pages {

  private static final Texts TEXTS = Texts.of(Pages.class);

  private final Workbench workbench;
  private final StringProperty setting = new SimpleStringProperty("");
  private final ObjectProperty<Topic> topic = new SimpleObjectProperty<>(Topic.HOME);
  private @Nullable PipelineTab last;
  private Runnable onTour = () -> {};
  private Runnable onExport = () -> {};

  /// What a page is about.
  enum Kind {
    /// What a person can choose.
    SETTINGS("mdi2c-cog-outline"),
    /// What things are and do.
    HELP("mdi2h-help-circle-outline");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    /// What stands on its tab.
    String title() {
      return TEXTS.get("page." + name());
    }

    /// As Ikonli names it.
    String icon() {
      return icon;
    }
  }

  Pages(Workbench workbench) {
    this.workbench = workbench;
    workbench
        .selected()
        .subscribe(
            tab -> {
              if (tab != null && tab.pipeline() != null) {
                last = tab.pipeline();
              }
            });
    workbench
        .tabs()
        .subscribe(
            () -> {
              if (!workbench.tabs().contains(last)) {
                last = null;
              }
            });
  }

  /// @param handler leads through the window
  void setOnTour(Runnable handler) {
    onTour = handler;
  }

  /// Leads through the window.
  void tour() {
    onTour.run();
  }

  /// @param handler asks for a picture of the canvas
  void setOnExport(Runnable handler) {
    onExport = handler;
  }

  /// Asks for a picture of the canvas.
  void export() {
    onExport.run();
  }

  /// Shows the settings, and of them this one; empty for all.
  void openSettings(String id) {
    open(Kind.SETTINGS);
    setting.set("");
    setting.set(id);
  }

  /// Shows a page of help.
  void openHelp(Topic wanted) {
    topic.set(wanted);
    if (workbench.components().get() != null) {
      open(Kind.HELP);
    }
  }

  /// Shows the page of what is selected, or of all components.
  void openHelp() {
    openHelp(
        workbench
            .activeNow()
            .filter(tab -> tab.selected().get() != null)
            .flatMap(
                tab ->
                    tab.project()
                        .document()
                        .get()
                        .node(Objects.requireNonNull(tab.selected().get())))
            .map(node -> Topic.component(node.component()))
            .orElse(Topic.HOME));
  }

  private void open(Kind kind) {
    Tab.Own tab = new Tab.Own(kind);
    if (!workbench.tabs().contains(tab)) {
      workbench.tabs().add(tab);
    }
    workbench.selected().set(workbench.tabs().get(workbench.tabs().indexOf(tab)));
  }

  /// Makes a page.
  Node view(Kind kind, ActionControls controls) {
    return switch (kind) {
      case SETTINGS ->
          new SettingsPage(workbench.preferences(), controls, workbench.engine(), setting);
      case HELP -> new HelpPage(library(controls), topic, this::add);
    };
  }

  /// All pages of help. To be called when the components are found.
  Library library(ActionControls controls) {
    return new Library(Objects.requireNonNull(workbench.components().get()), controls);
  }

  /// Adds a component to the project that was shown last, or to a new one.
  private void add(String component) {
    PipelineTab tab = last;
    if (tab == null || !workbench.tabs().contains(tab)) {
      tab = open();
    }
    if (tab != null) {
      workbench.selected().set(tab);
    }
    workbench.add(component);
  }

  private @Nullable PipelineTab open() {
    return workbench.tabs().stream()
        .filter(PipelineTab.class::isInstance)
        .map(PipelineTab.class::cast)
        .findFirst()
        .orElse(null);
  }
}
