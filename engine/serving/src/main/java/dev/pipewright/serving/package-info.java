/// Taking models to where they are served: the Pusher component copies a blessed model to a folder
/// that a model server watches.
@NullMarked
package dev.pipewright.serving;

import org.jspecify.annotations.NullMarked;
