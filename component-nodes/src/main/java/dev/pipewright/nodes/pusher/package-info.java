/// The looks of Pusher: where models go, and which version was pushed last.
@NullMarked
package dev.pipewright.nodes.pusher;

import org.jspecify.annotations.NullMarked;
