package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.preferences.SettingsPage;
import dev.pipewright.app.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/// The pages of the workbench's own, each in a tab that is made when it is first asked for.
final class Pages {

  private static final Texts TEXTS = Texts.of(Pages.class);

  private final Workbench workbench;
  private final StringProperty setting = new SimpleStringProperty("");

  /// What a page is about.
  enum Kind {
    /// What a person can choose.
    SETTINGS("mdi2c-cog-outline");

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
  }

  /// Shows the settings, and of them this one; empty for all.
  void openSettings(String id) {
    open(Kind.SETTINGS);
    setting.set("");
    setting.set(id);
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
    };
  }
}
