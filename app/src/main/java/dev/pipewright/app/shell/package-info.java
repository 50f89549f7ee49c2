/// The window of the workbench. `Workbench` is what it does, without a toolkit's scene: open
/// projects, tabs, panels, the engine; `WorkbenchActions` is the catalog of what a person can do
/// with it; `WorkbenchView` draws it and `WorkbenchWindow` puts it on the screen.
@NullMarked
package dev.pipewright.app.shell;

import org.jspecify.annotations.NullMarked;
