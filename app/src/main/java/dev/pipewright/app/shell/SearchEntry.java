package dev.pipewright.app.shell;

/// Something that the command search finds.
///
/// @param name what people call it
/// @param kind what sort of thing it is, in a word
/// @param icon as Ikonli names it
/// @param styleClass of its icon
/// @param hint what stands at the right, as its shortcut
/// @param work does it, or goes there
record SearchEntry(
    String name, String kind, String icon, String styleClass, String hint, Runnable work) {}
