/// What the command line draws with: `TextTable`, `Bar` and `Terminal`, plain text with a little
/// colour where a terminal shows it.
@NullMarked
package dev.pipewright.host.terminal;

import org.jspecify.annotations.NullMarked;
