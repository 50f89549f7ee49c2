/// What the workbench remembers from one start to the next: where its window stands, which panels
/// are open, recent files, and what a person has chosen. `Settings` is the value, `SettingsFile`
/// keeps it in the user's configuration folder, `Preferences` are what can be chosen.
@NullMarked
package dev.pipewright.app.settings;

import org.jspecify.annotations.NullMarked;
