package dev.pipewright.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.file.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

  private static Preferences of(Fields more) {
    Settings usual = Settings.DEFAULT;
    return new Preferences(
        new Settings(
            usual.window(),
            usual.appearance(),
            usual.panels(),
            usual.splits(),
            usual.recent(),
            usual.open(),
            more));
  }

  private static Fields json(String text) {
    return (Fields) JsonText.parse(text);
  }

  @Test
  void keepsOnlyWhatIsNotUsual() {
    Preferences made = of(Fields.EMPTY);
    assertEquals(Fields.EMPTY, made.write());
    made.scale().value().set(125);
    made.device().value().set("cpu");
    made.keys().set(Map.of("run.start", List.of("F9")));
    made.knowsTour().set(true);
    assertEquals(
        json(
            "{\"preferences\": {\"scale\": 125, \"device\": \"cpu\", \"tour.known\": true,"
                + " \"keys\": {\"run.start\": [\"F9\"]}}}"),
        made.write());
    Preferences read = of(made.write());
    assertEquals(made.write(), read.write());
    assertEquals(125, read.scale().get());
    assertEquals(new EngineLimits(true, 0, 0), read.limits());
    assertTrue(read.knowsTour().get());
  }

  @Test
  void leavesAloneWhatANewerVersionKeeps() {
    Fields newer = json("{\"preferences\": {\"gravity\": 3, \"scale\": 150}, \"later\": [1]}");
    Preferences made = of(newer);
    made.scale().reset();
    assertEquals(json("{\"preferences\": {\"gravity\": 3}, \"later\": [1]}"), made.write());
  }

  @Test
  void takesWhatIsUsualForWhatCannotBeAndSaysSo() {
    Preferences made =
        of(
            json(
                "{\"preferences\": {\"scale\": 900, \"snap\": \"no\", \"device\": \"tpu\","
                    + " \"threads\": 3, \"keys\": [], \"language\": \"../x\"}}"));
    assertEquals(
        List.of("Size of everything", "Language", "Snap while dragging", "Device", "keys"),
        made.broken());
    assertEquals(100, made.scale().get());
    assertEquals(new EngineLimits(false, 0, 3), made.limits());
  }

  @Test
  void everySettingSaysWhatItIsAndWhatItDoes() {
    for (Setting<?> setting : of(Fields.EMPTY).all()) {
      assertTrue(setting.help().endsWith("."), setting.id());
      assertTrue(!setting.name().isBlank(), setting.id());
      if (setting.kind() instanceof Kind.Choice(List<String> words)) {
        words.forEach(word -> assertTrue(!setting.word(word).isBlank(), word));
      }
    }
  }

  @Test
  void theFileKeepsThemBesideTheWindow(@TempDir Path folder) throws IOException {
    SettingsFile file = new SettingsFile(folder);
    Path path = folder.resolve("settings.json");
    Files.writeString(path, "{\"theme\": \"PINK\", \"recent\": [\"/a\"], \"newer\": {\"x\": 1}}");
    SettingsFile.Read read = file.read();
    assertTrue(read.damage() != null && read.damage().what().contains("theme"));
    assertEquals(List.of(Path.of("/a")), read.settings().recent());
    file.write(read.settings());
    assertTrue(Files.readString(path).contains("\"newer\""));
    assertNull(file.read().damage());
  }
}
