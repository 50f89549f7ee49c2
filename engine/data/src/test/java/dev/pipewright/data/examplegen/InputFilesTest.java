package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files a pattern selects, what is recorded of them, and how examples are shared out.
class InputFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name :
        List.of("b.csv", "a.csv", "A.csv", ".hidden.csv", "c.txt", "sub/d.csv", "sub/deep/e.csv")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createDirectory(folder.resolve("folder.csv"));
  }

  private static DataException failure(Path folder, String pattern) {
    return assertThrows(DataException.class, () -> FilePattern.files(folder, pattern));
  }

  @Test
  void saysWhatIsWrongWithAFolderThatGivesNoFile() throws IOException {
    Path none = folder.resolve("none");
    DataException missing = failure(none, "*");
    assertEquals("There is no such folder.", missing.what());
    assertEquals(Location.of(none), missing.where());
    assertEquals("There is no such folder.", failure(folder.resolve("a.csv"), "*.csv").what());

    DataException empty = failure(Files.createDirectory(none), "*.csv");
    assertEquals("The folder is empty.", empty.what());
    assertEquals(Location.of(none), empty.where());

    Files.createFile(none.resolve("x.txt"));
    assertEquals("No file in the folder matches *.csv.", failure(none, "*.csv").what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|A.csv a.csv b.csv c.txt",
        "*.csv|A.csv a.csv b.csv",
        "?.csv|A.csv a.csv b.csv",
        "[ab].csv|a.csv b.csv",
        "[!a].csv|A.csv b.csv",
        "a.csv|a.csv",
        "sub/*|sub/d.csv",
        "*/*.csv|sub/d.csv",
        "s?b/*/e*|sub/deep/e.csv",
      })
  void aPatternSelectsFilesInTheOrderOfTheirNames(String pattern, String names) {
    assertEquals(Optional.empty(), FilePattern.problem(pattern, "field"));
    assertEquals(
        List.of(names.split(" ")),
        FilePattern.files(folder, pattern).stream()
            .map(file -> folder.relativize(file).toString())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.tsv", ".hidden.*", "folder.csv", "sub", "sub/*/*/*", "none/*"})
  void aPatternThatSelectsNothingIsAClearError(String pattern) {
    var e = assertThrows(DataException.class, () -> FilePattern.files(folder, pattern));
    assertEquals("No file in the folder matches " + pattern + ".", e.what());
    assertEquals(folder.toString(), e.where().file());
    assertEquals("Check input_base and the patterns in input_config.", e.fix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/*", "../*", "a/../../b", "[x", "a\u0000b", "{a,b}", "{span}/*", "{SPAN"})
  void aPatternOfOtherPlacesOrNoneIsFound(String pattern) {
    assertEquals(
        Optional.of(
            new Finding(
                "field",
                "'" + pattern + "' is no pattern for files below input_base.",
                "Use a pattern as *, 2024/*.csv, or day-{YYYY}-{MM}-{DD}/*.")),
        FilePattern.problem(pattern, "field"));
  }

  @Test
  void theFingerprintIsTfxs() throws IOException {
    Path first = folder.resolve("a.csv");
    Path second = folder.resolve("sub/d.csv");
    Files.setLastModifiedTime(first, FileTime.fromMillis(1_700_000_000_999L));
    Files.setLastModifiedTime(second, FileTime.fromMillis(1_700_000_003_000L));
    assertEquals(
        "split:all,num_files:2,total_bytes:14,xor_checksum:3,sum_checksum:3400000003",
        InputFingerprint.of("all", List.of(first, second)));
    assertEquals(
        "split:none,num_files:0,total_bytes:0,xor_checksum:0,sum_checksum:0",
        InputFingerprint.of("none", List.of()));
  }

  @Test
  void splitsGetTheirSharesAndTheSameKeysTheSameSplit() {
    List<Integer> buckets = List.of(5, 3, 2);
    HashSplit split = new HashSplit(buckets);
    HashSplit other = new HashSplit(buckets);
    Random random = new Random(1);
    int[] counts = new int[3];
    for (int i = 0; i < 30_000; i++) {
      byte[] key = new byte[12];
      random.nextBytes(key);
      int index = split.splitOf(key, 0, key.length);
      assertEquals(index, other.splitOf(key, 0, key.length));
      counts[index]++;
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(buckets.get(i) * 3_000, counts[i], 250);
    }
  }
}
