/// The commands of `pipewright`, a class each; `Pipewright` is the one above them all. Commands
/// throw `EngineException` for what the user can mend; `Pipewright` prints it and picks the exit
/// code.
@NullMarked
package dev.pipewright.host.command;

import org.jspecify.annotations.NullMarked;
