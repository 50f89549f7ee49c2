package dev.pipewright.app.shell;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// An artifact of a project that a tab shows.
record ViewedArtifact(Workbench workbench, Tab.Viewer tab) implements ViewerContext {

  @Override
  public Path folder() {
    return tab.artifact().folder();
  }

  @Override
  public Focus focus() {
    return tab.focus();
  }

  @Override
  public Optional<NodeModel> maker() {
    return Optional.ofNullable(tab.pipeline().run().nodes().get(tab.artifact().node()));
  }

  @Override
  public List<String> path() {
    return List.of(tab.pipeline().project().document().get().name(), tab.artifact().node().value());
  }

  @Override
  public int run() {
    return tab.artifact().run();
  }

  @Override
  public Optional<Path> base() {
    return Optional.ofNullable(tab.pipeline().project().file().get()).map(Path::getParent);
  }

  @Override
  public Optional<Path> related(ArtifactType type) {
    if (type.equals(tab.artifact().type())) {
      return Optional.of(folder());
    }
    List<NodeId> maker = List.of(tab.artifact().node());
    Topology topology = new Topology(tab.pipeline().project().document().get());
    return Stream.concat(
            topology.withUpstream(maker).stream(), topology.withDownstream(maker).stream())
        .flatMap(node -> made(node, type))
        .map(ArtifactRow::folder)
        .findFirst();
  }

  private Stream<ArtifactRow> made(NodeId node, ArtifactType type) {
    return rows().filter(row -> row.node().equals(node) && row.type().equals(type));
  }

  private Stream<ArtifactRow> rows() {
    return tab.pipeline().run().artifacts().stream();
  }

  @Override
  public void open(Path folder, Focus focus) {
    Stream.concat(Stream.of(tab.artifact()), rows())
        .filter(row -> row.folder().equals(folder))
        .findFirst()
        .ifPresent(row -> workbench.opening().view(tab.pipeline(), row, focus));
  }

  @Override
  public void reveal() {
    if (maker().isPresent()) {
      workbench.opening().bringForward(tab.pipeline());
      tab.pipeline().canvas().reveal(Objects.requireNonNull(tab.artifact().node()));
    }
  }
}
