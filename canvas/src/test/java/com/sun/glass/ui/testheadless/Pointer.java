package com.sun.glass.ui.testheadless;

/// Where the mouse is on the screen.
record Pointer(int x, int y) {}
