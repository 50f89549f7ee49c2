package dev.pipewright.app.shell;

import dev.pipewright.app.settings.Settings.Panel;

/// The panel at the left, as actions see it.
final class Side {

  /// What it can show.
  enum Pane {
    /// The components that can be added.
    COMPONENTS,
    /// What is in the pipeline.
    OUTLINE,
    /// Find and replace.
    FIND;

    /// Its name in the panel.
    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What the panel does.
  interface Commands {

    /// Where there is no panel, nothing happens.
    Commands NONE =
        new Commands() {
          @Override
          public void show(Pane pane) {}

          @Override
          public void find() {}

          @Override
          public void replace() {}

          @Override
          public void step(int direction) {}
        };

    /// Shows a pane, and puts the keys there.
    void show(Pane pane);

    /// Begins to find.
    void find();

    /// Begins to replace.
    void replace();

    /// Goes to the next match, or with -1 to the one before.
    void step(int direction);
  }

  private final Layout layout;
  private Commands commands = Commands.NONE;

  Side(Layout layout) {
    this.layout = layout;
  }

  void setCommands(Commands shown) {
    commands = shown;
  }

  /// The panel, shown if it was not.
  Commands open() {
    layout.shows(Panel.PALETTE).set(true);
    return commands;
  }
}
