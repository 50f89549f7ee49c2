import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// Checks (or with `write` sets) google-java-format on every Java file of the checkout. Files older
/// than the last clean check are passed over. Usage, from the checkout's root: `Format.java check|write`.
class Format {
  private static final Path STAMP = Path.of("target", "format.ok");

  public static void main(String[] args) throws IOException {
    boolean write = args.length > 0 && args[0].equals("write");
    FileTime since = Files.exists(STAMP) ? Files.getLastModifiedTime(STAMP) : FileTime.fromMillis(0);
    FileTime started = FileTime.fromMillis(System.currentTimeMillis());
    List<Path> sources;
    try (Stream<Path> walk = Files.walk(Path.of("."))) {
      sources =
          walk.filter(p -> p.toString().endsWith(".java"))
              .filter(p -> p.toString().replace('\\', '/').contains("/src/"))
              .filter(p -> !p.toString().replace('\\', '/').contains("/target/"))
              .filter(p -> modified(p).compareTo(since) > 0)
              .toList();
    }
    List<Path> wrong = sources.parallelStream().filter(p -> differs(p, write)).sorted().toList();
    if (!write && !wrong.isEmpty()) {
      wrong.forEach(p -> System.err.println("not in google-java-format: " + p));
      System.err.println("Run: mvn -Pformat validate -N");
      System.exit(1);
    }
    Files.createDirectories(STAMP.getParent());
    Files.writeString(STAMP, "");
    Files.setLastModifiedTime(STAMP, started);
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean differs(Path file, boolean write) {
    try {
      String source = Files.readString(file);
      String formatted =
          new Formatter()
              .formatSource(
                  ImportOrderer.reorderImports(
                      RemoveUnusedImports.removeUnusedImports(source),
                      JavaFormatterOptions.Style.GOOGLE));
      if (formatted.equals(source)) {
        return false;
      }
      if (write) {
        Files.writeString(file, formatted);
      }
      return true;
    } catch (FormatterException e) {
      System.err.println(file + ": " + e.getMessage());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
