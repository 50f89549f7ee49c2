package dev.pipewright.app.versions;

import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The versions of one project file: a folder with a project file each, named after when and why it
/// was kept.
final class VersionFolder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Thinning thinning;

  /// What is in the folder.
  ///
  /// @param versions those that can be read, the newest first
  /// @param damaged how many cannot
  record Listing(List<Version> versions, int damaged) {}

  VersionFolder(Path folder, Thinning thinning) {
    this.folder = folder;
    this.thinning = thinning;
  }

  /// Where the versions of a project file lie, however it is come to.
  ///
  /// @param versions where those of all projects are
  static VersionFolder of(Path versions, Path project) {
    Path canonical;
    try {
      canonical = project.toRealPath();
    } catch (IOException e) {
      canonical = project.toAbsolutePath().normalize(); // It is not there: nothing leads to it.
    }
    String name = String.valueOf(canonical.getFileName()).replace(ProjectFile.EXTENSION, "");
    return new VersionFolder(
        versions.resolve(name + "-" + hash(canonical.toString()).substring(0, 16)), Thinning.USUAL);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Path path() {
    return folder;
  }

  /// Keeps a version, unless the newest is the same; one that was autosaved and then saved is kept
  /// as saved. Lets go of what is too much.
  synchronized void keep(Version version) throws IOException {
    byte[] content = ProjectFile.format(version.pipeline());
    Optional<Thinning.Kept> newest = kept().stream().findFirst();
    boolean isKnown = newest.isPresent() && holds(newest.get(), content);
    if (isKnown && newest.get().kind().compareTo(version.kind()) >= 0) {
      return;
    }
    write(version, content);
    if (isKnown) {
      Files.deleteIfExists(folder.resolve(newest.get().name()));
    }
    for (Thinning.Kept surplus : thinning.surplus(kept(), version.time())) {
      Files.deleteIfExists(folder.resolve(surplus.name()));
    }
  }

  /// Keeps a version that came before others, unless it is among them.
  synchronized void keepBase(Version version) throws IOException {
    byte[] content = ProjectFile.format(version.pipeline());
    for (Thinning.Kept each : kept()) {
      if (holds(each, content)) {
        return;
      }
    }
    write(version, content);
  }

  private void write(Version version, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Version named = version;
    while (Files.exists(folder.resolve(name(named)))) {
      named = new Version(named.time().plusMillis(1), named.kind(), named.pipeline());
    }
    WholeFile.write(folder.resolve(name(named)), content);
  }

  private boolean holds(Thinning.Kept version, byte[] content) throws IOException {
    return version.bytes() == content.length
        && Arrays.equals(Files.readAllBytes(folder.resolve(version.name())), content);
  }

  private static String name(Version version) {
    return TIME.format(version.time())
        + "-"
        + version.kind().name().toLowerCase(Locale.ROOT)
        + ProjectFile.EXTENSION;
  }

  /// Reads all versions; those that cannot be read are left out.
  Listing list() throws IOException {
    List<Version> versions = new ArrayList<>();
    int damaged = 0;
    for (Thinning.Kept each : kept()) {
      try {
        Pipeline pipeline = ProjectFile.read(folder.resolve(each.name()));
        versions.add(new Version(each.time(), each.kind(), pipeline));
      } catch (ProjectException e) {
        damaged++;
        System.getLogger(VersionFolder.class.getName())
            .log(System.Logger.Level.WARNING, "not a version: {0}: {1}", each.name(), e);
      }
    }
    return new Listing(versions, damaged);
  }

  /// What is there, the newest first. Files of other names are somebody else's.
  private List<Thinning.Kept> kept() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Thinning.Kept> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        read(file.getFileName().toString(), Files.size(file)).ifPresent(kept::add);
      }
    }
    kept.sort(Comparator.comparing(Thinning.Kept::time).reversed());
    return kept;
  }

  private static Optional<Thinning.Kept> read(String name, long bytes) {
    for (Version.Kind kind : Version.Kind.values()) {
      String end = "-" + kind.name().toLowerCase(Locale.ROOT) + ProjectFile.EXTENSION;
      if (name.endsWith(end)) {
        try {
          String time = name.substring(0, name.length() - end.length());
          return Optional.of(new Thinning.Kept(name, TIME.parse(time, Instant::from), kind, bytes));
        } catch (DateTimeParseException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
