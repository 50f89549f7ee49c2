/// The `pipewright` command line (`Main`) and the engine host that serves JSON-RPC (`pipewright
/// engine`). Both run the same engine: what a command does is in `command`, what it draws with in
/// `terminal`.
@NullMarked
package dev.pipewright.host;

import org.jspecify.annotations.NullMarked;
