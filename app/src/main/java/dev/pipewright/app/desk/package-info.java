/// Where tabs are: in groups, which split a window, and windows of their own. [Desks] holds the
/// windows' [Desk]s, each a tree of [Place]s; [DeskLayout] is what is kept of them, in a
/// [LayoutFile]. Nothing here draws.
@NullMarked
package dev.pipewright.app.desk;

import org.jspecify.annotations.NullMarked;
