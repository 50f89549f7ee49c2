package dev.pipewright.runner;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a file or folder holds.
///
/// @param fingerprint SHA-256 over the relative names and contents of all files, in hex: equal for
///   equal content, wherever it lies. Wall times in event files, and the times and host names in
///   their names, do not count. Compressed files count as their bytes: machines that compress
///   differently give different fingerprints for the same records
/// @param files how many files
/// @param bytes the size of all files
record Content(String fingerprint, long files, long bytes) {

  private static final String EVENTS = "events.out.tfevents.";

  /// The hash of one file's content, in hex.
  interface Hasher {
    String hash(Path file, BasicFileAttributes attributes) throws IOException;
  }

  /// The content of a file or folder, each file hashed by `hasher`. Empty folders do not count.
  static Content of(Path path, Hasher hasher) throws IOException {
    return of(files(path), hasher);
  }

  /// The same, without what lies below `excluded`.
  static Content without(Path excluded, Path path, Hasher hasher) throws IOException {
    SortedMap<String, Path> files = files(path);
    files.values().removeIf(file -> file.startsWith(excluded));
    return of(files, hasher);
  }

  private static Content of(SortedMap<String, Path> files, Hasher hasher) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    for (var file : files.entrySet()) {
      BasicFileAttributes attributes =
          Files.readAttributes(file.getValue(), BasicFileAttributes.class);
      digest.update(stableName(file.getKey()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      String hash = hasher.hash(file.getValue(), attributes);
      digest.update(hash.getBytes(StandardCharsets.US_ASCII));
      bytes += attributes.size();
    }
    return new Content(hex(digest), files.size(), bytes);
  }

  /// How much a folder holds, without reading it: a fingerprint is not made.
  static Content sizeOf(Path path) throws IOException {
    long bytes = 0;
    SortedMap<String, Path> files = files(path);
    for (Path file : files.values()) {
      bytes += Files.size(file);
    }
    return new Content("", files.size(), bytes);
  }

  boolean isAsLargeAs(Content other) {
    return files == other.files && bytes == other.bytes;
  }

  /// The files by their names relative to the path, with `/`; a single file has its own name.
  private static SortedMap<String, Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path)
          ? new TreeMap<>(Map.of(path.getFileName().toString(), path))
          : Collections.emptySortedMap();
    }
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        path,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(path.relativize(file).toString().replace('\\', '/'), file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String stableName(String name) {
    int events = name.indexOf(EVENTS);
    return events < 0 ? name : name.substring(0, events + EVENTS.length());
  }

  /// The hash of a file's bytes, or of its records for an event file.
  static String hashFile(Path file) throws IOException {
    if (file.getFileName().toString().startsWith(EVENTS)) {
      return hashEvents(file);
    }
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 17];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest);
  }

  /// The hash of a new file, which is on the disk when this returns.
  static String hashAndForce(Path file) throws IOException {
    String hash = hashFile(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return hash;
  }

  /// Over the TFRecords of tensorflow.Event messages, each without its checksums and without
  /// `wall_time`, which is field 1, a double, and comes first.
  private static String hashEvents(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long left = Files.size(file);
      while (left > 0) {
        long length = Long.reverseBytes(in.readLong());
        in.readInt();
        if (length < 0 || length > left) {
          throw new EOFException("record of " + length + " bytes");
        }
        byte[] event = in.readNBytes((int) length);
        in.readInt();
        int start = event.length >= 9 && event[0] == 9 ? 9 : 0;
        digest.update(event, start, event.length - start);
        left -= 16 + length;
      }
    } catch (EOFException e) {
      throw new ArtifactException(
          "The event file ends in the middle of a record.",
          Location.of(file),
          "Run the node that wrote it again.",
          e);
    }
    return hex(digest);
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
