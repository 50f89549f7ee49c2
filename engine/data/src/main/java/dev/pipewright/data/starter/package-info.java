/// From a CSV file to a pipeline that works: `Table` tells what is in the columns, and `Draft` is
/// the pipeline for it, down to a trained model when it is said which column shall be predicted.
/// Nothing here loads TensorFlow.
@NullMarked
package dev.pipewright.data.starter;

import org.jspecify.annotations.NullMarked;
