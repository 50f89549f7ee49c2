/// The looks of ExampleValidator and DistributionValidator: how many anomalies there are, and
/// which.
@NullMarked
package dev.pipewright.nodes.examplevalidator;

import org.jspecify.annotations.NullMarked;
