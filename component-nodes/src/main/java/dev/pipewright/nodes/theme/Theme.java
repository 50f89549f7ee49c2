package dev.pipewright.nodes.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// A set of colours over the fonts, sizes and shapes that all have in common. JavaFX thread only.
public enum Theme {
  /// Dark text on white.
  LIGHT(new PrimerLight(), "light.css"),
  /// Light text on nearly black.
  DARK(new PrimerDark(), "dark.css");

  private static final String BASE = sheet("base.css");
  private static final String OPAQUE = sheet("opaque.css");

  /// Not a sheet of the cards' own: a canvas has many of them, and each would be styled for itself.
  private static final String FACES = sheet("/dev/pipewright/nodes/faces.css");

  private final atlantafx.base.theme.Theme primer;
  private final String colours;

  Theme(atlantafx.base.theme.Theme primer, String colours) {
    this.primer = primer;
    this.colours = sheet(colours);
  }

  /// Gives a scene this theme in place of the one it has. The controls' own style sheet is one for
  /// all scenes: that of the last call. A text that is cut in the scene says in a tip what it is.
  public void apply(Scene scene) {
    Fonts.load();
    applyToControls();
    ObservableList<String> sheets = scene.getStylesheets();
    for (Theme theme : values()) {
      sheets.remove(theme.colours);
    }
    sheets.removeAll(BASE, FACES, OPAQUE);
    sheets.addAll(0, List.of(colours, BASE, FACES));
    // Of X11 without a compositor, as through remote desktops.
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      sheets.add(OPAQUE);
    }
    FullTexts.tellIn(scene);
  }

  /// Gives a scene this theme and leaves all others theirs.
  public void applyAlone(Scene scene) {
    Fonts.load();
    scene.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    scene.getStylesheets().setAll(colours, BASE, FACES);
  }

  /// Gives the controls of all scenes this theme's own style sheet. Before the first control is
  /// made it spares reading JavaFX's sheet, which would be replaced.
  public void applyToControls() {
    String controls = primer.getUserAgentStylesheet();
    if (!controls.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(controls);
    }
  }

  /// Reads the icons' names, on any thread and before there is a toolkit: a window that is made
  /// afterwards is sooner there.
  public static void loadIcons() {
    Icons.load();
  }

  /// Reads the fonts, on any thread; `apply` does where this was not called.
  public static void loadFonts() {
    Fonts.load();
  }

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  private static String sheet(String name) {
    URL url = Objects.requireNonNull(Theme.class.getResource(name), name);
    return url.toExternalForm();
  }
}
