package dev.pipewright.app.shell;

import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An artifact that a tab shows and that belongs to no open project.
record ViewedOutside(Workbench workbench, Tab.Outside tab) implements ViewerContext {

  @Override
  public Path folder() {
    return tab.folder();
  }

  @Override
  public Focus focus() {
    return tab.focus();
  }

  @Override
  public List<String> path() {
    return List.of(tab.title());
  }

  @Override
  public Optional<Path> related(ArtifactType type) {
    return type.equals(tab.viewer().type()) ? Optional.of(folder()) : Optional.empty();
  }

  @Override
  public void open(Path folder, Focus focus) {
    if (folder.equals(tab.folder())) {
      workbench.opening().view(tab, focus);
    }
  }
}
