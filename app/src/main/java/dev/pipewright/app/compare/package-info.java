/// Two versions of a pipeline beside each other: `DiffWords` says in a line what differs,
/// `CompareView` draws both as one graph with what was added, removed and changed, and lists it.
@NullMarked
package dev.pipewright.app.compare;

import org.jspecify.annotations.NullMarked;
