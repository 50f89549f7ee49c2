package dev.pipewright.canvas;

import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Where a node from outside would come to stand if it were dropped now.
///
/// @param place its left top corner, on the grid, in document pixels
/// @param link the link that it would be put into; null for none
/// @param wire the link that would be made with a port near by; null for none, and where `link` is
///   not null
/// @param frame the frame that it would be in; null for none
public record DropSpot(
    Point2D place,
    @Nullable String link,
    GraphIntent.@Nullable Connect wire,
    @Nullable String frame) {}
