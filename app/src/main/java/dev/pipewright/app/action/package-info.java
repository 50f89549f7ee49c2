/// What a person can do in the workbench. An `Action` has a name, an icon, a shortcut and a rule
/// for when it can be done; the `ActionCatalog` holds all of them, and menus, toolbar, tips and the
/// command search are drawn from it by `ActionControls`.
@NullMarked
package dev.pipewright.app.action;

import org.jspecify.annotations.NullMarked;
