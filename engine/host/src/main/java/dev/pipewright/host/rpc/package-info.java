/// The engine host: serves `EngineServer` over standard input and output (`EngineHost`), with
/// native code's prints kept out of the protocol (`ProtocolStreams`).
@NullMarked
package dev.pipewright.host.rpc;

import org.jspecify.annotations.NullMarked;
