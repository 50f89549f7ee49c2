/// The first tour: `TourView` points at one thing of the window after the other, and goes on when a
/// person has done what a step asks for.
@NullMarked
package dev.pipewright.app.tour;

import org.jspecify.annotations.NullMarked;
