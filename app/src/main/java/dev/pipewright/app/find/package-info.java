/// Finds words in a pipeline, and puts others in their place: a `Query` is searched by `Finder` in
/// every `Spot` that has a text, `Replacer` writes there what the parameter takes and says why it
/// does not. `FindViewModel` does so for the project that is shown, `FindView` draws it.
@NullMarked
package dev.pipewright.app.find;

import org.jspecify.annotations.NullMarked;
