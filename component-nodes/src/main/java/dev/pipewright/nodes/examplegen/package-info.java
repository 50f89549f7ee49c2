/// The looks of the ExampleGens: how many rows each split has, and how many columns there are.
@NullMarked
package dev.pipewright.nodes.examplegen;

import org.jspecify.annotations.NullMarked;
