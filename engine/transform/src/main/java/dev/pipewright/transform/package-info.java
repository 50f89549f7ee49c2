/// The Transform component: outputs written as expressions (`expression`), analyzed over a split
/// and compiled to a graph (`graph`), in TFX's artifacts. Training and evaluation read the result
/// through `TransformGraphArtifact`.
@NullMarked
package dev.pipewright.transform;

import org.jspecify.annotations.NullMarked;
