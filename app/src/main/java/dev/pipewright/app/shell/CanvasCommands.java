package dev.pipewright.app.shell;

import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.function.Consumer;

/// What the workbench asks of the canvas that shows a project.
interface CanvasCommands {

  /// Where no canvas is shown, nothing happens.
  CanvasCommands NONE =
      new CanvasCommands() {
        @Override
        public void look(Look how) {}

        @Override
        public CanvasLook look() {
          return CanvasLook.NONE;
        }

        @Override
        public void look(CanvasLook how) {}

        @Override
        public void add(String component) {}

        @Override
        public void edit(Consumer<PipelineView> work) {}

        @Override
        public boolean dragOver(ComponentSpec spec, double sceneX, double sceneY) {
          return false;
        }

        @Override
        public void reveal(NodeId node) {}

        @Override
        public void reveal(NodeId node, String field) {}

        @Override
        public void inspect() {}

        @Override
        public void commit() {}

        @Override
        public void showLog(NodeId node) {}

        @Override
        public void showProblems() {}
      };

  /// Ways to look at a pipeline.
  enum Look {
    /// Larger.
    IN,
    /// Smaller.
    OUT,
    /// As large as it is.
    FULL_SIZE,
    /// All of it.
    FIT,
    /// What is selected.
    SELECTION
  }

  /// Looks at the pipeline in another way.
  void look(Look how);

  /// How it is looked at now.
  CanvasLook look();

  /// Looks at the pipeline as it was looked at elsewhere.
  void look(CanvasLook how);

  /// Adds a component: beside the selected node, or in the middle of what is seen.
  void add(String component);

  /// Does something with the canvas.
  void edit(Consumer<PipelineView> work);

  /// Shows where a component would come to stand that is dragged there, in the scene.
  ///
  /// @return whether the canvas is there
  boolean dragOver(ComponentSpec spec, double sceneX, double sceneY);

  /// Selects a node and brings it into view.
  void reveal(NodeId node);

  /// Selects a node, brings it into view, and puts the keys in a field of its parameters.
  ///
  /// @param field as problems name it; empty for none in particular
  void reveal(NodeId node, String field);

  /// Puts the keys in the inspector's first field.
  void inspect();

  /// Takes what is being typed in a field of the inspector, as leaving the field does.
  void commit();

  /// Shows the lines of a node in the log.
  void showLog(NodeId node);

  /// Shows the list of problems.
  void showProblems();
}
