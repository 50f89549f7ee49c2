/// The looks of Transform: how many features it makes of how many, and what it learns from the
/// data.
@NullMarked
package dev.pipewright.nodes.transform;

import org.jspecify.annotations.NullMarked;
