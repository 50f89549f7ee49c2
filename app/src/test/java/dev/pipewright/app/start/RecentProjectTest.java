package dev.pipewright.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pipewright.app.start.RecentProject.State;
import dev.pipewright.data.starter.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentProjectTest {

  private static final Instant NOW = Instant.parse("2026-07-15T15:00:00Z");

  @TempDir Path folder;

  @Test
  void tellsOfProjectsThatNeverRanAreGoneOrDamaged() throws IOException {
    Path file = Template.PENGUINS.copyTo(folder);
    RecentProject penguins = RecentProject.read(file);
    assertEquals(State.NEVER, penguins.state());
    assertEquals(Template.PENGUINS.pipeline(), penguins.pipeline());
    RecentProject gone = RecentProject.read(folder.resolve("gone.pipewright"));
    assertEquals(State.MISSING, gone.state());
    assertNull(gone.pipeline());
    RecentProject damaged =
        RecentProject.read(Files.writeString(folder.resolve("bad.pipewright"), "{"));
    assertEquals("Unreadable", damaged.line());
  }

  @Test
  void saysHowLongAgoSomethingWasAsPeopleDo() {
    assertEquals("just now", ago(Duration.ofSeconds(20)));
    assertEquals("12 min ago", ago(Duration.ofMinutes(12)));
    assertEquals("2 h ago", ago(Duration.ofMinutes(130)));
    assertEquals("yesterday", ago(Duration.ofHours(20)));
    assertEquals("Monday", ago(Duration.ofDays(2)));
    assertEquals("3 July", ago(Duration.ofDays(12)));
    assertEquals("15 Jul 2025", ago(Duration.ofDays(365)));
  }

  private static String ago(Duration past) {
    return RecentProject.ago(NOW.minus(past), NOW, ZoneOffset.UTC);
  }
}
