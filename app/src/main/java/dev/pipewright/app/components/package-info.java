/// The components that are installed and how they look: `Components` finds specs, faces and viewers
/// on the class path, `TypeLook` says by which words, colours and shapes people know artifacts.
@NullMarked
package dev.pipewright.app.components;

import org.jspecify.annotations.NullMarked;
