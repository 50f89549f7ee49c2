/// Reading of binary formats from files that may be damaged: parts of files (`FileRange`) and
/// blocks in memory (`ByteCursor`), with every length checked.
@NullMarked
package dev.pipewright.data.binary;

import org.jspecify.annotations.NullMarked;
