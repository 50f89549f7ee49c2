package dev.pipewright.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThirdPartyNoticesTest {
  private static final String LICENSES =
      "<licenses><license><name>Apache-2.0</name></license>"
          + "<license><name>MIT\n  License</name></license></licenses>";

  @TempDir Path repository;

  @Test
  void readsTheLicensesOfAPom() throws IOException {
    Path jar = library("org.acme", "wire", "1.0", LICENSES, Map.of("A.class", ""));
    MavenPom pom = MavenPom.of(jar).orElseThrow();
    assertEquals("org.acme:wire:1.0", pom.coordinates());
    assertEquals(List.of("Apache-2.0", "MIT License"), pom.licenses());
  }

  @Test
  void asksTheParentWhereAPomNamesNone() throws IOException {
    pom("org.acme", "parent", "2", LICENSES);
    String parent =
        "<parent><groupId>org.acme</groupId><artifactId>parent</artifactId>"
            + "<version>2</version></parent>";
    Path jar = library("org.acme.wire", "wire", "1.0", parent, Map.of("A.class", ""));
    assertEquals(List.of("Apache-2.0", "MIT License"), MavenPom.of(jar).orElseThrow().licenses());
  }

  @Test
  void hasEachTextOnceUnderAllThatBringIt() throws IOException {
    Map<String, String> entries = Map.of("META-INF/LICENSE.txt", "You may.", "A.class", "");
    Path first = library("org.acme", "wire", "1.0", LICENSES, entries);
    Path second = library("org.acme", "pipe", "1.0", LICENSES, entries);
    String text = ThirdPartyNotices.of(List.of(first, second));
    assertTrue(text.contains("org.acme:wire:1.0\norg.acme:pipe:1.0\n\nYou may.\n"), text);
    assertEquals(text.indexOf("You may."), text.lastIndexOf("You may."));
    assertTrue(text.contains("org.acme:pipe:1.0  Apache-2.0, MIT License\n"), text);
  }

  @Test
  void passesOverOurOwnModules() throws IOException {
    Path jar = library("dev.pipewright", "app", "1.0", LICENSES, Map.of("A.class", ""));
    assertFalse(ThirdPartyNotices.of(List.of(jar)).contains("dev.pipewright"));
  }

  @Test
  void passesOverWhatIsNotFromARepository() throws IOException {
    Path own = Jars.write(repository.resolve("app/target/app-1.jar"), Map.of("A.class", ""));
    assertFalse(ThirdPartyNotices.of(List.of(own)).contains("app-1"));
  }

  @Test
  void failsForALibraryOfUnknownLicense() throws IOException {
    Path jar = library("org.acme", "wire", "1.0", "", Map.of("A.class", ""));
    IOException thrown = assertThrows(IOException.class, () -> ThirdPartyNotices.of(List.of(jar)));
    assertEquals("No license is known of org.acme:wire:1.0", thrown.getMessage());
  }

  @Test
  void takesTextsNotClassesForNotices() {
    assertTrue(ThirdPartyNotices.isNotice("META-INF/NOTICE"));
    assertTrue(ThirdPartyNotices.isNotice("LICENSE-junit.txt"));
    assertFalse(ThirdPartyNotices.isNotice("org/acme/License.class"));
    assertFalse(ThirdPartyNotices.isNotice("org/acme/Wire.class"));
  }

  private Path library(
      String group, String artifact, String version, String inside, Map<String, String> entries)
      throws IOException {
    Path pom = pom(group, artifact, version, inside);
    return Jars.write(pom.resolveSibling(artifact + "-" + version + ".jar"), entries);
  }

  private Path pom(String group, String artifact, String version, String inside)
      throws IOException {
    Path folder = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve(artifact + "-" + version + ".pom"),
        "<project><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</project>"
            .formatted(group, artifact, version, inside));
  }
}
