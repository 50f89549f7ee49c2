/// Tests of user interfaces, for every module: [FxToolkit][dev.pipewright.testing.FxToolkit] starts
/// JavaFX once, [Fx][dev.pipewright.testing.Fx] hops onto its thread and waits for it,
/// [Hands][dev.pipewright.testing.Hands] use mouse and keyboard as a person does,
/// [Screens][dev.pipewright.testing.Screens] take pictures and
/// [Leaks][dev.pipewright.testing.Leaks] checks that what was closed can be collected.
@NullMarked
package dev.pipewright.testing;

import org.jspecify.annotations.NullMarked;
