package dev.pipewright.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The folder that jpackage copies into the image: the jars without native libraries, and those of
/// this machine unpacked, so that no start unpacks them into somebody's home.
///
/// JavaFX looks for its libraries beside its jar; TensorFlow's and SQLite's are found by system
/// properties in `native/`. GKL's, 0.8 MB, cannot be found outside of its jar but by an environment
/// variable, and stays there.
final class Staging {
  static final String NATIVE = "native";

  /// Entries that are of no use where nothing else is in the jar.
  private static final Pattern ABOUT_JAR =
      Pattern.compile("META-INF/(MANIFEST\\.MF|INDEX\\.LIST|maven/.*|(LICENSE|NOTICE)[^/]*)");

  private final OperatingSystem system;
  private final Path folder;

  Staging(OperatingSystem system, Path folder) {
    this.system = system;
    this.folder = folder;
  }

  /// What becomes of a jar's entry.
  enum Fate {
    /// Stays in the jar.
    KEPT,
    /// Is of no use here.
    DROPPED,
    /// Is unpacked into `native/`.
    UNPACKED,
    /// Is unpacked beside the jar.
    BESIDE
  }

  /// Stages every jar.
  ///
  /// @return the jars that have something left, in the order given
  List<Path> stage(List<Path> jars) throws IOException {
    Files.createDirectories(folder.resolve(NATIVE));
    List<Path> staged = new ArrayList<>();
    for (Path jar : jars) {
      if (stage(jar)) {
        staged.add(folder.resolve(jar.getFileName()));
      }
    }
    return staged;
  }

  private boolean stage(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> kept = new ArrayList<>();
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        switch (fate(entry.getName())) {
          case KEPT -> kept.add(entry);
          case DROPPED -> {}
          case UNPACKED -> unpack(zip, entry, folder.resolve(NATIVE));
          case BESIDE -> unpack(zip, entry, folder);
        }
      }
      if (kept.stream().allMatch(entry -> ABOUT_JAR.matcher(entry.getName()).matches())) {
        return false;
      }
      copy(zip, kept, folder.resolve(jar.getFileName()));
      return true;
    }
  }

  /// What becomes of an entry, by its name.
  Fate fate(String entry) {
    String file = entry.substring(entry.lastIndexOf('/') + 1);
    if (entry.startsWith("org/tensorflow/internal/c_api/") && entry.contains("-")) {
      return system.isLibrary(file) ? Fate.UNPACKED : Fate.DROPPED;
    }
    if (entry.startsWith("org/sqlite/native/")) {
      return entry.startsWith(system.sqliteEntries()) ? Fate.UNPACKED : Fate.DROPPED;
    }
    if (entry.startsWith("com/intel/gkl/native/")) {
      boolean compresses = file.contains("compression") || file.contains("utils");
      return compresses && system.isLibrary(file) ? Fate.KEPT : Fate.DROPPED;
    }
    return !entry.contains("/") && system.isLibrary(file) ? Fate.BESIDE : Fate.KEPT;
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path into) throws IOException {
    Path name = Path.of(entry.getName()).getFileName();
    if (name == null) {
      throw new IOException("an entry without a name in " + zip.getName());
    }
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, into.resolve(name));
    }
  }

  /// Copies entries as they are, not deflated: inflating fonts and style sheets took a quarter of
  /// the start.
  private static void copy(ZipFile zip, List<ZipEntry> entries, Path target) throws IOException {
    List<ZipEntry> sorted =
        entries.stream().sorted(Comparator.comparing(Staging::manifestFirst)).toList();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry entry : sorted) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(entry.getSize());
        copy.setCrc(entry.getCrc());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream content = zip.getInputStream(entry)) {
          content.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  private static String manifestFirst(ZipEntry entry) {
    return entry.getName().equals("META-INF/MANIFEST.MF") ? "" : entry.getName();
  }
}
