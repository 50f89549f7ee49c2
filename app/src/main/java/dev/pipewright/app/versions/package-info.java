/// What a pipeline was like before: `VersionKeeper` keeps a version of a project at each save and,
/// while it is edited, now and then; `VersionsView` lists them, compares them with what is there
/// now, and brings one back. They lie in the workbench's own folder, never beside the project.
@NullMarked
package dev.pipewright.app.versions;

import org.jspecify.annotations.NullMarked;
