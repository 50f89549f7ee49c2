package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.transform.TransformGraphArtifact;
import dev.pipewright.transform.TransformedFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A transform: what it makes out of what, and its vocabularies.
public final class TransformGraphViewer implements ArtifactViewer {

  private static final int VALUES_SHOWN = 20;

  /// What is shown of a transform.
  ///
  /// @param rawFeatures how many features it takes
  record Summary(int rawFeatures, List<Output> outputs, List<Vocabulary> vocabularies) {
    Summary {
      outputs = List.copyOf(outputs);
      vocabularies = List.copyOf(vocabularies);
    }
  }

  /// An output.
  ///
  /// @param range the values that a categorical one takes, or empty
  /// @param from the raw features that it depends on
  record Output(String name, String type, String range, List<String> from) {}

  /// A vocabulary.
  ///
  /// @param first its first values
  record Vocabulary(String name, long size, List<String> first) {}

  /// For `ServiceLoader`.
  public TransformGraphViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.TRANSFORM_GRAPH;
  }

  @Override
  public String icon() {
    return "mdi2s-shuffle-variant";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, TransformGraphViewer::read, TransformGraphViewer::content);
  }

  static Summary read(Path folder) throws IOException {
    TransformGraphArtifact artifact = TransformGraphArtifact.open(folder);
    List<Output> outputs = new ArrayList<>();
    for (TransformedFeature feature : artifact.features()) {
      outputs.add(
          new Output(
              feature.name(),
              feature.type().toString(),
              feature.range() == null
                  ? ""
                  : Messages.text("range", feature.range().min(), feature.range().max()),
              List.copyOf(artifact.rawFeaturesOf(Set.of(feature.name())))));
    }
    List<Vocabulary> vocabularies = new ArrayList<>();
    for (var vocabulary : artifact.vocabularies().entrySet()) {
      vocabularies.add(vocabulary(vocabulary.getKey(), vocabulary.getValue()));
    }
    return new Summary(artifact.rawFeatures().size(), outputs, vocabularies);
  }

  private static Vocabulary vocabulary(String name, Path file) throws IOException {
    long size = 0;
    List<String> first = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (size++ < VALUES_SHOWN) {
          first.add(line);
        }
      }
    }
    return new Vocabulary(name, size, List.copyOf(first));
  }

  static Region content(Summary transform) {
    DataTable<Output> outputs =
        new DataTable<Output>(Messages.text("outputs"))
            .text(Messages.text("output.name"), 220, Output::name)
            .code(Messages.text("type"), 140, Output::type)
            .code(Messages.text("range.title"), 120, Output::range)
            .text(Messages.text("from"), 300, o -> String.join(", ", o.from()))
            .wideLast();
    outputs.getItems().setAll(transform.outputs());
    Region left =
        Bars.column(
            outputs,
            Bars.head(Messages.text("outputs"), transform.outputs().size()),
            outputs,
            Bars.foot(Bars.muted(Messages.text("transform.raw", transform.rawFeatures()))));
    if (transform.vocabularies().isEmpty()) {
      return left;
    }
    DataTable<Vocabulary> vocabularies =
        new DataTable<Vocabulary>(Messages.text("vocabularies"))
            .text(Messages.text("name"), 280, Vocabulary::name)
            .number(
                Messages.text("values"),
                80,
                v -> (double) v.size(),
                n -> Messages.count(n.longValue()))
            .text(
                Messages.text("values.first"),
                240,
                v -> String.join(", ", v.first()) + (v.size() > v.first().size() ? ", …" : ""))
            .wideLast();
    vocabularies.getItems().setAll(transform.vocabularies());
    SplitPane split =
        new SplitPane(
            left,
            Bars.column(
                vocabularies,
                Bars.head(Messages.text("vocabularies"), transform.vocabularies().size()),
                vocabularies));
    split.setDividerPositions(0.6);
    return split;
  }
}
