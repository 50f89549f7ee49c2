package dev.pipewright.nodes.examplevalidator;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.SplitsText;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;

/// A pill: how many anomalies, or that there are none.
final class AnomaliesContent implements FaceContent<FoundAnomalies> {

  private static final String ANOMALIES = "anomalies";

  @Override
  public Set<String> ports() {
    return Set.of(ANOMALIES);
  }

  @Override
  public FoundAnomalies read(Map<String, Path> folders) throws IOException {
    return FoundAnomalies.read(Objects.requireNonNull(folders.get(ANOMALIES)));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    return FaceParts.line(SplitsText.of(parameters));
  }

  @Override
  public Node made(FoundAnomalies found, Parameters parameters) {
    return found.count() == 0
        ? FaceParts.pill(Texts.text("anomalies.none"), FaceParts.Tone.SUCCESS)
        : FaceParts.withTip(
            FaceParts.pill(Texts.text("anomalies.count", found.count()), FaceParts.Tone.WARNING),
            found.lines());
  }

  @Override
  public FooterNote madeNote(NodeId node, FoundAnomalies found, Parameters parameters) {
    return found.count() == 0
        ? FooterNote.NONE
        : FooterNote.link(
            Texts.text("anomalies.review"), new NodeRequest.OpenOutput(node, ANOMALIES));
  }
}
