/// What this build is: `Version`.
@NullMarked
package dev.pipewright.host.about;

import org.jspecify.annotations.NullMarked;
