package dev.pipewright.app.start;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.data.starter.RowsFile;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.runner.root.PipelineRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a file or folder is that a person drops on the window.
public sealed interface Arrival {

  /// The files that TFMA writes beside `eval_config.json`.
  Pattern EVALUATION = Pattern.compile("(metrics|plots|attributions|validations)\\b.*tfrecord.*");

  /// Tables, which may be compressed.
  Pattern TABLE = Pattern.compile("[^.].*\\.csv(\\.(gz|zst))?", Pattern.CASE_INSENSITIVE);

  /// A project.
  record Project(Path file) implements Arrival {}

  /// A table in a CSV file.
  record Csv(Path file) implements Arrival {}

  /// Rows in a file of another format.
  record Rows(RowsFile file) implements Arrival {}

  /// An artifact, or a part of one.
  ///
  /// @param type what it is
  /// @param folder the artifact's folder, as viewers take it
  /// @param name what to call it
  record Artifact(ArtifactType type, Path folder, String name) implements Arrival {}

  /// A pipeline root that TFX made, or its metadata store.
  record Root(PipelineRoot root) implements Arrival {}

  /// Something that nothing here can show.
  record Unknown(Path path) implements Arrival {}

  /// What these are; a folder of CSV files is all of them. Looks at files: not for the JavaFX
  /// thread.
  static Stream<Arrival> of(Path path) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isDirectory(path)) {
      return Stream.of(file(path, name));
    }
    List<Path> files = list(path);
    if (has(files, "metadata.db"::equals)) {
      return root(path);
    }
    if (has(files, each -> each.equals("saved_model.pb"))) {
      return Stream.of(model(path));
    }
    if (has(files, each -> each.contains("tfevents"))) {
      return Stream.of(new Artifact(ArtifactType.MODEL_RUN, path, name));
    }
    if (isEvaluation(files)) {
      return Stream.of(new Artifact(ArtifactType.MODEL_EVALUATION, path, name));
    }
    if (has(files, "transform_fn"::equals)) {
      return Stream.of(new Artifact(ArtifactType.TRANSFORM_GRAPH, path, name));
    }
    if (has(files, "FeatureStats.pb"::equals)) {
      return Stream.of(new Artifact(ArtifactType.EXAMPLE_STATISTICS, path, name));
    }
    if (has(files, "SchemaDiff.pb"::equals)) {
      return Stream.of(new Artifact(ArtifactType.EXAMPLE_ANOMALIES, path, name));
    }
    if (has(files, each -> each.equals("BLESSED") || each.equals("NOT_BLESSED"))) {
      return Stream.of(new Artifact(ArtifactType.MODEL_BLESSING, path, name));
    }
    if (has(files, "schema.pbtxt"::equals)) {
      return Stream.of(new Artifact(ArtifactType.SCHEMA, path, name));
    }
    if (has(files, "Format-Serving"::equals)) {
      return Stream.of(new Artifact(ArtifactType.MODEL, path, name));
    }
    if (files.stream().anyMatch(each -> isSplit(each))) {
      return Stream.of(split(files, path, name));
    }
    List<Path> tables =
        files.stream().filter(each -> isCsv(String.valueOf(each.getFileName()))).toList();
    if (!tables.isEmpty()) {
      return tables.stream().map(Csv::new);
    }
    boolean hasRuns =
        files.stream()
            .filter(Files::isDirectory)
            .anyMatch(each -> has(list(each), child -> child.contains("tfevents")));
    return hasRuns ? Stream.of(new Artifact(ArtifactType.MODEL_RUN, path, name)) : root(path);
  }

  private static Stream<Arrival> root(Path path) {
    return Stream.of(
        PipelineRoot.at(path).<Arrival>map(Root::new).orElseGet(() -> new Unknown(path)));
  }

  private static Arrival file(Path file, String name) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.endsWith(ProjectFile.EXTENSION)) {
      return new Project(file);
    }
    if (isCsv(name)) {
      return new Csv(file);
    }
    Optional<RowsFile> rows = RowsFile.of(file).filter(each -> Files.isRegularFile(file));
    if (rows.isPresent()) {
      return new Rows(rows.get());
    }
    if (plain.equals("schema.pbtxt")) {
      return new Artifact(ArtifactType.SCHEMA, folder, name);
    }
    if (plain.equals("featurestats.pb")) {
      return inSplit(file, ArtifactType.EXAMPLE_STATISTICS);
    }
    if (plain.equals("schemadiff.pb")) {
      return inSplit(file, ArtifactType.EXAMPLE_ANOMALIES);
    }
    if (plain.equals("blessed") || plain.equals("not_blessed")) {
      return new Artifact(ArtifactType.MODEL_BLESSING, folder, name);
    }
    boolean isResult = plain.equals("eval_config.json") || EVALUATION.matcher(plain).matches();
    if (isResult && Files.isRegularFile(file) && isEvaluation(list(folder))) {
      return new Artifact(
          ArtifactType.MODEL_EVALUATION, folder, String.valueOf(folder.getFileName()));
    }
    if (plain.equals("saved_model.pb")) {
      return model(folder);
    }
    if (plain.contains("tfevents")) {
      return new Artifact(ArtifactType.MODEL_RUN, folder, name);
    }
    boolean isRecords = plain.contains("tfrecord") || isSplit(folder) && plain.endsWith(".gz");
    return isRecords && Files.isRegularFile(file)
        ? inSplit(file, ArtifactType.EXAMPLES)
        : PipelineRoot.at(file).<Arrival>map(Root::new).orElseGet(() -> new Unknown(file));
  }

  /// Viewers take the folder of an artifact's splits. A file that stands alone is linked to from
  /// such a folder, which ends with the program.
  private static Arrival inSplit(Path file, ArtifactType type) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    String name = String.valueOf(file.getFileName());
    Path above = folder.getParent();
    if (isSplit(folder) && above != null) {
      return new Artifact(type, above, name);
    }
    try {
      Path made = Files.createTempDirectory("pipewright");
      Path split = Files.createDirectory(made.resolve("Split-file"));
      Path link = Files.createSymbolicLink(split.resolve(name), file.toAbsolutePath());
      Stream.of(made, split, link).forEach(each -> each.toFile().deleteOnExit());
      return new Artifact(type, made, name);
    } catch (IOException | UnsupportedOperationException e) {
      Texts texts = Texts.of(Arrival.class);
      String reason = e instanceof IOException io ? FileTrouble.reason(io) : e.toString();
      throw new EnvironmentException(
          texts.get("arrival.link", reason), Location.of(file), texts.get("arrival.link.fix"), e);
    }
  }

  private static Arrival split(List<Path> files, Path path, String name) {
    List<Path> inside =
        files.stream().filter(Arrival::isSplit).flatMap(each -> list(each).stream()).toList();
    if (has(inside, "FeatureStats.pb"::equals)) {
      return new Artifact(ArtifactType.EXAMPLE_STATISTICS, path, name);
    }
    boolean isAnomalies = has(inside, "SchemaDiff.pb"::equals);
    return new Artifact(
        isAnomalies ? ArtifactType.EXAMPLE_ANOMALIES : ArtifactType.EXAMPLES, path, name);
  }

  private static Arrival model(Path folder) {
    Path name = folder.getFileName();
    Path above = folder.getParent();
    if (name != null && name.toString().equals("transform_fn") && above != null) {
      return new Artifact(ArtifactType.TRANSFORM_GRAPH, above, String.valueOf(above.getFileName()));
    }
    return name != null && name.toString().equals("Format-Serving") && above != null
        ? new Artifact(ArtifactType.MODEL, above, String.valueOf(above.getFileName()))
        : new Artifact(ArtifactType.PUSHED_MODEL, folder, String.valueOf(name));
  }

  private static boolean isEvaluation(List<Path> files) {
    return has(files, each -> each.startsWith("metrics") && each.contains("tfrecord"))
        || has(files, "eval_config.json"::equals);
  }

  private static boolean isCsv(String name) {
    return TABLE.matcher(name).matches();
  }

  private static boolean isSplit(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith("Split-");
  }

  private static boolean has(List<Path> files, Predicate<String> isIt) {
    return files.stream().anyMatch(file -> isIt.test(String.valueOf(file.getFileName())));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      Texts texts = Texts.of(Arrival.class);
      throw new EnvironmentException(
          texts.get("arrival.unreadable", FileTrouble.reason(e)),
          Location.of(folder),
          texts.get("arrival.unreadable.fix"),
          e);
    }
  }
}
