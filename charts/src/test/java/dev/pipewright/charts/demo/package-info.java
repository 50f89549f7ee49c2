/// A small application that shows every chart, for looking at them and for trying them out.
@NullMarked
package dev.pipewright.charts.demo;

import org.jspecify.annotations.NullMarked;
