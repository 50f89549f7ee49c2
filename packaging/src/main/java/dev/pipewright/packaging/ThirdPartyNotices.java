package dev.pipewright.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The text that names every library in the image with its license, and has the license and notice
/// files that the libraries' jars bring.
final class ThirdPartyNotices {
  private static final String OWN_GROUP = "dev.pipewright:";

  private static final Pattern NOTICE =
      Pattern.compile("(?i)(?:.*/)?(?:LICEN[CS]E|NOTICE|COPYRIGHT|ABOUT)[^/]*");

  private static final Pattern PROGRAM = Pattern.compile(".*\\.(class|java|properties|fxml|css)");

  private final Map<String, String> licenses = new TreeMap<>();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  /// Takes up what jars from a Maven repository say; jars of our own are passed over.
  ///
  /// @throws IOException if a library names no license anywhere
  static String of(List<Path> jars) throws IOException {
    ThirdPartyNotices notices = new ThirdPartyNotices();
    for (Path jar : jars) {
      Optional<MavenPom> pom = MavenPom.of(jar);
      if (pom.isPresent() && !pom.get().coordinates().startsWith(OWN_GROUP)) {
        notices.add(jar, pom.get());
      }
    }
    return notices.text();
  }

  private void add(Path jar, MavenPom pom) throws IOException {
    List<String> own = textsIn(jar);
    String names = String.join(", ", pom.licenses());
    if (names.isEmpty() && own.isEmpty()) {
      throw new IOException("No license is known of " + pom.coordinates());
    }
    licenses.put(pom.coordinates(), names.isEmpty() ? "see its text below" : names);
    for (String text : own) {
      List<String> users = texts.computeIfAbsent(text, unused -> new ArrayList<>());
      if (!users.contains(pom.coordinates())) {
        users.add(pom.coordinates());
      }
    }
  }

  private static List<String> textsIn(Path jar) throws IOException {
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> isNotice(entry.getName())).toList();
      for (ZipEntry entry : entries) {
        try (InputStream content = zip.getInputStream(entry)) {
          found.add(new String(content.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
      }
    }
    return found;
  }

  static boolean isNotice(String entry) {
    return NOTICE.matcher(entry).matches() && !PROGRAM.matcher(entry).matches();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append("Pipewright comes with these libraries:\n\n");
    licenses.forEach(
        (library, names) -> text.append(library).append("  ").append(names).append('\n'));
    text.append("\nIts Java runtime has its licenses in lib/runtime/legal.\n");
    texts.forEach(
        (license, users) ->
            text.append('\n')
                .append("=".repeat(80))
                .append('\n')
                .append(String.join("\n", users))
                .append("\n\n")
                .append(license)
                .append('\n'));
    return text.toString();
  }
}
