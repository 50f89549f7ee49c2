/// Code in a field: `CodeField` is a text control that colours what is typed by its `CodeLanguage`,
/// line by line as they are seen, underlines what cannot be read, and marks the bracket that
/// belongs to the one at the caret. Lexers and checks know no toolkit.
@NullMarked
package dev.pipewright.nodes.code;

import org.jspecify.annotations.NullMarked;
