package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.shell.Questions.Consent;
import dev.pipewright.app.shell.Questions.Remedy;
import dev.pipewright.app.shell.Questions.Unsaved;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of edits when they are saved and when tabs are closed: they are never lost without
/// a word.
@ExtendWith(FxToolkit.class)
class SavingTest {

  private static final NodeId GEN = new NodeId("CsvExampleGen");

  @TempDir private Path folder;
  private Path file;
  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open() {
    window = OpenWindow.of(folder, 1280, 720);
    tab = window.penguins(folder);
    file = folder.resolve("penguins.pipewright");
    edit(tab, 7);
  }

  private static void edit(PipelineTab tab, long seed) {
    Fx.run(() -> tab.project().edit(new Edit.SetSeed(seed)));
  }

  private static boolean isDirty(PipelineTab tab) {
    return Fx.call(() -> tab.project().dirty().get());
  }

  private static long seed(Path file) {
    return ProjectFile.read(file).seed();
  }

  private void save(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.S);
  }

  private List<Tab> tabs() {
    return Fx.call(() -> List.copyOf(window.workbench.tabs()));
  }

  @Test
  void aFileThatIsReadOnlyIsReplacedOnlyWhenAPersonSaysSo(Hands hands) {
    assertTrue(file.toFile().setReadOnly());
    save(hands);
    Fx.await("a question", () -> !window.answers.asked.isEmpty());
    assertEquals(List.of("penguins.pipewright is read-only."), window.answers.asked);
    assertTrue(isDirty(tab));

    window.answers.next.add(Remedy.OVERWRITE);
    save(hands);
    Fx.await("saved", () -> !tab.project().dirty().get());
    assertEquals(7, seed(file));
  }

  @Test
  void aFileWhoseFolderIsGoneIsSavedElsewhere(Hands hands) throws IOException {
    Files.move(folder.resolve("data"), folder.resolve("kept"));
    Path inner = Files.createDirectory(folder.resolve("inner")).resolve("p.pipewright");
    Fx.run(() -> tab.project().saveAs(inner));
    Fx.await("saved", () -> inner.equals(tab.file()));
    edit(tab, 8);
    Files.delete(inner);
    Files.delete(inner.getParent());
    Path target = folder.resolve("rescued.pipewright");
    window.answers.toSave = Optional.of(target);
    window.answers.next.add(Remedy.SAVE_AS);

    save(hands);
    Fx.await("saved", () -> !tab.project().dirty().get());
    assertEquals(List.of("p.pipewright was not saved.", "save p.pipewright"), window.answers.asked);
    String line = window.answers.lines.getFirst();
    assertTrue(line.startsWith("Its folder is no longer there."), line);
    assertTrue(line.endsWith(inner.toString()), line);
    assertEquals(8, seed(target));
  }

  @Test
  void whatSomebodyElseHasChangedIsComparedAndReadWithoutLosingEdits(Hands hands) {
    Pipeline theirs = ProjectFile.read(file).withSeed(99);
    theirs = new Edit.RemoveNode(new NodeId("Pusher")).apply(theirs);
    ProjectFile.write(file, theirs);
    window.answers.next.add(Remedy.RELOAD);

    save(hands);
    Pipeline expected = theirs;
    Fx.await("read", () -> expected.equals(tab.project().document().get()));
    assertEquals(
        List.of("penguins.pipewright was changed by another program."), window.answers.asked);
    String line = window.answers.lines.getFirst();
    assertTrue(line.contains("Missing in it: Pusher."), line);
    assertTrue(line.contains("Its name, seed or parameters differ."), line);
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(7, Fx.call(() -> tab.project().document().get().seed()));
    assertTrue(isDirty(tab));
  }

  @Test
  void whatSomebodyElseHasBrokenIsOverwrittenOnlyWhenAPersonSaysSo(Hands hands) throws IOException {
    Files.writeString(file, "{");
    save(hands);
    Fx.await("a question", () -> !window.answers.asked.isEmpty());
    assertEquals(List.of("What is in it now cannot be read as a pipeline."), window.answers.lines);
    assertEquals("{", Files.readString(file));
    window.answers.next.add(Remedy.OVERWRITE);
    save(hands);
    Fx.await("saved", () -> !tab.project().dirty().get());
    assertEquals(7, seed(file));
  }

  @Test
  void savedElsewhereItReadsTheSameData(Hands hands) throws IOException {
    Path other = Files.createDirectories(folder.resolve("other/place"));
    window.answers.toSave = Optional.of(other.resolve("copy"));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Path copy = other.resolve("copy.pipewright");
    Fx.await("saved", () -> copy.equals(tab.file()));
    Fx.settle();

    ParameterValue base =
        ProjectFile.read(copy).node(GEN).orElseThrow().parameters().get("input_base").orElseThrow();
    String path = ((ParameterValue.Text) base).value();
    assertTrue(Files.exists(other.resolve(path).resolve("penguins.csv")), path);
    assertTrue(window.says("One path was rewritten to lead to the same data from the new folder."));
    assertFalse(isDirty(tab));
    assertFalse(ProjectFile.read(file).equals(ProjectFile.read(copy)));
  }

  @Test
  void aFileOfAnotherTabIsNotWrittenOver(Hands hands) throws IOException {
    hands.press(KeyCode.CONTROL, KeyCode.N);
    window.answers.toSave = Optional.of(folder.resolve("penguins"));
    byte[] before = Files.readAllBytes(file);
    save(hands);
    Fx.await("a notice", () -> !window.errors.notices().isEmpty());
    Fx.settle();
    assertTrue(window.says("penguins.pipewright is open in another tab."));
    assertEquals(new String(before), Files.readString(file));
  }

  @Test
  void aFileWhoseNameWasCompletedIsReplacedOnlyWhenAPersonSaysSo(Hands hands) throws IOException {
    Path there = Files.writeString(folder.resolve("there.pipewright"), "mine");
    window.answers.toSave = Optional.of(folder.resolve("there"));
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Fx.settle();
    assertEquals("Replace there.pipewright?", window.answers.asked.getLast());
    assertEquals("mine", Files.readString(there));
    window.answers.next.add(Consent.YES);
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Fx.await("saved", () -> there.equals(tab.file()));
    assertEquals(7, seed(there));
  }

  @Test
  void closingAsksOnceForAllAndCancelKeepsAll(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.N);
    PipelineTab second = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    edit(second, 3);
    hands.press(KeyCode.CONTROL, KeyCode.Q);
    assertEquals(List.of("Save the changes of 2 pipelines?"), window.answers.asked);
    assertEquals(List.of("penguins.pipewright\nuntitled"), window.answers.lines);
    assertEquals(List.of(tab, second), tabs());
    assertTrue(window.isShowing());

    window.answers.next.add(Unsaved.SAVE);
    window.answers.toSave = Optional.of(folder.resolve("second.pipewright"));
    hands.press(KeyCode.CONTROL, KeyCode.Q);
    Fx.await("closed", () -> !window.isShowing());
    assertEquals(7, seed(file));
    assertEquals(3, seed(folder.resolve("second.pipewright")));
    assertEquals("second", ProjectFile.read(folder.resolve("second.pipewright")).name());
  }

  @Test
  void whatCannotBeSavedKeepsTheWindowOpen(Hands hands) throws IOException {
    hands.press(KeyCode.CONTROL, KeyCode.N);
    PipelineTab second = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    edit(second, 3);
    window.answers.next.add(Unsaved.SAVE);
    hands.press(KeyCode.CONTROL, KeyCode.Q);
    // The first is saved; for the second nobody says where.
    Fx.await("asked where", () -> window.answers.asked.contains("save untitled.pipewright"));
    Fx.settle();
    assertTrue(window.isShowing());
    assertEquals(List.of(tab, second), tabs());
    assertFalse(isDirty(tab));
    assertTrue(isDirty(second));
  }

  @Test
  void changesThatAreNotWantedAreThrownAwayForAll(Hands hands) {
    hands.press(KeyCode.CONTROL, KeyCode.N);
    edit(Fx.call(() -> window.workbench.activeNow().orElseThrow()), 3);
    window.answers.next.add(Unsaved.DISCARD);
    hands.press(KeyCode.CONTROL, KeyCode.Q);
    Fx.await("closed", () -> !window.isShowing());
    assertEquals(1, seed(file));
  }
}
