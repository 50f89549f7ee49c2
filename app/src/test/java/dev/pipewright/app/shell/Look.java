package dev.pipewright.app.shell;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person may have chosen for a window: its theme, its size, and how large things are drawn.
record Look(Theme theme, int width, int height, int percent) {

  static final Look USUAL = new Look(Theme.LIGHT, 1600, 1000, 100);

  /// Both themes in three sizes, as it is and half as large again.
  static List<Look> all() {
    List<Look> looks = new ArrayList<>();
    for (int[] size : new int[][] {{1280, 720}, {1600, 1000}, {2560, 1440}}) {
      for (int percent : new int[] {100, 150}) {
        for (Theme theme : Theme.values()) {
          looks.add(new Look(theme, size[0], size[1], percent));
        }
      }
    }
    return looks;
  }

  /// Gives a window this look.
  void on(OpenWindow window) {
    Fx.run(
        () -> {
          window.workbench.layout().theme().set(theme);
          window.workbench.preferences().scale().value().set(percent);
          window.scene().getWindow().setWidth(width);
          window.scene().getWindow().setHeight(height);
        });
    Fx.settle();
  }

  @Override
  public String toString() {
    return "%dx%d-%d-%s".formatted(width, height, percent, theme.name().toLowerCase(Locale.ROOT));
  }
}
