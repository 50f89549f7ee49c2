package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.start.HomeFolder;
import dev.pipewright.data.starter.Template;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The page that a window without projects shows.
@ExtendWith(FxToolkit.class)
class WelcomeViewTest {

  @TempDir Path folder;

  private OpenWindow window(double width, double height) {
    OpenWindow window = OpenWindow.of(folder, width, height);
    Fx.run(() -> window.workbench.arrivals().setHome(new HomeFolder(folder.resolve("home"))));
    return window;
  }

  @ParameterizedTest
  @CsvSource({"1600, 1000", "1280, 720"})
  void looksLikeTheDesign(double width, double height) {
    OpenWindow window = window(width, height);
    List<Path> recent =
        List.of(Template.values()).stream()
            .map(each -> each.copyTo(folder.resolve(each.id())))
            .toList();
    Fx.run(() -> window.workbench.recent().setAll(recent));
    Fx.run(() -> window.workbench.recent().add(folder.resolve("gone/gone.pipewright")));
    Fx.await("states", () -> window.says("Never run") && window.says("Missing"));
    Fx.settle();
    Screens.write(window.scene(), "welcome-light-" + (int) width);
    assertEquals(List.of(), CutTexts.of(window.scene().getRoot()));
    Fx.run(() -> window.workbench.layout().theme().set(dev.pipewright.nodes.theme.Theme.DARK));
    Fx.settle();
    Screens.write(window.scene(), "welcome-dark-" + (int) width);
    Fx.run(() -> window.find(".drop-frame").setVisible(true));
    Fx.settle();
    Screens.write(window.scene(), "drop-dark-" + (int) width);
    Fx.run(() -> window.workbench.layout().theme().set(dev.pipewright.nodes.theme.Theme.LIGHT));
    Fx.settle();
    Screens.write(window.scene(), "drop-light-" + (int) width);
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void aTemplateIsCopiedAndOpened(Template template, Hands hands) {
    OpenWindow window = window(1600, 1000);
    hands.click(window.find("#template-" + template.id()));
    Fx.await("the project", () -> window.workbench.activeNow().isPresent());
    Path file =
        folder.resolve("home").resolve(template.id()).resolve(template.id() + ".pipewright");
    assertEquals(file, Fx.call(() -> window.workbench.activeNow().orElseThrow().file()));
    assertTrue(Files.isDirectory(file.resolveSibling("data")));

    Fx.run(() -> window.workbench.arrivals().use(template));
    Path second = folder.resolve("home").resolve(template.id() + "-2");
    Fx.await("another", () -> Files.isDirectory(second));
    Fx.await("its tab", () -> window.workbench.tabs().size() == 2);
  }

  @Test
  void theBlankPipelineIsEmpty(Hands hands) {
    OpenWindow window = window(1600, 1000);
    hands.click(window.find("#template-blank"));
    Fx.await("a project", () -> window.workbench.activeNow().isPresent());
    assertEquals(
        List.of(),
        Fx.call(
            () -> window.workbench.activeNow().orElseThrow().project().document().get().nodes()));
  }

  @Test
  void aProjectLeavesTheList(Hands hands) {
    OpenWindow window = window(1600, 1000);
    Path gone = folder.resolve("gone.pipewright");
    Fx.run(() -> window.workbench.recent().setAll(gone));
    Fx.await("its state", () -> window.says("Missing"));
    Fx.settle();
    hands.moveTo(window.labelled("Missing"));
    Fx.settle();
    hands.click(window.find(".recent-forget"));
    Fx.settle();
    assertFalse(window.says("Missing"));
    assertTrue(window.says("Projects that you open are listed here."));
  }
}
