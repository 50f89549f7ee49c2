/// The open document: `Projects` opens, makes and recovers projects, `Project` is one of them with
/// its history of edits, its file and what is wrong with it. What is not saved is kept in a
/// recovery file while it is edited. No class here knows of windows or of runs.
@NullMarked
package dev.pipewright.app.project;

import org.jspecify.annotations.NullMarked;
