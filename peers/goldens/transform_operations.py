"""Makes the goldens of engine/transform: operations over a small table, by the real tf.Transform.

usage: transform_operations.py OUT.json   (engine/transform/src/test/resources/operations.json)
The file has the table, its schema, and for each expression of ours what tf.Transform gives for the
same preprocessing_fn; NaN and infinities are strings.
"""
import json
import math
import random
import sys
import tempfile

import tensorflow as tf
import tensorflow_transform as tft
import tensorflow_transform.beam as tft_beam
from tensorflow_transform.tf_metadata import dataset_metadata, schema_utils

ROWS = 60
random.seed(7)
WORDS = ['cab', 'Taxi', 'bus', 'bus', 'tram', 'Ünder', ' spaced ', 'two\nlines', '']


def row(i):
  return {
      'x': [round(random.gauss(3, 4), 3)],
      'odd': [[float('nan'), float('inf'), -1.5, 0.0, 2.25][i % 5]],
      'maybe': [round(random.expovariate(0.2), 2)] if i % 4 else [],
      'n': [random.randrange(-5, 6)],
      'count': [random.randrange(3)] if i % 3 else [],
      'word': [random.choice(WORDS)] if i % 7 else [],
      'digits': [str(random.randrange(100) / 4)],
      'same': [2.5],
  }


FEATURES = {
    'x': tf.io.FixedLenFeature([1], tf.float32),
    'odd': tf.io.FixedLenFeature([1], tf.float32),
    'maybe': tf.io.VarLenFeature(tf.float32),
    'n': tf.io.FixedLenFeature([1], tf.int64),
    'count': tf.io.VarLenFeature(tf.int64),
    'word': tf.io.VarLenFeature(tf.string),
    'digits': tf.io.FixedLenFeature([1], tf.string),
    'same': tf.io.FixedLenFeature([1], tf.float32),
}


def fill(x, default):
  """TFX's _fill_in_missing."""
  return tf.squeeze(
      tf.sparse.to_dense(
          tf.SparseTensor(x.indices, x.values, [x.dense_shape[0], 1]),
          default), axis=1)


def f32(x):
  return tf.cast(x, tf.float32)


def i64(x):
  return tf.cast(x, tf.int64)


