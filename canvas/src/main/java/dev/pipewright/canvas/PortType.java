package dev.pipewright.canvas;

/// What goes through a port: told apart by shape and by colour.
///
/// @param name what people call it
/// @param styleClass a style class that sets the looked-up colour `-graph-type`, on ports and links
/// @param shape an SVG path in a box of 12 by 12
public record PortType(String name, String styleClass, String shape) {}
