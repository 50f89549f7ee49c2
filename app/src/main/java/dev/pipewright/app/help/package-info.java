/// Help: a page for every component and every type of artifact, drawn from the components' specs,
/// the guide's texts, and the keys. All pages are Markdown; `Library` finds them by `Topic`,
/// `HelpPage` shows them.
@NullMarked
package dev.pipewright.app.help;

import org.jspecify.annotations.NullMarked;
