package dev.pipewright.app.shell;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What addresses in notes lead to.
final class Addresses {

  private Addresses() {}

  /// The file or folder that an address leads to, if it does and it is there.
  ///
  /// @param from the file that the note is in, from whose folder relative paths start; null for
  ///   none
  static Optional<Path> file(String address, @Nullable Path from) {
    try {
      if (address.startsWith("file:")) {
        return Optional.of(Path.of(URI.create(address))).filter(Files::exists);
      }
      Path path = Path.of(address);
      Path whole = from == null ? path : from.resolveSibling(path);
      return whole.isAbsolute() ? Optional.of(whole).filter(Files::exists) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // An address of the web, or of nothing.
    }
  }
}
