#!/bin/sh
# Predicts with our own loading code: predict.sh SAVED_MODEL TFRECORD prints {output: [values]} as JSON.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PIPEWRIGHT_MAIN="$here/Predict.java" exec "$here/../pipewright" "$@"
