"""Writes what Keras computes for small models, losses, metrics and optimizers.

  VENV/bin/python peers/goldens/keras_reference.py > \
      engine/keras/src/test/resources/dev/pipewright/keras/graph/keras_reference.json
"""

import contextlib
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

with contextlib.redirect_stdout(sys.stderr):
  import keras
  import numpy as np
  import tensorflow as tf
  from keras import layers

keras.utils.set_random_seed(7)
random = np.random.default_rng(7)


def floats(array):
  return [float(v) for v in np.asarray(array, np.float64).ravel()]


def model(classes, activation, hidden="relu"):
  x = keras.Input((3,), name="x")
  c = keras.Input((1,), dtype="int64", name="c")
  k = keras.Input((1,), dtype="int64", name="k")
  m = keras.Input((2,), dtype="int64", name="m")
  normalized = layers.Normalization(
      mean=[0.5, -1.0, 2.0], variance=[1.0, 4.0, 0.25], name="norm")(x)
  embedded = layers.Reshape((2,), name="flat")(
      layers.Embedding(8, 2, name="emb")(c))
  one = layers.CategoryEncoding(num_tokens=4, output_mode="one_hot", name="one")(k)
  multi = layers.CategoryEncoding(num_tokens=3, output_mode="multi_hot", name="multi")(m)
  count = layers.CategoryEncoding(num_tokens=3, output_mode="count", name="count")(m)
  both = layers.Concatenate(name="both")([normalized, embedded, one, multi, count])
  wide = layers.Dense(4, activation=hidden, name="wide",
                      kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.01))(both)
  deep = layers.Dense(4, activation="tanh", use_bias=False,
                      kernel_initializer="he_normal", name="deep")(both)
  sum_ = layers.Add(name="sum")([wide, deep])
  soft = layers.Activation("gelu", name="soft")(layers.Flatten(name="flatten")(sum_))
  dropped = layers.Dropout(0.0, name="dropped")(soft)
  out = layers.Dense(classes, activation=activation, name="out")(dropped)
  return keras.Model([x, c, k, m], out, name="reference")


def batch(rows):
  # Each row of the embedding at most once: for rows looked up twice, Keras's TensorFlow backend
  # squares each part of a sparse gradient by itself, its other backends (and Adam's definition)
  # their sum.
  return {
      "x": random.normal(size=(rows, 3)).astype(np.float32),
      "c": random.permutation(8)[:rows, None],
      "k": random.integers(0, 4, (rows, 1)),
      "m": random.integers(0, 3, (rows, 2)),
  }


def written(inputs):
  return {name: [float(v) for v in value.ravel()] for name, value in inputs.items()}


def weights(m):
  return {v.path: floats(v.numpy()) for v in m.trainable_variables}


def trajectory(name, classes, activation, loss, optimizer, optimizer_json):
  m = model(classes, activation)
  for v in m.trainable_variables:
    v.assign(random.normal(scale=0.5, size=v.shape).astype(np.float32))
  m.compile(optimizer=optimizer, loss=loss)
  start = weights(m)
  batches, losses = [], []
  for _ in range(10):
    inputs = batch(8)
    label = random.integers(0, max(classes, 2), (8, 1))
    if isinstance(loss, keras.losses.MeanAbsoluteError):
      label = random.normal(size=(8, 1)).astype(np.float32)
    forward = floats(m(inputs, training=False))
    losses.append(float(m.train_on_batch(inputs, label)))
    batches.append({"inputs": written(inputs), "label": floats(label), "forward": forward})
  return {
      "name": name,
      "model": json.loads(m.to_json()),
      "loss": {"class_name": type(loss).__name__, "config": loss_config(loss)},
      "optimizer": optimizer_json,
      "start": start,
      "batches": batches,
      "losses": losses,
      "end": weights(m),
  }


def loss_config(loss):
  config = loss.get_config()
  return {"from_logits": config["from_logits"]} if "from_logits" in config else {}


def trajectories():
  yield trajectory(
      "binary, Adam", 1, "sigmoid", keras.losses.BinaryCrossentropy(),
      keras.optimizers.Adam(0.01),
      {"class_name": "Adam", "config": {"learning_rate": 0.01}})
  yield trajectory(
      "sparse, SGD with Nesterov momentum", 3, "softmax",
      keras.losses.SparseCategoricalCrossentropy(),
      keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
      {"class_name": "SGD",
       "config": {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}})
  yield trajectory(
      "sparse logits, SGD with momentum", 3, None,
      keras.losses.SparseCategoricalCrossentropy(from_logits=True),
      keras.optimizers.SGD(0.05, momentum=0.5),
      {"class_name": "SGD", "config": {"learning_rate": 0.05, "momentum": 0.5}})
  yield trajectory(
      "absolute error, SGD", 1, "softplus", keras.losses.MeanAbsoluteError(),
      keras.optimizers.SGD(0.05), {"class_name": "SGD", "config": {"learning_rate": 0.05}})


