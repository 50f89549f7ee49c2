/// What the workbench and the engine host say to each other: JSON-RPC 2.0 over the host's standard
/// input and output, framed as a language server frames it. `EngineServer` is what the host
/// answers, `EngineClient` what it tells; the records are their messages. `RunRequest` is cancelled
/// by cancelling its future, which sends `$/cancelRequest`.
@NullMarked
package dev.pipewright.protocol;

import org.jspecify.annotations.NullMarked;
