package dev.pipewright.app.shell;

import dev.pipewright.pipeline.NodeId;

/// What the workbench asks of the canvas that shows a project.
interface CanvasCommands {

  /// Where no canvas is shown, nothing happens.
  CanvasCommands NONE =
      new CanvasCommands() {
        @Override
        public void look(Look how) {}

        @Override
        public void add(String component) {}

        @Override
        public void deleteSelection() {}

        @Override
        public void selectAll() {}

        @Override
        public void arrange() {}

        @Override
        public void reveal(NodeId node) {}

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

  /// Adds a component in the middle of what is seen.
  void add(String component);

  /// Deletes what is selected.
  void deleteSelection();

  /// Selects all nodes.
  void selectAll();

  /// Places all nodes anew.
  void arrange();

  /// Selects a node and brings it into view.
  void reveal(NodeId node);

  /// Shows the lines of a node in the log.
  void showLog(NodeId node);

  /// Shows the list of problems.
  void showProblems();
}
