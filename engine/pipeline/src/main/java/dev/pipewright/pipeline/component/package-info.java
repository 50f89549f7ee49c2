/// The component SPI: what a component says of itself (`ComponentSpec`: ports by artifact type,
/// parameters, version) and how it does its work (`Component`, `Executor`, `Execution`). Components
/// are found by `ServiceLoader`; the palette, the forms, the checks and `pipewright describe` are
/// drawn from their specs.
@NullMarked
package dev.pipewright.pipeline.component;

import org.jspecify.annotations.NullMarked;
