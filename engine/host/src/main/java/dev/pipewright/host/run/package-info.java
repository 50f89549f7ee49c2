/// Runs as the command line and the JSON-RPC host share them: `ProjectRun` makes a plan of a
/// request and runs it, `EventMessages` puts what happens into the protocol's words.
@NullMarked
package dev.pipewright.host.run;

import org.jspecify.annotations.NullMarked;
