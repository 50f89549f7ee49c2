/// Pictures of the canvas as files: `ExportCard` asks what is to be in one, and writes it.
@NullMarked
package dev.pipewright.app.export;

import org.jspecify.annotations.NullMarked;
