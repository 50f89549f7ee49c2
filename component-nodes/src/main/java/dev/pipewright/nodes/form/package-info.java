/// The form that edits a node's parameters, drawn from its component's spec. `FormViewModel` is a
/// tree of `FormField`s that parse, hold and commit values without a toolkit; `ParameterForm` draws
/// it.
@NullMarked
package dev.pipewright.nodes.form;

import org.jspecify.annotations.NullMarked;
