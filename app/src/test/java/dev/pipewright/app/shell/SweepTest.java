package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Goes to everything there is to be seen, and looks for what a designer would find.
///
/// Usually some states are looked at, each in another way. With `-Dpipewright.sweep=all`, all are
/// looked at in all ways, and pictures are written to `target/screens/sweep`; a part of a look's
/// name, as `1280x720` or `150-dark`, chooses looks, and `-Dpipewright.sweep.state` states, by a
/// regular expression.
@ExtendWith(FxToolkit.class)
class SweepTest {

  private static final String SWEEP = System.getProperty("pipewright.sweep", "");
  private static final String STATES = System.getProperty("pipewright.sweep.state", ".*");

  private static final Set<String> USUAL =
      Set.of(
          "welcome-recent",
          "running",
          "inspector-Trainer",
          "search-statisticsgen",
          "problems",
          "menu-edit",
          "settings-keys",
          "changed-on-disk",
          "dialog-unsaved",
          "viewer-statistics");

  @TempDir private Path folder;

  static Stream<Arguments> states() {
    List<ScreenState> states =
        ScreenStates.all().stream()
            .filter(state -> !SWEEP.isEmpty() || USUAL.contains(state.name()))
            .filter(state -> state.name().matches(STATES))
            .toList();
    List<Look> looks = Look.all();
    return IntStream.range(0, states.size())
        .mapToObj(
            i ->
                Arguments.of(
                    states.get(i),
                    SWEEP.isEmpty()
                        ? List.of(looks.get(i * 5 % looks.size()))
                        : looks.stream()
                            .filter(look -> SWEEP.equals("all") || look.toString().contains(SWEEP))
                            .toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void looksAsItShould(ScreenState state, List<Look> looks) throws Exception {
    Map<String, List<String>> faults = new LinkedHashMap<>();
    Visit visit = null;
    for (Look look : looks) {
      if (visit == null || state.hold() == ScreenState.Hold.GOES) {
        visit = begin(state, look, visit);
      } else {
        look.on(visit.window);
      }
      List<String> found = Faults.onScreen();
      if (!found.isEmpty()) {
        faults.put(look.toString(), found);
      }
      if (!SWEEP.isEmpty()) {
        picture(state, look);
      }
    }
    assertTrue(faults.isEmpty(), () -> lines(faults));
  }

  private static String lines(Map<String, List<String>> faults) {
    List<String> lines = new ArrayList<>();
    faults.forEach((look, found) -> found.forEach(each -> lines.add(look + " " + each)));
    return String.join("\n", lines);
  }

  private Visit begin(ScreenState state, Look look, Visit before) throws Exception {
    if (before != null) {
      // A tip that is shut by its window counts as shown for good.
      new Hands().moveTo(new Point2D(2555, 1595));
      Fx.await(
          "no tip",
          () -> javafx.stage.Window.getWindows().stream().noneMatch(Tooltip.class::isInstance));
      Fx.run(
          () ->
              List.copyOf(javafx.stage.Window.getWindows())
                  .reversed()
                  .forEach(javafx.stage.Window::hide));
      Fx.settle();
    }
    Path own = java.nio.file.Files.createTempDirectory(folder, "visit");
    Visit visit = new Visit(own, look);
    new Hands().moveTo(new Point2D(2555, 1595));
    state.way().lead(visit);
    Fx.settle();
    return visit;
  }

  private static void picture(ScreenState state, Look look) {
    WritableImage all = Screens.all();
    WritableImage part = new WritableImage(all.getPixelReader(), look.width(), look.height());
    Screens.write(part, "sweep/" + state.name() + "-" + look);
  }
}
