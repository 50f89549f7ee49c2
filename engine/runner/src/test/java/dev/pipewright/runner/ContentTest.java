package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Content of(Path path) throws IOException {
    return Content.of(path, (file, attributes) -> Content.hashFile(file));
  }

  @Test
  void theSameFilesElsewhereHaveTheSameFingerprint() throws IOException {
    write("a/x/1", "one");
    write("a/2", "two");
    write("b/2", "two");
    write("b/x/1", "one");
    Files.createDirectories(folder.resolve("b/empty"));
    assertEquals(of(folder.resolve("a")), of(folder.resolve("b")));
    assertEquals(2, of(folder.resolve("a")).files());
    assertEquals(6, of(folder.resolve("a")).bytes());
  }

  @Test
  void namesAndContentsCount() throws IOException {
    write("a/1", "one");
    write("b/2", "one");
    write("c/1", "two");
    String a = of(folder.resolve("a")).fingerprint();
    assertNotEquals(a, of(folder.resolve("b")).fingerprint());
    assertNotEquals(a, of(folder.resolve("c")).fingerprint());
  }

  @Test
  void whatIsNotThereHasNoFiles() throws IOException {
    assertEquals(0, of(folder.resolve("gone")).files());
  }

  /// An event file with one event: a wall time, then a step.
  private Path events(String name, double wallTime, int step) throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(event);
    out.writeByte(0x09);
    out.writeLong(Long.reverseBytes(Double.doubleToLongBits(wallTime)));
    out.writeByte(0x10);
    out.writeByte(step);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    out = new DataOutputStream(record);
    out.writeLong(Long.reverseBytes(event.size()));
    out.writeInt((int) wallTime);
    event.writeTo(out);
    out.writeInt((int) wallTime);
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, record.toByteArray());
  }

  @Test
  void wallTimesAndHostsOfEventFilesDoNotCountButTheirEventsDo() throws IOException {
    events("a/events.out.tfevents.100.alice.1.0.v2", 100, 7);
    events("b/events.out.tfevents.200.bob.9.0.v2", 200, 7);
    events("c/events.out.tfevents.100.alice.1.0.v2", 100, 8);
    String a = of(folder.resolve("a")).fingerprint();
    assertEquals(a, of(folder.resolve("b")).fingerprint());
    assertNotEquals(a, of(folder.resolve("c")).fingerprint());
  }

  @Test
  void anEventFileThatIsCutOffIsAnError() throws IOException {
    Path file = write("a/events.out.tfevents.1.h", "too short");
    assertThrows(ArtifactException.class, () -> of(file));
    byte[] huge = new byte[20];
    huge[7] = 0x7f;
    Files.write(file, huge);
    assertThrows(ArtifactException.class, () -> of(file));
  }

  @Test
  void aHashIsRememberedUntilSizeOrTimeChange() throws IOException {
    Path file = write("data", "old");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    FileTime time = Files.getLastModifiedTime(file);
    Path memoryFile = folder.resolve("memory.tsv");
    FingerprintMemory memory = FingerprintMemory.read(memoryFile);
    Content old = Content.of(file, memory);
    memory.save();
    // A change that shows in neither is not seen: this is how the test knows that nothing is read.
    Files.writeString(file, "new");
    Files.setLastModifiedTime(file, time);
    FingerprintMemory second = FingerprintMemory.read(memoryFile);
    assertEquals(old, Content.of(file, second));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(30)));
    assertNotEquals(old, Content.of(file, second));
  }

  @Test
  void aFileThatChangedJustNowIsNotRemembered() throws IOException {
    FingerprintMemory memory = FingerprintMemory.read(folder.resolve("memory.tsv"));
    Content.of(write("data", "old"), memory);
    memory.save();
    assertTrue(Files.notExists(folder.resolve("memory.tsv")));
  }

  @Test
  void aDamagedMemoryIsForgotten() throws IOException {
    Path file = write("memory.tsv", "x\ty\nz");
    Files.write(file, "\377\376\0".getBytes(StandardCharsets.ISO_8859_1));
    Path data = write("data", "old");
    assertEquals(of(data), Content.of(data, FingerprintMemory.read(file)));
  }
}
