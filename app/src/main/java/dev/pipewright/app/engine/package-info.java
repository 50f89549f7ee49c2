/// The engine host as a child process: `Engine` starts it when it is first needed, talks to it,
/// says how it is and why it ended, and starts another. `EngineStarter` is how one is started;
/// everything a window shows of the host is in `EngineState`.
@NullMarked
package dev.pipewright.app.engine;

import org.jspecify.annotations.NullMarked;
