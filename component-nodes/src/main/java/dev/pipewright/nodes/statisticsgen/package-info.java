/// The looks of StatisticsGen: histograms of the features whose distributions tell the most.
@NullMarked
package dev.pipewright.nodes.statisticsgen;

import org.jspecify.annotations.NullMarked;
