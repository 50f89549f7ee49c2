/// Which ports fit each other, and the edits that join them: what a link may be dropped on, what a
/// component can be wired to, how a node is put on a link or taken out without cutting it. `Wiring`
/// answers for one pipeline.
@NullMarked
package dev.pipewright.pipeline.wiring;

import org.jspecify.annotations.NullMarked;
