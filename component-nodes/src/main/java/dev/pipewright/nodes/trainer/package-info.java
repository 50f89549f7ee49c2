/// The looks of Trainer: the loss as it falls, live while it trains and from the event files
/// afterwards, and how far it is.
@NullMarked
package dev.pipewright.nodes.trainer;

import org.jspecify.annotations.NullMarked;
