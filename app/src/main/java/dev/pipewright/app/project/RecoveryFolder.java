package dev.pipewright.app.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where unsaved documents are kept: a file each, which names the process that edits it. A file
/// whose process is gone is what a crash or a kill has left.
final class RecoveryFolder {

  private static final String EXTENSION = ".recovery";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  RecoveryFolder(Path folder) {
    this.folder = folder;
  }

  /// A place for a document; nothing is there yet.
  Path newStore() {
    return folder.resolve(UUID.randomUUID() + EXTENSION);
  }

  Path path() {
    return folder;
  }

  /// Keeps a document.
  void write(Path store, Recovery.Unsaved unsaved) throws IOException {
    Path project = unsaved.project();
    ObjectNode json = JSON.createObjectNode();
    json.put("project", project == null ? null : project.toString());
    json.put("base", unsaved.base());
    json.put("name", unsaved.document().name());
    json.put("process", ProcessHandle.current().pid());
    json.put("started", started(ProcessHandle.current()));
    json.put("time", Instant.now().toString());
    json.put("saved", text(unsaved.saved()));
    json.put("text", text(unsaved.document()));
    Files.createDirectories(folder);
    WholeFile.write(store, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
  }

  private static String text(Pipeline document) {
    return new String(ProjectFile.format(document), StandardCharsets.UTF_8);
  }

  /// Gives what cannot be read another name, so that it is not offered again.
  ///
  /// @return where it is now
  Path setAside(Path store) throws IOException {
    return Files.move(store, store.resolveSibling(store.getFileName() + ".damaged"));
  }

  void delete(Path store) throws IOException {
    Files.deleteIfExists(store);
  }

  /// What processes that are gone have left, the newest first. What cannot be read is left where it
  /// is: the offer must not stand in the way of a start.
  List<Recovered> left() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Recovered> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(EXTENSION)).sorted().toList()) {
        read(file).ifPresent(left::add);
      }
    }
    left.sort(Comparator.comparing(Recovered::time).reversed());
    return left;
  }

  private static Optional<Recovered> read(Path file) throws IOException {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      if (isAlive(json.path("process").asLong(), json.path("started").asLong())) {
        return Optional.empty();
      }
      String project = json.path("project").textValue();
      return Optional.of(
          new Recovered(
              project == null ? null : Path.of(project),
              json.path("name").asText(),
              Instant.parse(json.path("time").asText()),
              json.path("saved").asText(),
              json.path("text").asText(),
              json.path("base").asText(),
              file));
    } catch (JsonProcessingException | java.time.format.DateTimeParseException e) {
      System.getLogger(RecoveryFolder.class.getName())
          .log(System.Logger.Level.WARNING, "not a recovery file: {0}: {1}", file, e);
      return Optional.empty();
    }
  }

  /// A process of the same number may be another one.
  private static boolean isAlive(long pid, long started) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process) == started)
        .isPresent();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
