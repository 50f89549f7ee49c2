/// Artifacts as tables in the terminal: a `View` a kind of artifact, told apart by the files it
/// finds.
@NullMarked
package dev.pipewright.host.show;

import org.jspecify.annotations.NullMarked;
