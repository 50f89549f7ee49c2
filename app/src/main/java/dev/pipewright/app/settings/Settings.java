package dev.pipewright.app.settings;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the workbench remembers.
///
/// @param window where the window stands
/// @param appearance how it looks
/// @param panels the panels that are shown
/// @param splits where the splits between panels stand
/// @param recent project files that were open, the last one first
/// @param open project files that are open, from the left
/// @param more what else the file holds: `Preferences`, and what a newer version keeps there
public record Settings(
    Window window,
    Appearance appearance,
    Set<Panel> panels,
    Splits splits,
    List<Path> recent,
    List<Path> open,
    Fields more) {

  /// How many recent files are remembered.
  public static final int RECENT = 12;

  /// What a new user has.
  public static final Settings DEFAULT =
      new Settings(
          Window.DEFAULT,
          Appearance.SYSTEM,
          Set.of(Panel.values()),
          Splits.DEFAULT,
          List.of(),
          List.of());

  /// How the window looks.
  public enum Appearance {
    /// Dark text on white.
    LIGHT,
    /// Light text on nearly black.
    DARK,
    /// As the system looks.
    SYSTEM
  }

  /// The panels around the canvas.
  public enum Panel {
    /// The components, at the left.
    PALETTE,
    /// The run log and its neighbours, at the bottom.
    DOCK,
    /// The selected node, at the right.
    INSPECTOR
  }

  /// Where a window stands on the screen.
  ///
  /// @param x the left edge, NaN for the middle
  /// @param y the top edge, NaN for the middle
  /// @param isMaximized whether it fills the screen; the rest is then what it goes back to
  public record Window(double x, double y, double width, double height, boolean isMaximized) {

    /// In the middle, as large as the design.
    public static final Window DEFAULT = new Window(Double.NaN, Double.NaN, 1600, 1000, false);

    /// @throws IllegalArgumentException when it is too small or too large to be one
    public Window {
      if (!(width >= 200 && width <= 20_000 && height >= 150 && height <= 20_000)) {
        throw new IllegalArgumentException("a window of " + width + " by " + height);
      }
    }
  }

  /// Sizes of panels in pixels.
  ///
  /// @param palette how wide the components are
  /// @param inspector how wide the inspector is
  /// @param dock how high the bottom is
  /// @param metrics how wide the metrics are in it
  public record Splits(double palette, double inspector, double dock, double metrics) {

    /// As in the design, less the line beside each.
    public static final Splits DEFAULT = new Splits(215, 311, 231, 479);

    /// @throws IllegalArgumentException when a size cannot be one
    public Splits {
      for (double size : new double[] {palette, inspector, dock, metrics}) {
        if (!(size >= 0 && size <= 20_000)) {
          throw new IllegalArgumentException("a panel of " + size);
        }
      }
    }
  }

  /// Keeps copies.
  public Settings {
    panels = Set.copyOf(panels);
    recent = List.copyOf(recent);
    open = List.copyOf(open);
  }

  /// Settings without preferences.
  public Settings(
      Window window,
      Appearance appearance,
      Set<Panel> panels,
      Splits splits,
      List<Path> recent,
      List<Path> open) {
    this(window, appearance, panels, splits, recent, open, Fields.EMPTY);
  }

  /// The recent files after this one was opened.
  public static List<Path> withRecent(List<Path> recent, Path file) {
    List<Path> files = new ArrayList<>(recent);
    files.remove(file);
    files.addFirst(file);
    return List.copyOf(files.subList(0, Math.min(RECENT, files.size())));
  }
}
