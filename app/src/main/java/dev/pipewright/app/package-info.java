/// The workbench: `Main` starts it, `WorkbenchApp` is its life from the first window to the last.
@NullMarked
package dev.pipewright.app;

import org.jspecify.annotations.NullMarked;
