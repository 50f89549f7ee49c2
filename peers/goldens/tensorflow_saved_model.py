"""Writes a small Keras model as TFX exports it, and what it answers.

  VENV/bin/python peers/goldens/tensorflow_saved_model.py \
      engine/tensorflow/src/test/resources/dev/pipewright/tensorflow/keras_model

A vocabulary as an asset, a function as signature, a Keras 3 layer's variables: all that the graph
form of TensorFlow 1 does not have.
"""

import os
import shutil
import sys
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf

out = sys.argv[1]
keras.utils.set_random_seed(3)
vocabulary = os.path.join(tempfile.mkdtemp(), "vocab_color")
with open(vocabulary, "w") as file:
  file.write("red\ngreen\nblue\n")

x = keras.Input((2,), name="x")
model = keras.Model(x, keras.layers.Dense(1, activation="sigmoid", name="dense")(x))
model.get_layer("dense").set_weights([np.array([[0.5], [-0.25]], np.float32), np.array([0.125], np.float32)])
table = tf.lookup.StaticHashTable(
    tf.lookup.TextFileInitializer(
        vocabulary, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64,
        tf.lookup.TextFileIndex.LINE_NUMBER), -1)
model.table = table


@tf.function(input_signature=[tf.TensorSpec([None], tf.string, name="color"),
                              tf.TensorSpec([None], tf.float32, name="size")])
def serve(color, size):
  ids = tf.cast(model.table.lookup(color), tf.float32)
  return {"outputs": model(tf.stack([ids, size], axis=1)), "ids": model.table.lookup(color)}


shutil.rmtree(out, ignore_errors=True)
tf.saved_model.save(model, out, signatures={"serving_default": serve})
os.remove(os.path.join(out, "fingerprint.pb"))
answer = tf.saved_model.load(out).signatures["serving_default"](
    color=tf.constant(["blue", "red", "violet"]), size=tf.constant([1.0, 2.0, 3.0]))
print({name: value.numpy().ravel().tolist() for name, value in answer.items()})