# Each: our expression, and the same with tf and tft.
CASES = [
    ('tft.scale_to_z_score(x)', lambda i: tft.scale_to_z_score(i['x'])),
    ('tft.scale_to_z_score(n)', lambda i: tft.scale_to_z_score(i['n'])),
    ('tft.scale_to_z_score(same)', lambda i: tft.scale_to_z_score(i['same'])),
    ('tft.scale_to_z_score(odd)', lambda i: tft.scale_to_z_score(i['odd'])),
    ('tft.scale_to_z_score(maybe)', lambda i: tft.scale_to_z_score(i['maybe'])),
    ('tft.scale_to_z_score(fill_missing(maybe))',
     lambda i: tft.scale_to_z_score(fill(i['maybe'], 0.))),
    ('tft.scale_to_z_score(tf.math.log1p(fill_missing(maybe, default=1.5)))',
     lambda i: tft.scale_to_z_score(tf.math.log1p(fill(i['maybe'], 1.5)))),
    ('tft.scale_to_0_1(tft.scale_to_z_score(x))',
     lambda i: tft.scale_to_0_1(tft.scale_to_z_score(i['x']))),
    ('tft.scale_to_0_1(n)', lambda i: tft.scale_to_0_1(i['n'])),
    ('tft.scale_to_0_1(same)', lambda i: tft.scale_to_0_1(i['same'])),
    ('tft.scale_by_min_max(x, output_min=-1, output_max=3.5)',
     lambda i: tft.scale_by_min_max(i['x'], output_min=-1, output_max=3.5)),
    ('tft.bucketize(x, num_buckets=4)', lambda i: tft.bucketize(i['x'], 4)),
    ('tft.bucketize(odd, 3)', lambda i: tft.bucketize(i['odd'], 3)),
    ('tft.bucketize(n, 5)', lambda i: tft.bucketize(i['n'], 5)),
    ('tft.bucketize(maybe, 3)', lambda i: tft.bucketize(i['maybe'], 3)),
    ('tft.compute_and_apply_vocabulary(word)',
     lambda i: tft.compute_and_apply_vocabulary(i['word'])),
    ('tft.compute_and_apply_vocabulary(fill_missing(word), top_k=3, num_oov_buckets=4)',
     lambda i: tft.compute_and_apply_vocabulary(
         fill(i['word'], ''), top_k=3, num_oov_buckets=4)),
    ("tft.compute_and_apply_vocabulary(word, frequency_threshold=8, default_value=-7,"
     " vocab_filename='my words!')",
     lambda i: tft.compute_and_apply_vocabulary(
         i['word'], frequency_threshold=8, default_value=-7,
         vocab_filename='my words!')),
    ('tft.compute_and_apply_vocabulary(n, num_oov_buckets=3, top_k=4)',
     lambda i: tft.compute_and_apply_vocabulary(
         i['n'], num_oov_buckets=3, top_k=4)),
    ('tft.hash_strings(digits, 11)', lambda i: tft.hash_strings(i['digits'], 11)),
    ('x - tft.mean(x) / tft.var(x)',
     lambda i: i['x'] - tft.mean(i['x']) / tft.var(i['x'])),
    ('n - tft.min(n) + tft.max(n) * tft.sum(n)',
     lambda i: i['n'] - tft.min(i['n']) + tft.max(i['n']) * tft.sum(i['n'])),
    ('x + tft.min(x) + tft.max(x) + tft.sum(x)',
     lambda i: i['x'] + tft.min(i['x']) + tft.max(i['x']) + tft.sum(i['x'])),
    ('n + tft.size(maybe)', lambda i: i['n'] + tft.size(i['maybe'])),
    ('maybe', lambda i: i['maybe']),
    ('word', lambda i: i['word']),
    ('x', lambda i: i['x']),
    ('fill_missing(count)', lambda i: fill(i['count'], 0)),
    ("fill_missing(word, 'none')", lambda i: fill(i['word'], 'none')),
    ('tf.where(tf.math.is_nan(odd), tf.cast(tf.zeros_like(odd), tf.int64),'
     ' tf.cast(x > odd * 0.2, tf.int64))',
     lambda i: tf.where(
         tf.math.is_nan(i['odd']), tf.cast(tf.zeros_like(i['odd']), tf.int64),
         tf.cast(tf.greater(i['x'], i['odd'] * 0.2), tf.int64))),
    ('-n // 2 + n % 3 * 2 ** 3', lambda i: -i['n'] // 2 + i['n'] % 3 * 2**3),
    ('tf.cast(n / 4, tf.float32)', lambda i: f32(i['n'] / 4)),
    ('x / 2.0 - odd', lambda i: i['x'] / 2.0 - i['odd']),
    ('tf.cast(n >= 0 and not n == 3 or n < -4, tf.int64)',
     lambda i: i64(tf.logical_or(
         tf.logical_and(i['n'] >= 0, tf.logical_not(tf.equal(i['n'], 3))),
         i['n'] < -4))),
    ('tf.clip_by_value(x, 0.5, 4)', lambda i: tf.clip_by_value(i['x'], 0.5, 4)),
    ('tf.maximum(tf.minimum(x, 2), odd)',
     lambda i: tf.maximum(tf.minimum(i['x'], 2), i['odd'])),
    ('tf.round(x) + tf.floor(x) + tf.math.ceil(x) + tf.abs(x) + tf.sign(x)',
     lambda i: tf.round(i['x']) + tf.floor(i['x']) + tf.math.ceil(i['x']) +
     tf.abs(i['x']) + tf.sign(i['x'])),
    ('tf.sqrt(tf.square(x)) + tf.exp(-tf.abs(x)) + tf.math.log(tf.abs(x) + 1)',
     lambda i: tf.sqrt(tf.square(i['x'])) + tf.exp(-tf.abs(i['x'])) +
     tf.math.log(tf.abs(i['x']) + 1)),
    ('tf.sigmoid(x) + tf.tanh(x) + tf.sin(x) + tf.cos(x) + tf.math.expm1(x)',
     lambda i: tf.sigmoid(i['x']) + tf.tanh(i['x']) + tf.sin(i['x']) +
     tf.cos(i['x']) + tf.math.expm1(i['x'])),
    ('tf.math.divide_no_nan(x, tf.cast(n, tf.float32)) + tf.ones_like(x)',
     lambda i: tf.math.divide_no_nan(i['x'], f32(i['n'])) +
     tf.ones_like(i['x'])),
    ('tf.cast(tf.math.is_inf(odd), tf.int64) + tf.cast(tf.math.is_finite(odd), tf.int64) * 2',
     lambda i: i64(tf.math.is_inf(i['odd'])) +
     i64(tf.math.is_finite(i['odd'])) * 2),
    ("tf.strings.join([tf.strings.lower(fill_missing(word)), 'x',"
     " tf.strings.upper(fill_missing(word))], separator='-')",
     lambda i: tf.strings.join(
         [tf.strings.lower(fill(i['word'], '')), 'x',
          tf.strings.upper(fill(i['word'], ''))], separator='-')),
    ('tf.cast(tf.strings.length(tf.strings.strip(fill_missing(word))), tf.int64)',
     lambda i: i64(tf.strings.length(tf.strings.strip(fill(i['word'], ''))))),
    ('tf.strings.to_number(digits) * 2', lambda i: tf.strings.to_number(i['digits']) * 2),
    ('tf.strings.as_string(n) + digits', lambda i: tf.strings.as_string(i['n']) + i['digits']),
    ("tf.strings.regex_replace(digits, '[0-4]', 'a')",
     lambda i: tf.strings.regex_replace(i['digits'], '[0-4]', 'a')),
    ("tf.cast(tf.strings.regex_full_match(digits, '.*5'), tf.int64)",
     lambda i: i64(tf.strings.regex_full_match(i['digits'], '.*5'))),
    ('tf.strings.substr(digits, 1, 2)', lambda i: tf.strings.substr(i['digits'], 1, 2)),
    ('tf.strings.to_hash_bucket_fast(digits, 5)',
     lambda i: tf.strings.to_hash_bucket_fast(i['digits'], 5)),
    ('tf.squeeze(x)', lambda i: tf.squeeze(i['x'], axis=1)),
    ('tf.expand_dims(fill_missing(maybe), -1)',
     lambda i: tf.expand_dims(fill(i['maybe'], 0.), -1)),
    ('tf.one_hot(fill_missing(count), depth=3)',
     lambda i: tf.one_hot(fill(i['count'], 0), depth=3)),
    ("tf.cast(digits == '5.0', tf.float32)",
     lambda i: f32(tf.equal(i['digits'], '5.0'))),
    ('tf.cast(n <= 2 and n != 0, tf.int64)',
     lambda i: i64(tf.logical_and(i['n'] <= 2, tf.not_equal(i['n'], 0)))),
    ('tf.identity(n)', lambda i: tf.identity(i['n'])),
]


def preprocessing_fn(inputs):
  return {f'out_{k:02d}': case[1](inputs) for k, case in enumerate(CASES)}


def plain(value):
  if isinstance(value, bytes):
    return value.decode()
  if hasattr(value, 'tolist'):
    value = value.tolist()
  if isinstance(value, (list, tuple)):
    return [plain(v) for v in value]
  if isinstance(value, float) and not math.isfinite(value):
    return str(value)
  return value


def main(out):
  rows = [row(i) for i in range(ROWS)]
  metadata = dataset_metadata.DatasetMetadata(
      schema_utils.schema_from_feature_spec(FEATURES))
  raw = [{k: v for k, v in r.items()} for r in rows]
  with tft_beam.Context(temp_dir=tempfile.mkdtemp(), force_tf_compat_v1=False):
    (data, transformed_metadata), transform_fn = (
        (raw, metadata) | tft_beam.AnalyzeAndTransformDataset(preprocessing_fn))
    folder = tempfile.mkdtemp()
    _ = transform_fn | tft_beam.WriteTransformFn(folder)
  output = tft.TFTransformOutput(folder)
  names = ['vocab_compute_and_apply_vocabulary_vocabulary',
           'vocab_compute_and_apply_vocabulary_1_vocabulary',
           'my words!', 'vocab_compute_and_apply_vocabulary_3_vocabulary']
  golden = {
      'rows': [{k: plain(v) for k, v in r.items()} for r in rows],
      'cases': [{'expression': case[0],
                 'values': [plain(d[f'out_{k:02d}']) for d in data]}
                for k, case in enumerate(CASES)],
      'vocabularies': {n: [t.decode() for t in output.vocabulary_by_name(n)]
                       for n in names},
      'schema': str(output.transformed_metadata.schema),
      'raw_schema': str(metadata.schema),
  }
  text = json.dumps(golden, indent=1, ensure_ascii=False)
  # A row a line.
  import re
  text = re.sub(r'\[\s+((?:[^\[\]{}]|\\.)*?)\s+\]',
                lambda m: '[' + re.sub(r'\s*\n\s*', ' ', m.group(1)) + ']', text)
  with open(out, 'w') as file:
    file.write(text + '\n')


main(sys.argv[1])
