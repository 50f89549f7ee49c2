/// How work begins: projects made from templates and tables, files that are dropped on the window,
/// and what can be told of projects without opening them.
@NullMarked
package dev.pipewright.app.start;

import org.jspecify.annotations.NullMarked;
