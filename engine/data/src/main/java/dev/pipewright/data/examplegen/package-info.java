/// The components that bring data in, as `CsvExampleGen`. An `ExampleGenConfig` says which files
/// make which splits, a `HashSplit` which examples, both as TFX's ExampleGens have it.
@NullMarked
package dev.pipewright.data.examplegen;

import org.jspecify.annotations.NullMarked;
