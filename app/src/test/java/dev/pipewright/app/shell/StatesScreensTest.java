package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.error.Notice;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of what stands over the window, small, large and at 150 %, and that no text is cut.
@ExtendWith(FxToolkit.class)
class StatesScreensTest {

  @TempDir private Path folder;

  private static void look(OpenWindow window, Theme theme, String name) {
    Fx.run(() -> window.workbench.layout().theme().set(theme));
    Fx.settle();
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT);
    Screens.write(window.scene(), file);
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()), file);
    assertEquals(
        window.scene().getWidth(), window.scene().getRoot().getLayoutBounds().getWidth(), file);
    assertEquals(
        window.scene().getHeight(), window.scene().getRoot().getLayoutBounds().getHeight(), file);
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, LIGHT", "853, 520, DARK"})
  void welcomesWithRecentFiles(double width, double height, Theme theme) throws Exception {
    OpenWindow window = OpenWindow.of(folder, width, height);
    for (String name : List.of("taxi", "penguins", "a_rather_long_name_of_a_pipeline_for_tests")) {
      Path file = Files.createDirectories(folder.resolve(name)).resolve(name + ".pipewright");
      ProjectFile.write(file, Pipeline.of(name, List.of()));
      Fx.call(() -> window.workbench.open(file)).get(20, TimeUnit.SECONDS);
    }
    Fx.call(() -> window.workbench.closeAll()).get(20, TimeUnit.SECONDS);
    look(window, theme, "welcome-" + (int) width);
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, DARK", "853, 520, LIGHT"})
  void tellsOfErrorsWithoutHidingThem(double width, double height, Theme theme) {
    OpenWindow window = OpenWindow.of(folder, width, height);
    window.penguins(folder);
    for (int i = 0; i < 7; i++) {
      window.errors.report(
          new DataException(
              "Line " + i + " has 7 fields, but the header has 8.",
              Location.of("/home/ada/projects/penguins/data/penguins_of_the_antarctic_2007.csv", i),
              "Correct the line, or set the delimiter that the file uses."));
    }
    window.errors.report(new IllegalStateException("nobody expected this"));
    window.errors.tell(new Notice("Unsaved changes of taxi were restored.", "", "", "", false));
    Fx.await("notices", () -> window.errors.notices().size() == 9);
    look(window, theme, "notices-" + (int) width);
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, LIGHT", "853, 520, DARK"})
  void saysThatAFileHasChanged(double width, double height, Theme theme) throws IOException {
    OpenWindow window = OpenWindow.of(folder, width, height);
    PipelineTab tab = window.penguins(folder);
    Path file = folder.resolve("penguins.pipewright");
    Pipeline theirs = ProjectFile.read(file).withSeed(5).withName("birds");
    ProjectFile.write(file, theirs);
    Fx.run(() -> tab.project().edit(new Edit.SetSeed(9)));
    Fx.run(window.workbench::checkFiles);
    Fx.await("a banner", () -> window.says("Its name, seed or parameters differ."));
    look(window, theme, "changed-" + (int) width);
  }
}
