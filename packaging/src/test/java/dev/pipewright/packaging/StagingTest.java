package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  private static final String TENSORFLOW = "org/tensorflow/internal/c_api/linux-x86_64/";

  @TempDir Path folder;
  private Path staged;
  private Staging staging;

  @BeforeEach
  void stage() {
    staged = folder.resolve("staged");
    staging = new Staging(OperatingSystem.LINUX, staged);
  }

  @Test
  void copiesAJarWithoutLibrariesUndeflated() throws IOException {
    Path jar = jar("app.jar", Map.of("META-INF/MANIFEST.MF", "", "dev/App.class", "code"));
    assertEquals(List.of(staged.resolve("app.jar")), staging.stage(List.of(jar)));
    assertEquals(Jars.names(jar), Jars.names(staged.resolve("app.jar")));
    try (ZipFile copy = new ZipFile(staged.resolve("app.jar").toFile())) {
      ZipEntry entry = copy.getEntry("dev/App.class");
      assertEquals(ZipEntry.STORED, entry.getMethod());
      assertEquals("code", new String(copy.getInputStream(entry).readAllBytes()));
    }
  }

  @Test
  void unpacksTensorFlowAndDropsItsEmptiedJar() throws IOException {
    Path jar =
        jar(
            "tensorflow-core-native-1.1.0-linux-x86_64.jar",
            Map.of(
                "META-INF/MANIFEST.MF",
                "",
                TENSORFLOW + "LICENSE",
                "text",
                TENSORFLOW + "libtensorflow_cc.so.2",
                "native"));
    assertEquals(List.of(), staging.stage(List.of(jar)));
    assertEquals("native", Files.readString(staged.resolve("native/libtensorflow_cc.so.2")));
    assertFalse(Files.exists(staged.resolve(jar.getFileName())));
  }

  @Test
  void keepsAJarWhoseResourcesLieInMetaInf() throws IOException {
    Path jar = jar("fonts.jar", Map.of("META-INF/resources/inter-500.woff", "font"));
    assertEquals(List.of(staged.resolve("fonts.jar")), staging.stage(List.of(jar)));
  }

  @Test
  void keepsTensorFlowsClasses() {
    assertEquals(
        Staging.Fate.KEPT, staging.fate("org/tensorflow/internal/c_api/global/tensorflow.class"));
  }

  @Test
  void takesTheOtherSystemsOutOfSqlitesJar() throws IOException {
    String mine = OperatingSystem.LINUX.sqliteEntries() + "libsqlitejdbc.so";
    Path jar =
        jar(
            "sqlite-jdbc.jar",
            Map.of(
                "META-INF/MANIFEST.MF",
                "",
                "org/sqlite/JDBC.class",
                "code",
                "org/sqlite/native/Windows/x86/sqlitejdbc.dll",
                "other",
                mine,
                "native"));
    assertEquals(List.of(staged.resolve("sqlite-jdbc.jar")), staging.stage(List.of(jar)));
    assertEquals(
        List.of("META-INF/MANIFEST.MF", "org/sqlite/JDBC.class"),
        Jars.names(staged.resolve("sqlite-jdbc.jar")));
    assertEquals("native", Files.readString(staged.resolve("native/libsqlitejdbc.so")));
  }

  @Test
  void putsJavaFxLibrariesBesideTheirJar() throws IOException {
    Path jar =
        jar("javafx-graphics.jar", Map.of("javafx/Stage.class", "code", "libglass.so", "native"));
    staging.stage(List.of(jar));
    assertEquals("native", Files.readString(staged.resolve("libglass.so")));
    assertEquals(List.of("javafx/Stage.class"), Jars.names(staged.resolve("javafx-graphics.jar")));
  }

  @Test
  void keepsOfGklWhatCompresses() {
    assertEquals(Staging.Fate.KEPT, staging.fate("com/intel/gkl/native/libgkl_compression.so"));
    assertEquals(
        Staging.Fate.DROPPED, staging.fate("com/intel/gkl/native/libgkl_compression.dylib"));
    assertEquals(Staging.Fate.DROPPED, staging.fate("com/intel/gkl/native/libgkl_pairhmm.so"));
  }

  private Path jar(String name, Map<String, String> entries) throws IOException {
    return Jars.write(folder.resolve(name), entries);
  }
}
