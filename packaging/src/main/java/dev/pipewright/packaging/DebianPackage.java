package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/// The `.deb`: the image in `/opt/pipewright`, the command on the PATH, the desktop's entry with
/// the type of project files, icons.
///
/// jpackage's own `.deb` would not do: it gives the jars new times, which makes the JVM turn the
/// AOT caches down, copies what links point at, and depends on the libraries of the very release of
/// the machine that built it.
///
/// @param image the image
/// @param version the product's
/// @param resources the folder of icons and of `debian/`
/// @param license the product's license
/// @param time what every file's time is to be
record DebianPackage(Image image, String version, Path resources, Path license, FileTime time) {
  private static final String COMPRESSION = "-Zzstd";
  private static final String COMPRESSION_LEVEL = "-z9";
  private static final int KILOBYTE = 1024;

  /// Makes it.
  ///
  /// @param scratch a folder on the image's file system, for the package's tree
  /// @return the file
  Path build(Path scratch, Path into) throws IOException, InterruptedException {
    Tree tree = new Tree(scratch.resolve("deb"));
    tree.delete();
    Path installed = tree.root().resolve("opt/pipewright");
    Files.createDirectories(tree.root().resolve("opt"));
    new Tree(image.root()).linkTo(installed);
    link(tree, "usr/bin/pipewright", "/opt/pipewright/bin/pipewright");
    file(tree, "usr/share/applications/pipewright.desktop", "debian/pipewright.desktop");
    file(tree, "usr/share/mime/packages/pipewright.xml", "debian/pipewright.xml");
    file(tree, "usr/share/icons/hicolor/scalable/apps/pipewright.svg", "pipewright.svg");
    file(tree, "usr/share/icons/hicolor/256x256/apps/pipewright.png", "pipewright.png");
    copy(tree, "usr/share/doc/pipewright/copyright", license);
    control(tree);
    tree.setTimes(time);
    Files.createDirectories(into);
    Path file = into.resolve("pipewright_" + version + "_" + architecture() + ".deb");
    Command.of(
            "dpkg-deb",
            "--root-owner-group",
            COMPRESSION,
            COMPRESSION_LEVEL,
            "--build",
            tree.root().toString(),
            file.toString())
        .with(Map.of("SOURCE_DATE_EPOCH", Long.toString(time.toInstant().getEpochSecond())))
        .run();
    tree.delete();
    return file;
  }

  private void control(Tree tree) throws IOException {
    String template = Files.readString(resources.resolve("debian/control"));
    Path control = tree.root().resolve("DEBIAN/control");
    Files.createDirectories(tree.root().resolve("DEBIAN"));
    Files.writeString(
        control,
        template
            .replace("@VERSION@", version)
            .replace("@ARCHITECTURE@", architecture())
            .replace("@KILOBYTES@", Long.toString(tree.sizeBytes() / KILOBYTE)));
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  private void file(Tree tree, String place, String resource) throws IOException {
    copy(tree, place, resources.resolve(resource));
  }

  private static void copy(Tree tree, String place, Path from) throws IOException {
    Files.copy(from, parentsOf(tree, place));
  }

  private static void link(Tree tree, String place, String target) throws IOException {
    Files.createSymbolicLink(parentsOf(tree, place), Path.of(target));
  }

  private static Path parentsOf(Tree tree, String place) throws IOException {
    Path path = tree.root().resolve(place);
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return path;
  }
}
