package dev.pipewright.runner;

import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Hashes of files outside the root, remembered by path, size and time of change, so that a second
/// run need not read them again. Safe for use by several threads.
final class FingerprintMemory implements Content.Hasher {

  /// A file may be changed again within the clock tick in which it was hashed, unseen.
  private static final long SETTLED_MILLIS = 2_000;

  private record Entry(long size, long changed, String hash) {}

  private final Path file;
  private final SortedMap<String, Entry> entries = new TreeMap<>();
  private boolean isDirty;

  private FingerprintMemory(Path file) {
    this.file = file;
  }

  /// What this file remembers; what it does not make sense of is forgotten.
  static FingerprintMemory read(Path file) throws IOException {
    FingerprintMemory memory = new FingerprintMemory(file);
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(memory::parse);
    }
    return memory;
  }

  private void parse(String line) {
    String[] parts = line.split("\t", 4);
    if (parts.length == 4
        && parts[0].matches("[0-9a-f]{64}")
        && parts[1].matches("\\d{1,18}")
        && parts[2].matches("-?\\d{1,18}")) {
      Entry entry = new Entry(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[0]);
      entries.put(parts[3], entry);
    }
  }

  @Override
  public String hash(Path path, BasicFileAttributes attributes) throws IOException {
    String name = path.toAbsolutePath().toString();
    long changed = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
    synchronized (this) {
      Entry known = entries.get(name);
      if (known != null && known.size == attributes.size() && known.changed == changed) {
        return known.hash;
      }
    }
    String hash = Content.hashFile(path);
    long age = System.currentTimeMillis() - attributes.lastModifiedTime().toMillis();
    if (age > SETTLED_MILLIS && name.lines().count() == 1) {
      remember(name, new Entry(attributes.size(), changed, hash));
    }
    return hash;
  }

  private synchronized void remember(String name, Entry entry) {
    entries.put(name, entry);
    isDirty = true;
  }

  /// Writes what was learnt.
  synchronized void save() throws IOException {
    if (!isDirty) {
      return;
    }
    StringBuilder text = new StringBuilder();
    entries.forEach(
        (name, e) ->
            text.append(e.hash)
                .append('\t')
                .append(e.size)
                .append('\t')
                .append(e.changed)
                .append('\t')
                .append(name)
                .append('\n'));
    WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    isDirty = false;
  }
}
