/// The looks of CsvExampleGen: how many rows each split has, and how many columns there are.
@NullMarked
package dev.pipewright.nodes.csvexamplegen;

import org.jspecify.annotations.NullMarked;
