package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackageTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path unpacked;
  private Path file;

  @BeforeEach
  void build() throws IOException, InterruptedException {
    assumeTrue(Command.exists("dpkg-deb"), "packages of Debian are made where dpkg-deb is");
    Image image = new Image(folder.resolve("image"), OperatingSystem.LINUX);
    Files.createDirectories(image.appFolder());
    Files.writeString(image.appFolder().resolve("app.jar"), "code");
    Path license = Files.writeString(folder.resolve("LICENSE"), "You may.");
    Path resources = Path.of("src/main/resources/dev/pipewright/packaging");
    file =
        new DebianPackage(image, "0.1.0", resources, license, TIME)
            .build(folder.resolve("work"), folder.resolve("out"));
    unpacked = folder.resolve("unpacked");
    Command.of("dpkg-deb", "--raw-extract", file.toString(), unpacked.toString()).run();
  }

  @Test
  void putsEverythingInItsPlace() throws IOException {
    List<String> files =
        new Tree(unpacked)
            .paths().stream()
                .filter(path -> !Files.isDirectory(path))
                .map(path -> unpacked.relativize(path).toString())
                .toList();
    assertEquals(
        List.of(
            "DEBIAN/control",
            "opt/pipewright/lib/app/app.jar",
            "usr/bin/pipewright",
            "usr/share/applications/pipewright.desktop",
            "usr/share/doc/pipewright/copyright",
            "usr/share/icons/hicolor/256x256/apps/pipewright.png",
            "usr/share/icons/hicolor/scalable/apps/pipewright.svg",
            "usr/share/mime/packages/pipewright.xml"),
        files);
    assertEquals(
        Path.of("/opt/pipewright/bin/pipewright"),
        Files.readSymbolicLink(unpacked.resolve("usr/bin/pipewright")));
  }

  @Test
  void keepsTheTimesThatTheCachesKnow() throws IOException {
    assertEquals(
        TIME, Files.getLastModifiedTime(unpacked.resolve("opt/pipewright/lib/app/app.jar")));
  }

  @Test
  void namesWhatItNeeds() throws IOException {
    String control = Files.readString(unpacked.resolve("DEBIAN/control"));
    Map<String, String> fields =
        control
            .lines()
            .filter(line -> line.contains(": "))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(':')),
                    line -> line.substring(line.indexOf(':') + 2)));
    assertEquals("0.1.0", fields.get("Version"));
    assertEquals(
        "libc6, libstdc++6, libgcc-s1, zlib1g, libgtk-3-0 | libgtk-3-0t64, libxtst6, libgl1",
        fields.get("Depends"));
    assertFalse(control.matches("(?s).*@[A-Z]+@.*"), () -> "a place left open:\n" + control);
  }

  @Test
  void makesEqualPackagesOfEqualImages() throws IOException, InterruptedException {
    byte[] first = Files.readAllBytes(file);
    new Tree(folder).delete();
    build();
    assertArrayEquals(first, Files.readAllBytes(file));
  }
}
