/// JSON (RFC 8259): single texts as `JsonValue`s, and files of JSON lines as batches of examples
/// (`JsonBlocks`).
@NullMarked
package dev.pipewright.data.json;

import org.jspecify.annotations.NullMarked;
