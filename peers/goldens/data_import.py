"""Makes the goldens of ImportExampleGen: python data_import.py RESOURCES_DIR

Records that parse but are not as TensorFlow writes them (unsorted and repeated keys, unpacked and split lists, two kinds in
a feature, fields of later versions), and what TFX makes of them: parsed, divided and serialized by its own code.
RESOURCES_DIR is engine/data/src/test/resources/dev/pipewright/data/examplegen.
"""
import os
import random
import struct
import sys

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'

import tensorflow as tf
from tfx.components.example_gen import base_example_gen_executor
from tfx.proto import example_gen_pb2

NAMES = ['a', 'b', 'ab', '', 'trip_miles', 'ünï', '\U0001d11e', '\uffee', 'Z']
r = random.Random(7)


def varint(value, wide=False):
  value &= (1 << 64) - 1
  out = b''
  while value > 127:
    out += bytes([value & 127 | 128])
    value >>= 7
  if wide and len(out) < 8:
    return out + bytes([value | 128, 0])
  return out + bytes([value])


def field(number, data):
  return varint(number << 3 | 2) + varint(len(data), r.random() < .05) + data


def unknown():
  if r.random() < .95:
    return b''
  return r.choice([varint(15 << 3) + varint(300), field(9, b'later'), varint(12 << 3 | 5) + b'1234'])


def values(kind):
  out = b''
  for _ in range(r.choice([0, 1, 1, 1, 2, 4])):
    if kind == 1:
      out += field(1, r.randbytes(r.choice([0, 1, 5, 200])))
    elif kind == 2:
      floats = [r.choice([0.0, -1.5, float('nan'), 1e30]) for _ in range(r.choice([0, 1, 3]))]
      if r.random() < .5:
        out += field(1, b''.join(struct.pack('<f', f) for f in floats))
      else:
        out += b''.join(varint(1 << 3 | 5) + struct.pack('<f', f) for f in floats)
    else:
      ints = [r.choice([0, 1, -1, 300, -1 << 63, (1 << 63) - 1]) for _ in range(r.choice([0, 1, 3]))]
      if r.random() < .5:
        out += field(1, b''.join(varint(i, r.random() < .1) for i in ints))
      else:
        out += b''.join(varint(1 << 3) + varint(i) for i in ints)
  return out + unknown()


def feature():
  out = b''
  for _ in range(r.choice([0, 1, 1, 1, 1, 2])):
    kind = r.choice([1, 2, 3])
    out += field(kind, values(kind)) + unknown()
  return out


def entry(value):
  key = field(1, r.choice(NAMES).encode())
  value = b''.join(field(2, value()) for _ in range(r.choice([0, 1, 1, 1, 1, 1, 2])))
  return field(1, key + value if r.random() < .9 else value + key)


def features(value):
  return b''.join(entry(value) for _ in range(r.choice([0, 1, 3, 6]))) + unknown()


def example():
  return b''.join(field(1, features(feature)) for _ in range(r.choice([0, 1, 1, 1, 1, 2]))) + unknown()


def feature_list():
  return b''.join(field(1, feature()) for _ in range(r.choice([0, 1, 3]))) + unknown()


def sequence():
  return example() + b''.join(field(2, features(feature_list)) for _ in range(r.choice([0, 1, 1, 2])))


def write(name, message, make, count, partition=None):
  config = example_gen_pb2.SplitConfig()
  if partition:
    config.partition_feature_name = partition
  raw, lines = [], []
  while len(lines) < count:
    data = make()
    record = message.FromString(data) if message else data
    try:
      split = base_example_gen_executor._PartitionFn(record, 2, [2, 3], config)
    except RuntimeError:
      continue
    raw.append(data)
    written = record.SerializeToString(deterministic=True) if message else record
    lines.append('%s %s\n' % (['train', 'eval'][split], written.hex()))
  with tf.io.TFRecordWriter(os.path.join(sys.argv[1], name + '.tfrecord')) as out:
    for data in raw:
      out.write(data)
  with open(os.path.join(sys.argv[1], name + '.examples'), 'w') as out:
    out.writelines(lines)


write('import', tf.train.Example, example, 150)
write('import_by_b', tf.train.Example, example, 40, 'b')
write('import_sequence', tf.train.SequenceExample, sequence, 60)
write('import_raw', None, lambda: r.randbytes(r.choice([0, 3, 50])), 20)
