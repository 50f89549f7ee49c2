package dev.pipewright.host.penguins;

import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.runner.RunHistory;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the newest run under a root left, put so that two runs that did the same are equal: without
/// wall times, ids and the root's own path.
final class RunContent {

  private final Path root;
  private final SortedMap<String, String> content = new TreeMap<>();

  private RunContent(Path root) {
    this.root = root;
  }

  /// By node, output and file, and by node, output and property.
  static SortedMap<String, String> of(Path root) throws IOException {
    RunContent run = new RunContent(root);
    run.read();
    return run.content;
  }

  private void read() throws IOException {
    RunRoot place = new RunRoot(root);
    try (MetadataReader store = MetadataReader.open(place.metadata())) {
      for (var node : RunHistory.runs(place).getFirst().nodes().entrySet()) {
        for (var output : store.outputs(node.getValue().execution()).entrySet()) {
          for (ArtifactRecord artifact : output.getValue()) {
            String name = node.getKey() + "/" + output.getKey();
            files(name, Path.of(artifact.uri()));
            properties(name, artifact);
          }
        }
      }
    }
  }

  private void properties(String name, ArtifactRecord artifact) {
    properties(name, artifact.properties().declared());
    properties(name, artifact.properties().custom());
  }

  private void properties(String name, Map<String, PropertyValue> properties) {
    properties.forEach(
        (key, value) -> {
          boolean isOfThisRunAlone =
              key.startsWith("pushed_")
                  || key.contains("_model")
                  || key.equals("pipewright_fingerprint")
                  || key.equals("pipewright_bytes")
                  || key.equals("pipewright_files");
          if (!isOfThisRunAlone) {
            content.put(name + "#" + key, value.toString());
          }
        });
  }

  private void files(String name, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (path.contains("tfevents")) {
        continue;
      }
      content.put(name + "/" + path, digest(file, path));
    }
    for (var run : EventRuns.open(folder).runs().entrySet()) {
      content.put(name + "/" + run.getKey() + "/scalars", scalars(run.getValue()));
    }
  }

  private String digest(Path file, String path) throws IOException {
    if (path.endsWith(".gz")) {
      return records(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (path.endsWith("eval_config.json")) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.replace(root.toString(), "ROOT").replaceAll("/[0-9]+/", "/ID/");
    }
    return hex(sha256(), bytes);
  }

  private static String records(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (TfRecordReader reader = TfRecordReader.open(file)) {
      while (reader.next()) {
        digest.update(reader.record());
        digest.update((byte) 0);
      }
    }
    return hex(digest, new byte[0]);
  }

  private static String scalars(EventRun run) {
    StringBuilder text = new StringBuilder();
    for (String tag : run.scalarTags()) {
      ScalarSeries series = run.scalars(tag);
      for (int i = 0; i < series.size(); i++) {
        text.append(tag).append(' ').append(series.step(i)).append(' ').append(series.value(i));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String hex(MessageDigest digest, byte[] last) {
    return HexFormat.of().formatHex(digest.digest(last));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
