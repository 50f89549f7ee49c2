/// What runs of a project do and have done: `RunModel` starts and stops them and keeps a
/// `NodeModel` for each node, the log, the progress and the artifacts; it is what the window's
/// views are bound to. Everything public here belongs to the JavaFX thread.
@NullMarked
package dev.pipewright.app.run;

import org.jspecify.annotations.NullMarked;
