#!/bin/sh
# The whole window on the penguins with the real engine: memory over a hundred runs, and how long a
# frame takes while a training streams its metrics; see WorkbenchBench. On a machine that does
# nothing else, after `mvn -DskipTests install`.
#   bench/workbench.sh
cd "$(dirname "$0")/.." || exit 1
exec mvn -q -pl app test-compile exec:exec -Dformat.skip -Dexec.executable=java \
  -Dexec.classpathScope=test -Dexec.workingdir="$PWD/app" -Dexec.args="--enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xmx1g -Dglass.platform=TestHeadless \
  -Dprism.order=sw -Djavafx.animation.fullspeed=true -cp %classpath \
  dev.pipewright.app.shell.WorkbenchBench"
