/// The words that a person reads: `Texts` finds them in the resource bundle of a package, `Units`
/// writes sizes and durations.
@NullMarked
package dev.pipewright.app.text;

import org.jspecify.annotations.NullMarked;
