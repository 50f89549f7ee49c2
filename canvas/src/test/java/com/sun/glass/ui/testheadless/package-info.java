/// A JavaFX window platform for tests, without a display: `-Dglass.platform=TestHeadless`.
///
/// JavaFX's own headless platform loses modifiers and held buttons, draws no window beyond 1000 x
/// 1000 pixels and knows no drag and drop. This one has a
/// [desktop][com.sun.glass.ui.testheadless.Desktop] that stacks, focuses and blocks windows as a
/// window manager does, and a robot whose mouse and keys reach them as a person's would. It is in
/// this package because JavaFX looks for platforms here, and uses JavaFX's event loop, timers and
/// pixels.
@NullMarked
package com.sun.glass.ui.testheadless;

import org.jspecify.annotations.NullMarked;
