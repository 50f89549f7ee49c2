package dev.pipewright.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What a file was when it was last read or written. Time and size are looked at first; the content
/// is read again only where they differ.
///
/// @param millis when it was changed
/// @param bytes its size
/// @param hash SHA-256 of its content, in hex
record FileStamp(long millis, long bytes, String hash) {

  /// The stamp of a file; empty when it is not there.
  static Optional<FileStamp> of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    String hash = hash(Files.readAllBytes(file));
    return Optional.of(
        new FileStamp(attributes.lastModifiedTime().toMillis(), attributes.size(), hash));
  }

  /// Whether a file still is what it was, whoever may have touched it.
  boolean fits(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return (now.lastModifiedTime().toMillis() == millis && now.size() == bytes)
        || hash(Files.readAllBytes(file)).equals(hash);
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
