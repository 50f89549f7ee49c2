package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {

  @Test
  void leadToFilesThatAreThere(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a b.csv"), "x");
    Path note = folder.resolve("p.pipewright");
    assertEquals(Optional.of(file), Addresses.file(file.toUri().toString(), null));
    assertEquals(Optional.of(file), Addresses.file(file.toString(), null));
    assertEquals(Optional.of(file), Addresses.file("a b.csv", note));
    assertEquals(Optional.empty(), Addresses.file("a b.csv", null));
    assertEquals(Optional.empty(), Addresses.file("none.csv", note));
    assertEquals(Optional.empty(), Addresses.file("https://example.org/a", note));
    assertEquals(Optional.empty(), Addresses.file("file:not absolute", note));
  }

  @Test
  void eachSystemShowsFilesInItsOwnWay(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "x");
    assertEquals(List.of("xdg-open", folder.toString()), FileManager.command("Linux", file));
    assertEquals(List.of("xdg-open", folder.toString()), FileManager.command("Linux", folder));
    assertEquals(List.of("open", "-R", file.toString()), FileManager.command("Mac OS X", file));
    assertEquals(
        List.of("explorer.exe", "/select," + file), FileManager.command("Windows 11", file));
  }
}
