#!/bin/sh
# How long a frame takes in a graph of 1,000 nodes and 1,500 links, 1600 by 1000, drawn without a
# graphics card: see CanvasBench. On a machine that does nothing else.
#   bench/canvas.sh
cd "$(dirname "$0")/.." || exit 1
exec mvn -q -pl canvas test-compile exec:exec -Dformat.skip -Dexec.executable=java \
  -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -Xmx2g -Dglass.platform=TestHeadless -Dprism.order=sw \
  -Djavafx.animation.fullspeed=true -cp %classpath dev.pipewright.canvas.CanvasBench"