def losses():
  binary = random.integers(0, 2, (6, 1)).astype(np.float32)
  logits = (random.normal(size=(6, 1)) * 8).astype(np.float32)
  classes = random.integers(0, 3, (6,))
  scores = (random.normal(size=(6, 3)) * 4).astype(np.float32)
  one_hot = np.eye(3, dtype=np.float32)[classes]
  sigmoid = 1 / (1 + np.exp(-logits))
  softmax = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
  weight = random.uniform(0, 2, 6).astype(np.float32)
  cases = [
      (keras.losses.BinaryCrossentropy(), binary, sigmoid),
      (keras.losses.BinaryCrossentropy(from_logits=True), binary, logits),
      (keras.losses.SparseCategoricalCrossentropy(), classes, softmax),
      (keras.losses.SparseCategoricalCrossentropy(from_logits=True), classes, scores),
      (keras.losses.CategoricalCrossentropy(), one_hot, softmax),
      (keras.losses.CategoricalCrossentropy(from_logits=True), one_hot, scores),
      (keras.losses.MeanSquaredError(), one_hot, scores),
      (keras.losses.MeanAbsoluteError(), one_hot, scores),
  ]
  for loss, label, predicted in cases:
    predicted = tf.constant(predicted, tf.float32)
    yield {
        "loss": {"class_name": type(loss).__name__, "config": loss_config(loss)},
        "label": floats(label),
        "predicted": floats(predicted),
        "columns": int(predicted.shape[1]),
        "weight": floats(weight),
        "mean": float(loss(label, predicted)),
        "weighted": float(loss(label, predicted, sample_weight=weight)),
    }


def metrics():
  def two(metric, config, columns, label_of):
    updates = []
    for _ in range(2):
      predicted = random.uniform(0, 1, (50, columns)).astype(np.float32)
      predicted[0, 0], predicted[1, 0] = 0.0, 1.0
      label = label_of(predicted)
      metric.update_state(label, predicted)
      updates.append({"label": floats(label), "predicted": floats(predicted)})
    return {
        "metric": {"class_name": type(metric).__name__, "config": config},
        "columns": columns,
        "updates": updates,
        "result": float(metric.result()),
    }

  def binary(predicted):
    noise = random.normal(scale=0.4, size=predicted.shape)
    return (predicted + noise > 0.5).astype(np.float32)

  def classes(predicted):
    return random.integers(0, predicted.shape[1], (len(predicted),))

  def one_hot(predicted):
    return np.eye(predicted.shape[1], dtype=np.float32)[classes(predicted)]

  def values(predicted):
    return random.normal(size=predicted.shape).astype(np.float32)

  yield two(keras.metrics.AUC(), {}, 1, binary)
  yield two(keras.metrics.AUC(curve="PR"), {"curve": "PR"}, 1, binary)
  yield two(keras.metrics.AUC(num_thresholds=11), {"num_thresholds": 11}, 1, binary)
  yield two(keras.metrics.AUC(from_logits=True), {"from_logits": True}, 1, binary)
  yield two(keras.metrics.BinaryAccuracy(), {}, 1, binary)
  yield two(keras.metrics.BinaryAccuracy(threshold=0.3), {"threshold": 0.3}, 2, binary)
  yield two(keras.metrics.Precision(), {}, 1, binary)
  yield two(keras.metrics.Recall(thresholds=0.7), {"thresholds": 0.7}, 1, binary)
  yield two(keras.metrics.SparseCategoricalAccuracy(), {}, 3, classes)
  yield two(keras.metrics.CategoricalAccuracy(), {}, 3, one_hot)
  yield two(keras.metrics.MeanSquaredError(), {}, 2, values)
  yield two(keras.metrics.MeanAbsoluteError(), {}, 2, values)


def activations():
  x = np.linspace(-6, 6, 25).astype(np.float32)
  names = ["linear", "relu", "relu6", "sigmoid", "tanh", "softmax", "softplus",
           "softsign", "elu", "selu", "gelu", "silu", "exponential"]
  for name in names:
    value = keras.activations.get(name)(tf.constant(x[None]))
    yield {"name": name, "x": floats(x), "y": floats(value)}


json.dump(
    {
        "keras": keras.__version__,
        "trajectories": list(trajectories()),
        "losses": list(losses()),
        "metrics": list(metrics()),
        "activations": list(activations()),
    },
    sys.stdout,
    separators=(",", ":"))
