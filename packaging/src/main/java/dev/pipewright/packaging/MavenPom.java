package dev.pipewright.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A library's POM in a local Maven repository, for what it says of its licenses.
///
/// @param repository the repository's folder
/// @param project the POM's root element
record MavenPom(Path repository, Element project) {
  /// The POM beside a jar.
  ///
  /// @return empty if there is none: the jar was built here
  static Optional<MavenPom> of(Path jar) throws IOException {
    Path folder = jar.toAbsolutePath().getParent();
    Path artifact = folder == null ? null : folder.getParent();
    if (folder == null || artifact == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(artifact.getFileName() + "-" + folder.getFileName() + ".pom");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    MavenPom pom = new MavenPom(folder, read(file));
    int levels = pom.groupId().split("\\.").length + 2;
    Path repository = folder;
    for (int level = 0; level < levels && repository != null; level++) {
      repository = repository.getParent();
    }
    return repository == null
        ? Optional.empty()
        : Optional.of(new MavenPom(repository, pom.project()));
  }

  /// `group:artifact:version`.
  String coordinates() {
    return groupId() + ":" + text(project, "artifactId").orElse("") + ":" + version();
  }

  /// The names of the licenses; a POM without any has its parent's.
  List<String> licenses() throws IOException {
    List<String> names = new ArrayList<>();
    for (Element licenses : children(project, "licenses")) {
      for (Element license : children(licenses, "license")) {
        text(license, "name").ifPresent(name -> names.add(name.replaceAll("\\s+", " ")));
      }
    }
    Optional<MavenPom> parent = names.isEmpty() ? parent() : Optional.empty();
    return parent.isPresent() ? parent.get().licenses() : names;
  }

  private Optional<MavenPom> parent() throws IOException {
    for (Element parent : children(project, "parent")) {
      String group = text(parent, "groupId").orElse("");
      String artifact = text(parent, "artifactId").orElse("");
      String version = text(parent, "version").orElse("");
      Path file =
          repository
              .resolve(group.replace('.', '/'))
              .resolve(artifact)
              .resolve(version)
              .resolve(artifact + "-" + version + ".pom");
      if (Files.exists(file)) {
        return Optional.of(new MavenPom(repository, read(file)));
      }
    }
    return Optional.empty();
  }

  private String groupId() {
    return own("groupId");
  }

  private String version() {
    return own("version");
  }

  private String own(String name) {
    return text(project, name)
        .or(() -> children(project, "parent").stream().findFirst().flatMap(p -> text(p, name)))
        .orElse("");
  }

  private static Optional<String> text(Element element, String name) {
    return children(element, name).stream()
        .findFirst()
        .map(child -> String.valueOf(child.getTextContent()).strip());
  }

  private static List<Element> children(Element element, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element child && child.getTagName().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  private static Element read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not a POM: " + file, e);
    }
  }
}
