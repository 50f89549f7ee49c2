/// Pipeline roots that are looked at and not worked on: TFX's, or those whose project is not there.
/// [OpenRoot] is one in a tab, [RootBar] what stands above it, [EditableCopy] the way out.
@NullMarked
package dev.pipewright.app.root;

import org.jspecify.annotations.NullMarked;
