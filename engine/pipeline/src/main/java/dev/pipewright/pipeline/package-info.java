/// The project document: `Pipeline` is an immutable value of nodes, their parameters and links;
/// every change is an `Edit` that knows its inverse. What goes wrong for a user is an
/// `EngineException`. Sub-packages hold the component SPI, the checks and the project file.
@NullMarked
package dev.pipewright.pipeline;

import org.jspecify.annotations.NullMarked;
