/// The looks of ExitHandler: where it notes how runs end.
@NullMarked
package dev.pipewright.nodes.exithandler;

import org.jspecify.annotations.NullMarked;
