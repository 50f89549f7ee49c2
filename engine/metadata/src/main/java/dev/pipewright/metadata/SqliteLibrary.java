package dev.pipewright.metadata;

import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native library, unpacked once for all processes. By itself sqlite-jdbc unpacks it at
/// each start, which takes 0.1 s and more, and leaves the file behind when the process is killed.
final class SqliteLibrary {

  /// Where sqlite-jdbc looks before it unpacks its own.
  static final String PATH = "org.sqlite.lib.path";

  private static final String NATIVE = "native/";

  private SqliteLibrary() {}

  /// Lets sqlite-jdbc load the library from the user's cache folder. Where that cannot be written,
  /// or the user names a library, everything stays as sqlite-jdbc has it.
  static void prepare() {
    if (System.getProperty(PATH) != null) {
      return;
    }
    try {
      Path folder = cache().resolve("sqlite-jdbc-" + SQLiteJDBCLoader.getVersion());
      System.setProperty(PATH, unpacked(folder).toString());
    } catch (IOException e) {
      System.getLogger(SqliteLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "SQLite's library is not kept: {0}", e);
    }
  }

  /// The folder with the library of this machine, made if it is not there or not whole.
  static Path unpacked(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String machine = LibraryLoaderUtil.getNativeLibResourcePath();
    Path own = folder.resolve(machine.substring(machine.indexOf(NATIVE) + NATIVE.length()));
    URLConnection packed = connection(machine + "/" + name);
    Path file = own.resolve(name);
    try (InputStream in = packed.getInputStream()) {
      if (!Files.exists(file) || Files.size(file) != packed.getContentLengthLong()) {
        Files.createDirectories(own);
        WholeFile.write(file, in.readAllBytes());
      }
    }
    return own;
  }

  private static URLConnection connection(String resource) throws IOException {
    var url = SQLiteJDBCLoader.class.getResource(resource);
    if (url == null) {
      throw new IOException("sqlite-jdbc has no library for this machine: " + resource);
    }
    return url.openConnection();
  }

  private static Path cache() {
    return cache(
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home")),
        System.getenv("XDG_CACHE_HOME"),
        System.getenv("LOCALAPPDATA"));
  }

  /// The folder where this system wants a user's programs to keep what they can make again.
  static Path cache(String system, Path home, @Nullable String xdg, @Nullable String local) {
    Path folder;
    if (system.startsWith("Windows")) {
      folder = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
    } else if (system.startsWith("Mac")) {
      folder = home.resolve("Library").resolve("Caches");
    } else {
      // The XDG Base Directory Specification has relative paths ignored.
      boolean isGiven = xdg != null && xdg.startsWith("/");
      folder = isGiven ? Path.of(xdg) : home.resolve(".cache");
    }
    return folder.resolve("pipewright");
  }
}
