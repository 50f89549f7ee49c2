package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A window that ended without a word comes back as it was.
@ExtendWith(FxToolkit.class)
class CrashTest {

  @TempDir private Path folder;

  /// Makes what this process keeps look like what a process has left that is gone.
  private void crash(int stores) throws IOException {
    Path recovery = folder.resolve("settings/recovery");
    Fx.await("the recovery files", () -> files(recovery).size() == stores);
    for (Path store : files(recovery)) {
      String text = Files.readString(store);
      Files.writeString(store, text.replaceFirst("\"started\" : \\d+", "\"started\" : 1"));
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".recovery")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void unsavedChangesAreThereAgainInOneTabAndCanBeTakenBack(Hands hands) throws Exception {
    OpenWindow before = OpenWindow.of(folder);
    PipelineTab tab = before.penguins(folder);
    Fx.run(() -> tab.project().edit(new Edit.SetSeed(77)));
    crash(1);
    Fx.run(() -> before.scene().getWindow().hide());

    OpenWindow after = OpenWindow.of(folder);
    Path file = folder.resolve("penguins.pipewright");
    Fx.call(() -> after.workbench.open(file)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    assertEquals(1, Fx.call(() -> after.workbench.tabs().size()));
    PipelineTab again = Fx.call(() -> after.workbench.activeNow().orElseThrow());
    assertEquals(77, Fx.call(() -> again.project().document().get().seed()));
    assertTrue(Fx.call(() -> again.project().dirty().get()));
    assertTrue(after.says("Unsaved changes of penguins.pipewright were restored."));
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(1, Fx.call(() -> again.project().document().get().seed()));
    assertFalse(Fx.call(() -> again.project().dirty().get()));
  }

  @Test
  void severalProjectsAreThereAgainSavedOrNot() throws Exception {
    OpenWindow before = OpenWindow.of(folder);
    PipelineTab tab = before.penguins(folder);
    Fx.run(() -> tab.project().edit(new Edit.SetSeed(77)));
    Fx.run(before.workbench.opening()::newPipeline);
    Fx.run(
        () ->
            before.workbench.activeNow().orElseThrow().project().edit(new Edit.SetName("sketch")));
    crash(2);
    Fx.run(() -> before.scene().getWindow().hide());

    OpenWindow after = OpenWindow.of(folder);
    Fx.await("both", () -> after.workbench.tabs().size() == 2);
    Fx.settle();
    assertTrue(after.says("sketch"));
    assertTrue(after.says("penguins.pipewright"));
  }
}
