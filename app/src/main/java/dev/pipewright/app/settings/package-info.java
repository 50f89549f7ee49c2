/// What the workbench remembers from one start to the next: where its window stands, which panels
/// are open, the theme, recent files. `Settings` is the value, `SettingsFile` keeps it in the
/// user's configuration folder.
@NullMarked
package dev.pipewright.app.settings;

import org.jspecify.annotations.NullMarked;
