"""Writes the event files of engine/summaries' tests, and what TensorBoard reads in them.

usage: summaries_events.py (in the environment of peers/install.sh)
"""
import os

import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing import event_file_loader
from tensorboard.plugins.histogram import summary_v2 as histograms
from tensorboard.util import tensor_util
from tensorflow.core.framework import summary_pb2
from tensorflow.core.util import event_pb2

OUT = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'engine', 'summaries',
    'src', 'test', 'resources', 'dev', 'pipewright', 'summaries', 'runs')
START = 1700000000
SCALAR = summary_pb2.SummaryMetadata(
    plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name='scalars'))


def version():
  return event_pb2.Event(
      wall_time=START, file_version='brain.Event:2',
      source_metadata=event_pb2.SourceMetadata(
          writer='tensorflow.core.util.events_writer'))


def summary(step, proto):
  return event_pb2.Event(wall_time=START + step / 8, step=step, summary=proto)


def modern():
  """As TensorFlow 2 writes them: tensors in tensor_content."""
  def scalar(step, tag, x):
    s = summary_pb2.Summary()
    v = s.value.add(tag=tag)
    v.tensor.CopyFrom(tf.make_tensor_proto(np.array(x, np.float32)))
    v.tensor.tensor_content = np.array(x, np.float32).tobytes()
    v.tensor.ClearField('float_val')
    v.metadata.plugin_data.plugin_name = 'scalars'
    return summary(step, s)

  def histogram(step, tag, data):
    s = summary_pb2.Summary()
    v = s.value.add(tag=tag)
    v.tensor.CopyFrom(tf.make_tensor_proto(histograms._buckets(
        tf.constant(data, tf.float32)).numpy()))
    v.metadata.plugin_data.plugin_name = 'histograms'
    return summary(step, s)

  keras = summary_pb2.Summary()
  v = keras.value.add(tag='keras')
  v.tensor.CopyFrom(tf.make_tensor_proto('{"a": 1}'))
  v.metadata.plugin_data.plugin_name = 'graph_keras_model'
  v.metadata.plugin_data.content = b'1'
  yield version()
  yield event_pb2.Event(wall_time=START, summary=keras)
  for step in range(4):
    yield scalar(step, 'epoch_loss', 1 / (1 + step))
    yield scalar(step, 'epoch_accuracy', step / 7)
  yield histogram(4, 'weights', [0.1, 0.2, 0.2, 0.7, -3, 12.5])
  yield histogram(5, 'weights', [0.25, 0.25])
  yield histogram(6, 'weights', [])


def old():
  """As TensorFlow 1 writes them, and in every type of number."""
  yield version()
  yield summary(1, summary_pb2.Summary(value=[
      summary_pb2.Summary.Value(tag='loss', simple_value=0.5),
      summary_pb2.Summary.Value(tag='rate', simple_value=-2)]))
  yield summary(2, summary_pb2.Summary(value=[
      summary_pb2.Summary.Value(tag='loss', simple_value=float('nan'))]))
  h = summary_pb2.HistogramProto(
      min=-1.5, max=4, num=6, sum=8, sum_squares=22,
      bucket_limit=[-10, -1, 0, 1, 5, 1.7e308], bucket=[0, 2, 0, 1, 3, 0])
  yield summary(2, summary_pb2.Summary(value=[
      summary_pb2.Summary.Value(tag='activations', histo=h)]))
  for i, dtype in enumerate((np.float64, np.int32, np.int64)):
    yield summary(3 + i, summary_pb2.Summary(value=[summary_pb2.Summary.Value(
        tag='number', tensor=tf.make_tensor_proto(np.array(-7, dtype)),
        metadata=SCALAR if i == 0 else None)]))


for run, events in (('train', modern()), ('old/run', old())):
  folder = os.path.join(OUT, run)
  os.makedirs(folder, exist_ok=True)
  path = os.path.join(folder, f'events.out.tfevents.{START}.host.1.0.v2')
  with tf.io.TFRecordWriter(path) as out:
    for event in events:
      out.write(event.SerializeToString(deterministic=True))

with open(os.path.join(OUT, 'tensorboard.txt'), 'w') as out:
  for run in ('old/run', 'train'):
    lines, plugins = [], {}
    path = os.path.join(OUT, run, f'events.out.tfevents.{START}.host.1.0.v2')
    # The loader turns TensorFlow 1's values into those of TensorFlow 2.
    for e in event_file_loader.EventFileLoader(path).Load():
      for v in e.summary.value:
        plugin = plugins.setdefault(v.tag, v.metadata.plugin_data.plugin_name)
        value = tensor_util.make_ndarray(v.tensor)
        if value.dtype != object:
          numbers = ' '.join(
              repr(float(x)) for x in value.astype(np.float64).ravel())
          lines.append((v.tag, e.step, '\t'.join(
              [run, plugin, v.tag, str(e.step), repr(e.wall_time), numbers])))
    print(*(line for _, _, line in sorted(lines)), sep='\n', file=out)
