/// The looks of Resolver: which model it looks for, and which run made the one it found.
@NullMarked
package dev.pipewright.nodes.resolver;

import org.jspecify.annotations.NullMarked;
