/// Makes what people install: [Main][dev.pipewright.packaging.Main] lays jars and native libraries
/// out for jpackage ([Staging][dev.pipewright.packaging.Staging]), teaches both executables an AOT
/// cache ([AotTraining][dev.pipewright.packaging.AotTraining]) and wraps the image into the
/// installer of this machine's system ([DebianPackage][dev.pipewright.packaging.DebianPackage] on
/// Linux).
@NullMarked
package dev.pipewright.packaging;

import org.jspecify.annotations.NullMarked;
