/// The looks of Importer: what it brings in, and from where.
@NullMarked
package dev.pipewright.nodes.importer;

import org.jspecify.annotations.NullMarked;
