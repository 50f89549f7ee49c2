/// How the workbench gets from one thread to another: `FxExecutor` is the one hop onto the JavaFX
/// thread, and starts what must not run on it.
@NullMarked
package dev.pipewright.app.thread;

import org.jspecify.annotations.NullMarked;
