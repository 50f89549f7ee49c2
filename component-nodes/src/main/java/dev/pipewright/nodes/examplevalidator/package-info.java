/// The looks of ExampleValidator: how many anomalies there are, and which.
@NullMarked
package dev.pipewright.nodes.examplevalidator;

import org.jspecify.annotations.NullMarked;
