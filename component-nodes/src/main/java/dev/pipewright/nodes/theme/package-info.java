/// The looks of Pipewright: `Theme` puts fonts, colours and the shapes of controls on a scene,
/// light or dark. Colours are looked up by role (`-color-…`, light.css and dark.css); no Java code
/// names one.
@NullMarked
package dev.pipewright.nodes.theme;

import org.jspecify.annotations.NullMarked;
