/// What goes wrong and was not expected: `ErrorReporter` takes errors of any thread and keeps them
/// as `Notice`s, which `NoticesView` shows until they are closed. Nothing is swallowed.
@NullMarked
package dev.pipewright.app.error;

import org.jspecify.annotations.NullMarked;
