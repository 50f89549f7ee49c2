package dev.pipewright.nodes.transform;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.transform.expression.Operation.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

/// Two lines: features in and out, and what is learned from the data.
final class TransformContent implements FaceContent<MadeTransform> {

  private static final String GRAPH = "transform_graph";

  @Override
  public Set<String> ports() {
    return Set.of(GRAPH);
  }

  @Override
  public MadeTransform read(Map<String, Path> folders) throws IOException {
    return MadeTransform.read(Objects.requireNonNull(folders.get(GRAPH)));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    PlannedTransform planned = PlannedTransform.of(parameters);
    if (planned.outputs() == 0) {
      return FaceParts.line(Texts.text("transform.no-outputs"));
    }
    String learned =
        Stream.of(
                counted("transform.vocabularies", planned.count(Analysis.VOCABULARY)),
                counted("transform.bucketized", planned.count(Analysis.QUANTILES)),
                counted(
                    "transform.scaled",
                    planned.count(Analysis.MOMENTS) + planned.count(Analysis.RANGE)))
            .filter(text -> !text.isEmpty())
            .limit(2)
            .collect(Collectors.joining(" · "));
    return FaceParts.stack(
        FaceParts.line(Texts.text("transform.features", planned.rawFeatures(), planned.outputs())),
        FaceParts.line(learned));
  }

  private static String counted(String key, int count) {
    return count == 0 ? "" : Texts.text(key, count);
  }

  @Override
  public Node made(MadeTransform made, Parameters parameters) {
    String vocabularies =
        made.vocabularies() == 0
            ? ""
            : Texts.text(
                "face.both",
                Texts.text("transform.vocabularies", made.vocabularies()),
                Texts.text("transform.terms", made.terms()));
    return FaceParts.stack(
        FaceParts.line(Texts.text("transform.features", made.rawFeatures(), made.outputs())),
        FaceParts.line(vocabularies));
  }

  @Override
  public FooterNote plannedNote(Parameters parameters) {
    int calls = PlannedTransform.of(parameters).calls();
    return calls == 0 ? FooterNote.NONE : FooterNote.of(Texts.text("transform.ops", calls));
  }
}
