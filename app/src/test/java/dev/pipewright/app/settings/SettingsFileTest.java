package dev.pipewright.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Int;
import dev.pipewright.pipeline.ParameterValue.Items;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  private static final Settings OWN =
      new Settings(
          new Settings.Window(-12.5, 40, 1280, 720, true),
          Settings.Appearance.DARK,
          Set.of(Panel.PALETTE),
          new Settings.Splits(180, 300.5, 200, 320),
          List.of(Path.of("/a/b.pipewright"), Path.of("/c d/ü.pipewright")),
          List.of(Path.of("/a/b.pipewright")));

  @Test
  void readsWhatItWrote(@TempDir Path folder) {
    SettingsFile file = new SettingsFile(folder.resolve("new"));
    file.write(OWN);
    assertEquals(new SettingsFile.Read(OWN, null), file.read());
    file.write(Settings.DEFAULT);
    assertEquals(new SettingsFile.Read(Settings.DEFAULT, null), file.read());
  }

  @Test
  void leavesNothingElseInTheFolder(@TempDir Path folder) throws IOException {
    new SettingsFile(folder).write(OWN);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("settings.json")), files.toList());
    }
  }

  @Test
  void takesTheDefaultsWhereThereIsNoFile(@TempDir Path folder) {
    assertEquals(new SettingsFile.Read(Settings.DEFAULT, null), new SettingsFile(folder).read());
  }

  @Test
  void takesTheDefaultForWhatIsMissing(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"DARK\", \"newer\": [1]}");
    SettingsFile.Read read = new SettingsFile(folder).read();
    assertNull(read.damage());
    Settings usual = Settings.DEFAULT;
    assertEquals(
        new Settings(
            usual.window(),
            Settings.Appearance.DARK,
            usual.panels(),
            usual.splits(),
            List.of(),
            List.of(),
            Fields.EMPTY.with("newer", new Items(List.of(new Int(1))))),
        read.settings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"theme\": \"PINK\"}",
        "{\"theme\": 3}",
        "{\"window\": {\"width\": -1}}",
        "{\"window\": 7}",
        "{\"splits\": {\"dock\": \"high\"}}",
        "{\"panels\": [\"CELLAR\"]}",
        "{\"recent\": {}}",
        "{\"open\": [3]}",
        "{\"recent\": [\"a\\u0000b\"]}"
      })
  void takesTheDefaultsWhereTheFileIsDamagedAndSaysSo(String text, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("settings.json"), text);
    SettingsFile.Read read = new SettingsFile(folder).read();
    assertEquals(Settings.DEFAULT, read.settings());
    EngineException damage = assertNotNull(read.damage());
    Path aside = folder.resolve("settings.json.damaged");
    assertEquals(aside.toString(), damage.where().file());
    assertEquals(text, Files.readString(aside));
    assertFalse(Files.exists(file));
    assertNull(new SettingsFile(folder).read().damage());
  }

  @Test
  void saysWhatIsDamagedInWords(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"theme\": ");
    EngineException damage = assertNotNull(new SettingsFile(folder).read().damage());
    assertTrue(damage.what().contains("It is not valid JSON"), damage.what());
    assertFalse(damage.what().contains("Exception"), damage.what());
  }

  @Test
  void takesTheDefaultsWhateverTheFileIs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("settings.json");
    for (byte[] hostile :
        List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1},
            "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
            "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8),
            "{\"window\": {\"width\": 1e999}}".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, hostile);
      SettingsFile.Read read = new SettingsFile(folder).read();
      assertEquals(Settings.DEFAULT, read.settings());
      assertNotNull(read.damage());
    }
    Files.deleteIfExists(file);
    Files.createDirectory(file);
    assertNotNull(new SettingsFile(folder).read().damage());
  }

  private static EngineException assertNotNull(EngineException damage) {
    org.junit.jupiter.api.Assertions.assertNotNull(damage);
    return damage;
  }

  @Test
  void saysWhenItCannotWrite(@TempDir Path folder) throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    SettingsFile file = new SettingsFile(blocked.resolve("below"));
    assertThrows(EnvironmentException.class, () -> file.write(OWN));
  }

  @Test
  void remembersTheLastTwelveFilesOnce() {
    List<Path> recent = List.of();
    for (int i = 0; i < 14; i++) {
      recent = Settings.withRecent(recent, Path.of("f" + i));
    }
    recent = Settings.withRecent(recent, Path.of("f5"));
    assertEquals(12, recent.size());
    assertEquals(List.of(Path.of("f5"), Path.of("f13"), Path.of("f12")), recent.subList(0, 3));
    assertEquals(1, recent.stream().filter(Path.of("f5")::equals).count());
  }

  @Test
  void liesWhereThePlatformKeepsSettings() {
    Path home = Path.of("/home/ada");
    assertEquals(
        Path.of("/home/ada/.config/pipewright"), SettingsFolder.of("Linux", home, Map.of()));
    assertEquals(
        Path.of("/conf/pipewright"),
        SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/conf")));
    assertEquals(
        Path.of("/home/ada/Library/Application Support/Pipewright"),
        SettingsFolder.of("Mac OS X", home, Map.of()));
    assertEquals(
        Path.of("/roaming/Pipewright"),
        SettingsFolder.of("Windows 11", home, Map.of("APPDATA", "/roaming")));
  }
}
