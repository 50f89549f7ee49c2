#!/bin/sh
# The installed window: how long until its first frame, five times each without and with a project,
# and how much memory it holds over a hundred runs of the penguins. On a machine that does nothing
# else, after `mvn -Ppackage package -pl packaging -am`; needs Xvfb and xdotool.
#   bench/image.sh [RUNS]
cd "$(dirname "$0")/.." || exit 1
image=packaging/target/work/image/Pipewright/bin/Pipewright
work=$(mktemp -d)
cp -r samples/penguins "$work/penguins"
Xvfb :87 -screen 0 1920x1200x24 >/dev/null 2>&1 &
display=$!
export DISPLAY=:87
trap 'kill $window $display 2>/dev/null; rm -rf "$work"' EXIT
sleep 2

start() {
  rm -f "$work/log"
  JAVA_TOOL_OPTIONS="-Duser.home=$work -Dpipewright.settings=$work/settings-$1 -Dpipewright.startup.log=$work/log" \
    $image $2 $3 >"$work/out" 2>&1 &
  window=$!
  until [ -s "$work/log" ]; do sleep 0.05; done
}

resident() {
  awk '/VmRSS/ { printf "%d MB", $2 / 1024 }' "/proc/$window/status"
}

for i in 1 2 3 4 5; do
  start "empty-$i"
  echo "no project: $(cat "$work/log") ms"
  kill $window; wait $window 2>/dev/null
done
for i in 1 2 3 4 5; do
  start "penguins-$i" "$work/penguins/penguins.pipewright"
  echo "penguins: $(cat "$work/log") ms"
  kill $window; wait $window 2>/dev/null
done

start runs --run "$work/penguins/penguins.pipewright"
sleep 20
told() {
  "$(dirname $image)/pipewright" runs "$work/penguins/penguins.pipewright" >"$work/runs"
  echo "$(grep -c complete "$work/runs") runs are done: $(resident)"
}

told
for i in $(seq 2 "${1:-100}"); do
  xdotool key F5
  sleep 2
  case $i in 10 | 50 | 100) told ;; esac
done
