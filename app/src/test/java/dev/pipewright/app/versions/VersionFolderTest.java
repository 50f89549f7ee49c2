package dev.pipewright.app.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pipewright.app.versions.Version.Kind;
import dev.pipewright.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionFolderTest {

  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00.123Z");
  private static final Pipeline PIPELINE = Pipeline.of("p", List.of());

  @TempDir private Path folder;
  private VersionFolder versions;

  @BeforeEach
  void make() {
    versions = VersionFolder.of(folder.resolve("versions"), folder.resolve("p.pipewright"));
  }

  private static Version version(int minutes, Kind kind, long seed) {
    return new Version(TIME.plusSeconds(60L * minutes), kind, PIPELINE.withSeed(seed));
  }

  @Test
  void givesBackWhatItKeepsTheNewestFirst() throws IOException {
    Version first = version(0, Kind.SAVED, 1);
    Version second = version(1, Kind.AUTOSAVED, 2);
    versions.keep(first);
    versions.keep(second);
    assertEquals(new VersionFolder.Listing(List.of(second, first), 0), versions.list());
  }

  @Test
  void keepsWhatIsTheSameOnceAndAsSavedWhereItWas() throws IOException {
    versions.keep(version(0, Kind.AUTOSAVED, 1));
    versions.keep(version(1, Kind.AUTOSAVED, 1));
    versions.keep(version(2, Kind.SAVED, 1));
    versions.keep(version(3, Kind.AUTOSAVED, 1));
    assertEquals(List.of(version(2, Kind.SAVED, 1)), versions.list().versions());
  }

  @Test
  void keepsWhatWasThereBeforeOnlyWhereItIsNotKnown() throws IOException {
    versions.keep(version(5, Kind.SAVED, 1));
    versions.keep(version(6, Kind.SAVED, 2));
    versions.keepBase(version(0, Kind.SAVED, 1));
    assertEquals(2, versions.list().versions().size());
    versions.keepBase(version(0, Kind.SAVED, 3));
    assertEquals(version(0, Kind.SAVED, 3), versions.list().versions().getLast());
  }

  @Test
  void leavesOutWhatIsDamagedAndWhatIsNotItsOwn() throws IOException {
    versions.keep(version(0, Kind.SAVED, 1));
    versions.keep(version(1, Kind.SAVED, 2));
    try (Stream<Path> files = Files.list(versions.path())) {
      Files.writeString(files.sorted().findFirst().orElseThrow(), "{");
    }
    Files.writeString(versions.path().resolve("note.txt"), "mine");
    assertEquals(new VersionFolder.Listing(List.of(version(1, Kind.SAVED, 2)), 1), versions.list());
  }

  @Test
  void hasNothingWhereNothingWasKept() throws IOException {
    assertEquals(new VersionFolder.Listing(List.of(), 0), versions.list());
  }

  @Test
  void findsAFileByWhateverNameLeadsToIt() throws IOException {
    Path file = Files.writeString(folder.resolve("p.pipewright"), "");
    Path link = Files.createSymbolicLink(folder.resolve("other.pipewright"), file);
    Path versions = folder.resolve("versions");
    assertEquals(VersionFolder.of(versions, file).path(), VersionFolder.of(versions, link).path());
    assertNotEquals(
        VersionFolder.of(versions, file).path(),
        VersionFolder.of(versions, folder.resolve("sub/p.pipewright")).path());
  }
}
