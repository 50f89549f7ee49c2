package dev.pipewright.app.preview;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.canvas.PortSide;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is shown of a place on the canvas.
///
/// @param title what the place is called
/// @param type what goes through it
/// @param doc what it is for, as a sentence, or empty
/// @param artifact what went through it last; null for nothing
/// @param maker which node makes it; null where nothing is linked
record Previewed(
    String title,
    ArtifactType type,
    String doc,
    @Nullable ArtifactRow artifact,
    @Nullable NodeId maker) {

  /// A port: of an output what it made last, of an input what feeds it.
  static Optional<Previewed> of(PortEnd end, RunModel run) {
    NodeId node = new NodeId(end.port().node());
    NodeModel model = run.nodes().get(node);
    String port = end.port().port();
    if (model == null) {
      return Optional.empty();
    }
    boolean isOutput = end.side() == PortSide.OUTPUT;
    List<Source> sources =
        isOutput ? List.of(new Source(node, port)) : model.node().get().inputs(port);
    return (isOutput ? model.spec().output(port) : model.spec().input(port))
        .map(spec -> of(node + "." + port, spec, sources, run));
  }

  /// A link: what went through it last.
  static Optional<Previewed> of(Link link, RunModel run) {
    NodeModel model = run.nodes().get(link.source().node());
    return Optional.ofNullable(model)
        .flatMap(from -> from.spec().output(link.source().port()))
        .map(spec -> of(link.toString(), spec, List.of(link.source()), run));
  }

  private static Previewed of(String title, PortSpec spec, List<Source> sources, RunModel run) {
    Optional<ArtifactRow> made =
        run.artifacts().stream()
            .filter(row -> sources.contains(new Source(row.node(), row.port())))
            .findFirst();
    return new Previewed(
        title,
        made.map(ArtifactRow::type).orElse(spec.type()),
        spec.doc(),
        made.orElse(null),
        sources.isEmpty() ? null : sources.getFirst().node());
  }
}
