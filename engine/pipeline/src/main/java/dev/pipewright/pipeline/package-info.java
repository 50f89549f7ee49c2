/// The project document.
@NullMarked
package dev.pipewright.pipeline;

import org.jspecify.annotations.NullMarked;
