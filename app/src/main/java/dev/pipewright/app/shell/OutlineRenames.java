package dev.pipewright.app.shell;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.outline.OutlineView;
import dev.pipewright.app.project.ParameterUses;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;

/// Renames in the outline, as on the canvas.
record OutlineRenames(Workbench workbench, PipelineTab tab, PipelineView view)
    implements OutlineView.Renames {

  private static final Texts TEXTS = Texts.of(OutlineRenames.class);

  @Override
  public void node(NodeId node, String name) {
    view.intend(new GraphIntent.Rename(node.value(), name));
  }

  @Override
  public void frame(String id, String title) {
    view.intend(new GraphIntent.RenameFrame(id, title));
  }

  @Override
  public void parameter(String from, String to) {
    Pipeline document = tab.project().document().get();
    if (!RuntimeParameter.isValidName(to)) {
      refuse("outline.bad", to);
    } else if (document.parameter(to).isPresent()) {
      refuse("outline.taken", to);
    } else {
      tab.project().edit(ParameterUses.rename(document, from, to));
    }
  }

  private void refuse(String key, String name) {
    workbench
        .errors()
        .tell(new Notice(TEXTS.get(key, name), "", TEXTS.get(key + ".fix"), "", false));
  }
}
