/// The settings on the screen: `SettingsPage` draws what `Preferences` hold, a row each, and the
/// keys of all actions, to be searched and changed. What is chosen holds at once.
@NullMarked
package dev.pipewright.app.preferences;

import org.jspecify.annotations.NullMarked;
