package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

  private static final String ALL_CACHED = "{A=CACHED, B=CACHED}";

  @TempDir Path parent;
  private Project project;
  private RunResult first;

  @BeforeEach
  void runOnce() throws IOException {
    Path folder = Files.createDirectories(parent.resolve("project/data"));
    Files.writeString(folder.resolve("a.csv"), "1");
    project = Project.of(parent.resolve("project"), "A: Text", "B: Join A");
    project.set("A", "folder", "data");
    first = project.run();
  }

  @Test
  void theSameAgainIsTakenFromTheCache() {
    RunResult second = project.run();
    assertEquals(ALL_CACHED, Project.outcomes(second));
    assertEquals(Project.output(first, "B", "examples"), Project.output(second, "B", "examples"));
  }

  @Test
  void layoutAndNamesDoNotCount() {
    project
        .edit(new Edit.MoveNode(new NodeId("A"), new Layout.Position(3, 4)))
        .edit(new Edit.RenameNode(new NodeId("A"), new NodeId("Z")))
        .edit(new Edit.SetName("other"));
    assertEquals("{Z=CACHED, B=CACHED}", Project.outcomes(project.run()));
  }

  @Test
  void aParameterCounts() {
    project.set("A", "text", "other");
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void aParameterSetToItsDefaultIsTheSame() {
    project.set("B", "suffix", "");
    assertEquals(ALL_CACHED, Project.outcomes(project.run()));
  }

  @Test
  void theSeedCounts() {
    project.edit(new Edit.SetSeed(2));
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void theVersionOfAComponentCounts() {
    project.fakes.version(2);
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void theComponentCounts() {
    Project heavy = Project.of(project.folder, "A: Text", "B: Heavy A");
    heavy.set("A", "folder", "data");
    assertEquals("{A=CACHED, B=DONE}", Project.outcomes(heavy.run()));
  }

  @Test
  void anInputOfTheSameContentIsTheSame() {
    project.set("A", "text", "").set("A", "file", "text.txt");
    write("text.txt", "t");
    // The text comes from elsewhere, and after the other file: what A makes is new.
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
    project.set("A", "file", "same.txt");
    write("same.txt", "t");
    assertEquals("{A=DONE, B=CACHED}", Project.outcomes(project.run()));
  }

  @Test
  void theContentOfFilesOutsideCountsEvenAtTheSameSizeAndTime() throws IOException {
    Path file = project.folder.resolve("data/a.csv");
    FileTime time = Files.getLastModifiedTime(file);
    write("data/a.csv", "2");
    Files.setLastModifiedTime(file, time);
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
    write("data/b.csv", "");
    assertEquals("{A=DONE, B=CACHED}", Project.outcomes(project.run()));
  }

  @Test
  void aTouchedFileOfTheSameContentIsTheSame() throws IOException {
    Files.setLastModifiedTime(project.folder.resolve("data/a.csv"), FileTime.fromMillis(0));
    assertEquals(ALL_CACHED, Project.outcomes(project.run()));
  }

  @Test
  void aMovedProjectStillHits() throws IOException {
    Path elsewhere = parent.resolve("elsewhere");
    Files.move(project.folder, elsewhere);
    Project moved = new Project(elsewhere, "{\"format\": 1, \"name\": \"p\"}");
    moved.pipeline = project.pipeline;
    RunResult result = moved.run();
    assertEquals(ALL_CACHED, Project.outcomes(result));
    assertEquals("t1", Project.text(result, "B", "examples"));
  }

  @Test
  void anAbsolutePathInsideTheProjectIsTheSameAsARelativeOne() {
    project.set("A", "folder", project.folder.resolve("data").toString());
    assertEquals(ALL_CACHED, Project.outcomes(project.run()));
  }

  @Test
  void theRootMayLieInAFolderThatIsRead() {
    project.set("A", "folder", ".");
    assertEquals("DONE", project.run().nodes().get(new NodeId("A")).outcome().name());
    assertEquals(ALL_CACHED, Project.outcomes(project.run()));
  }

  @Test
  void whatWasDeletedOrAlteredIsMadeAnew() throws IOException {
    Files.writeString(data(first, "B"), "altered");
    assertEquals("{A=CACHED, B=DONE}", Project.outcomes(project.run()));
    Folders.delete(data(first, "A").getParent());
    RunResult result = project.run();
    assertEquals("{A=DONE, B=CACHED}", Project.outcomes(result));
    assertNotEquals(data(first, "A"), data(result, "A"));
  }

  private static Path data(RunResult result, String node) {
    return Project.output(result, node, "examples").artifact().uri().resolve("data.txt");
  }

  @Test
  void theCacheCanBeLeftAside() {
    project.settings = project.settings.with(RunSettings.CacheUse.IGNORE);
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void aDeletedMetadataStoreBeginsAnew() throws IOException {
    Files.delete(project.root.metadata());
    RunResult result = project.run();
    assertEquals("{A=DONE, B=DONE}", Project.outcomes(result));
    assertEquals("t1", Project.text(result, "B", "examples"));
  }

  @Test
  void overridesCountAsTheParametersTheyAre() {
    ComponentRegistry registry = project.fakes.registry();
    var changed = Overrides.set(project.pipeline, registry, Map.of("B.suffix", "x"));
    Plan plan = Plan.of(changed, project.folder, registry, Selection.ALL, Map.of());
    RunResult result = project.run(plan);
    assertEquals("{A=CACHED, B=DONE}", Project.outcomes(result));
    assertEquals("t1x", Project.text(result, "B", "examples"));
  }

  private void write(String name, String text) {
    try {
      Files.writeString(project.folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
