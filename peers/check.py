"""Opens everything that a run left with the real libraries, and compares.

usage: check.py ROOT CSV [--skip-tfma]
ROOT is a pipeline root that `pipewright run PROJECT --root ROOT` made, CSV the file (or folder of files) that its
CsvExampleGen read. Run it with the Python of the environment that install.sh makes. One line a check; exit 1 when any
failed.

What is compared with what:
  examples     tf.data reads our records; their rows are the CSV's, in TFX's split
  statistics   TFDV's statistics of our records, field by field (sketched histograms within 0.5 % of the rows)
  schema       TFDV's infer_schema and update_schema
  anomalies    TFDV's validate_statistics
  transform    tft.TFTransformOutput's outputs for our raw records against our transformed records (1e-5)
  model        tf.saved_model.load's predictions against those of peers/Predict.java, our own loading code (1e-5)
  evaluation   tfma.load_eval_result, against TFMA's own run over our model and records (1e-4)
  metadata     the ml_metadata client lists artifacts, executions, events and contexts
  event files  TensorBoard's event reader
"""
import argparse
import csv
import glob
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import traceback

os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
import numpy as np
import tensorflow as tf
from google.protobuf import text_format

HERE = os.path.dirname(os.path.abspath(__file__))
failures = []


def check(name):
  """Decorates a check: prints its result, or what went wrong."""
  def run(f):
    try:
      print(f'ok      {name}: {f()}', flush=True)
    except Exception as e:  # the edge of the script: every check is to run
      failures.append(name)
      print(f'FAILED  {name}: {type(e).__name__}: {e}', flush=True)
      if not isinstance(e, AssertionError):
        traceback.print_exc()
    return f
  return run


def newest(*parts):
  """The folder of a node's newest output that holds something."""
  found = [d for d in glob.glob(os.path.join(ROOT, *parts, '*')) if os.path.basename(d).isdigit()]
  assert found, f'nothing at {os.path.join(ROOT, *parts)}'
  return max(found, key=lambda d: int(os.path.basename(d)))


def records(folder, split):
  files = sorted(glob.glob(os.path.join(folder, 'Split-' + split, '*')))
  assert files, f'no files of split {split} in {folder}'
  return [r.numpy() for r in tf.data.TFRecordDataset(files, 'GZIP' if files[0].endswith('.gz') else '')]


def splits(folder):
  return sorted(d[len('Split-'):] for d in os.listdir(folder) if d.startswith('Split-'))


def values(example):
  """An example as {feature: (kind, values)}."""
  out = {}
  for name, feature in example.features.feature.items():
    kind = feature.WhichOneof('kind')
    out[name] = (kind, tuple(getattr(feature, kind).value)) if kind else (None, ())
  return out


def number(cell, to):
  try:
    return to(cell)
  except ValueError:
    return None


def csv_rows(path):
  """The rows of the CSV as TFX reads them: the type of a column is that of all its cells."""
  files = sorted(glob.glob(os.path.join(path, '*'))) if os.path.isdir(path) else [path]
  rows, header = [], None
  for name in files:
    with open(name, newline='') as f:
      header = f.readline().rstrip('\r\n').split(',')
      rows += [r for r in csv.reader(f) if r]
  kinds = []
  for column in range(len(header)):
    cells = [r[column] for r in rows if r[column] != '']
    ints = [number(c, int) for c in cells]
    if all(i is not None and -2**63 <= i < 2**63 for i in ints):
      kinds.append(('int64_list', int))
    elif all(number(c, float) is not None for c in cells) and not any(
        i is not None and not -2**63 <= i < 2**63 for i in ints):
      kinds.append(('float_list', lambda c: float(np.float32(c))))
    else:
      kinds.append(('bytes_list', str.encode))
  for row in rows:
    yield {h: (kind, () if cell == '' else (to(cell),)) for h, (kind, to), cell in zip(header, kinds, row)}


def frozen(row):
  return tuple(sorted((k, kind, tuple('nan' if x != x else x for x in v)) for k, (kind, v) in row.items()))


parser = argparse.ArgumentParser()
parser.add_argument('root')
parser.add_argument('csv')
parser.add_argument('--skip-tfma', action='store_true')
args = parser.parse_args()
ROOT = os.path.abspath(args.root)
EXAMPLES = newest('CsvExampleGen', 'examples')
RAW = {split: records(EXAMPLES, split) for split in splits(EXAMPLES)}


@check('examples')
def _():
  ours = sorted(frozen(values(tf.train.Example.FromString(r))) for rs in RAW.values() for r in rs)
  theirs = sorted(frozen(row) for row in csv_rows(args.csv))
  assert len(ours) == len(theirs), f'{len(ours)} records, {len(theirs)} rows'
  for a, b in zip(ours, theirs):
    assert a == b, f'{a} is not {b}'
  for split, rs in RAW.items():
    for r in rs:
      key = tf.train.Example.FromString(r).SerializeToString(deterministic=True)
      bucket = int.from_bytes(hashlib.sha256(key).digest(), 'big') % 3
      assert split == ('train' if bucket < 2 else 'eval'), f'{r} is in {split}'
  return f'{len(theirs)} rows, ' + ', '.join(f'{len(rs)} {split}' for split, rs in RAW.items())


def compare(ours, theirs, rows, path=''):
  """Compares statistics protos; counts of sketched histograms within 0.5 % of the rows."""
  assert type(ours) is type(theirs), path
  ours_fields = {f.name: v for f, v in ours.ListFields()}
  their_fields = {f.name: v for f, v in theirs.ListFields()}
  assert ours_fields.keys() == their_fields.keys(), (
      f'{path}: fields {sorted(ours_fields)} are not {sorted(their_fields)}')
  for name, a in ours_fields.items():
    b, at = their_fields[name], f'{path}.{name}'
    if name == 'buckets' and hasattr(a[0], 'high_value'):
      compare_histogram(a, b, rows, at)
    elif hasattr(a, 'ListFields'):
      compare(a, b, rows, at)
    elif hasattr(a, '__len__') and not isinstance(a, (str, bytes)):
      assert len(a) == len(b), f'{at}: {len(a)} entries, not {len(b)}'
      for i, (x, y) in enumerate(zip(a, b)):
        if hasattr(x, 'ListFields'):
          compare(x, y, rows, f'{at}[{i}]')
        else:
          assert x == y, f'{at}[{i}]: {x} is not {y}'
    elif isinstance(a, float):
      assert a == b or (a != a and b != b) or math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9), f'{at}: {a} is not {b}'
    else:
      assert a == b, f'{at}: {a!r} is not {b!r}'


def compare_histogram(a, b, rows, at):
  assert len(a) == len(b), f'{at}: {len(a)} buckets, not {len(b)}'
  width = (b[-1].high_value - b[0].low_value) or 1
  for x, y in zip(a, b):
    # Quantile boundaries of a sketch may be any value of nearly the same rank; those of equal-width buckets agree.
    assert abs(x.sample_count - y.sample_count) <= 0.005 * rows + 1, (
        f'{at}: count {x.sample_count} is not {y.sample_count}')
    assert abs(x.high_value - y.high_value) <= 0.02 * width, f'{at}: {x.high_value} is not {y.high_value}'


def tfdv_statistics(split):
  import tensorflow_data_validation as tfdv
  files = os.path.join(EXAMPLES, 'Split-' + split, '*')
  return tfdv.generate_statistics_from_tfrecord(files)


def our_statistics(split):
  from tensorflow_metadata.proto.v0 import statistics_pb2
  with open(os.path.join(newest('StatisticsGen', 'statistics'), 'Split-' + split, 'FeatureStats.pb'), 'rb') as f:
    return statistics_pb2.DatasetFeatureStatisticsList.FromString(f.read())


THEIR_STATS = {}


@check('statistics')
def _():
  for split in RAW:
    THEIR_STATS[split] = tfdv_statistics(split)
    ours, theirs = our_statistics(split).datasets[0], THEIR_STATS[split].datasets[0]
    assert ours.num_examples == theirs.num_examples
    by_path = lambda d: {f.path.step[0]: f for f in d.features}
    a, b = by_path(ours), by_path(theirs)
    assert a.keys() == b.keys(), f'{a.keys()} is not {b.keys()}'
    for name in b:
      compare(a[name], b[name], ours.num_examples, f'{split}:{name}')
  return f'{len(b)} features in {len(RAW)} splits'


@check('schema')
def _():
  import tensorflow_data_validation as tfdv
  from tensorflow_metadata.proto.v0 import schema_pb2
  with open(os.path.join(newest('SchemaGen', 'schema'), 'schema.pbtxt')) as f:
    ours = text_format.Parse(f.read(), schema_pb2.Schema())
  theirs = tfdv.infer_schema(THEIR_STATS['train'], infer_feature_shape=True)
  theirs = tfdv.update_schema(theirs, THEIR_STATS['eval'], infer_feature_shape=True) if 'eval' in THEIR_STATS else theirs
  assert ours == theirs, f'{ours}\nis not\n{theirs}'
  return f'{len(ours.feature)} features'


@check('anomalies')
def _():
  import tensorflow_data_validation as tfdv
  from tensorflow_metadata.proto.v0 import anomalies_pb2
  found = 0
  schema = tfdv.load_schema_text(os.path.join(newest('SchemaGen', 'schema'), 'schema.pbtxt'))
  for split in RAW:
    with open(os.path.join(newest('ExampleValidator', 'anomalies'), 'Split-' + split, 'SchemaDiff.pb'), 'rb') as f:
      ours = anomalies_pb2.Anomalies.FromString(f.read())
    theirs = tfdv.validate_statistics(THEIR_STATS[split], schema)
    assert ours.baseline == theirs.baseline, f'{split}: another baseline'
    assert ours == theirs, f'{split}: {dict(ours.anomaly_info)}\nis not\n{dict(theirs.anomaly_info)}'
    found += len(theirs.anomaly_info)
  return f'{found} found by both'


@check('transform')
def _():
  import tensorflow_transform as tft
  output = tft.TFTransformOutput(newest('Transform', 'transform_graph'))
  layer, spec = output.transform_features_layer(), output.raw_feature_spec()
  folder, worst = newest('Transform', 'transformed_examples'), 0.0
  for split, raw in RAW.items():
    theirs = layer(tf.io.parse_example(raw, spec))
    ours = [values(tf.train.Example.FromString(r)) for r in records(folder, split)]
    assert len(ours) == len(raw), f'{split}: {len(ours)} transformed, {len(raw)} raw'
    assert ours[0].keys() == theirs.keys(), f'{ours[0].keys()} is not {theirs.keys()}'
    for name, tensor in theirs.items():
      a = np.array([row[name][1] for row in ours]).reshape(-1)
      b = tensor.numpy().reshape(-1)
      if b.dtype.kind == 'f':
        worst = max(worst, float(np.max(np.abs(a - b) / np.maximum(1, np.abs(b)))))
      else:
        assert (a == b).all(), f'{split}: {name} differs'
  assert worst < 1e-5, f'differs by {worst}'
  return f'{len(theirs)} outputs, largest difference {worst:.1e}'


@check('model')
def _():
  pushed = newest('Pusher', 'pushed_model')
  model = tf.saved_model.load(pushed)
  raw = RAW['eval'][:500]
  theirs = model.signatures['serving_default'](examples=tf.constant(raw))
  with tempfile.TemporaryDirectory() as d:
    with tf.io.TFRecordWriter(os.path.join(d, 'in')) as w:
      for r in raw:
        w.write(r)
    out = subprocess.run(
        [os.path.join(HERE, 'predict.sh'), pushed, os.path.join(d, 'in')], check=True, capture_output=True, text=True)
  ours = json.loads(out.stdout)
  assert ours.keys() == theirs.keys(), f'{ours.keys()} is not {theirs.keys()}'
  worst = max(float(np.max(np.abs(np.array(ours[k]).reshape(-1) - v.numpy().reshape(-1)))) for k, v in theirs.items())
  assert worst < 1e-5, f'differs by {worst}'
  features = model.signatures['transform_features'](examples=tf.constant(raw))
  return f'{len(raw)} predictions, largest difference {worst:.1e}; transform_features gives {len(features)} features'


@check('evaluation')
def _():
  import tensorflow_model_analysis as tfma
  folder = newest('Evaluator', 'evaluation')
  ours = tfma.load_eval_result(folder)
  assert ours.slicing_metrics, 'no slices'
  validation = tfma.load_validation_result(folder)
  blessing = newest('Evaluator', 'blessing')
  assert validation.validation_ok == os.path.exists(os.path.join(blessing, 'BLESSED'))
  if args.skip_tfma:
    return f'{len(ours.slicing_metrics)} slices load'
  with open(os.path.join(folder, 'eval_config.json')) as f:
    run = json.load(f)
  from google.protobuf import json_format
  from tensorflow_model_analysis.proto import config_pb2
  config = json_format.ParseDict(run['evalConfig'], config_pb2.EvalConfig(), ignore_unknown_fields=True)
  models = [
      tfma.default_eval_shared_model(
          run['modelLocations'][spec.name], model_name=spec.name, eval_config=config,
          tags=[tf.saved_model.SERVING]) for spec in config.model_specs]
  with tempfile.TemporaryDirectory() as d:
    theirs = tfma.run_model_analysis(
        eval_shared_model=models[0] if len(models) == 1 else models, eval_config=config, data_location=os.path.join(EXAMPLES, 'Split-eval', '*'), output_path=d)
  flat = lambda results: {
      (i, key, name): metric['doubleValue'] for i, result in enumerate(results)
      for key, outputs in result.slicing_metrics
      for by_class in outputs.values() for metrics in by_class.values()
      for name, metric in metrics.items() if 'doubleValue' in metric}
  a = flat([tfma.load_eval_result(folder, model_name=spec.name or None) for spec in config.model_specs])
  b = flat(theirs.get_results() if len(models) > 1 else [theirs])
  assert a.keys() == b.keys(), f'{a.keys() ^ b.keys()} in one only'
  worst = max(abs(a[k] - b[k]) for k in a)
  assert worst < 1e-4, f'differs by {worst}: ' + str([(k, a[k], b[k]) for k in a if abs(a[k] - b[k]) >= 1e-4][:3])
  return f'{len(a)} metrics in {len(ours.slicing_metrics)} slices, largest difference {worst:.1e}'


@check('metadata')
def _():
  import ml_metadata as mlmd
  from ml_metadata.proto import metadata_store_pb2
  config = metadata_store_pb2.ConnectionConfig()
  config.sqlite.filename_uri = os.path.join(ROOT, 'metadata.db')
  config.sqlite.connection_mode = metadata_store_pb2.SqliteMetadataSourceConfig.READONLY
  store = mlmd.MetadataStore(config)
  artifacts, executions = store.get_artifacts(), store.get_executions()
  types = {t.id: t.name for t in store.get_artifact_types()}
  events = store.get_events_by_execution_ids([e.id for e in executions])
  for a in artifacts:
    assert os.path.isdir(a.uri), f'{types[a.type_id]} {a.id}: no folder {a.uri}'
  model = next(a for a in artifacts if types[a.type_id] == 'PushedModel')
  lineage, seen = {model.id}, set()
  while lineage:
    found = store.get_events_by_artifact_ids(list(lineage))
    makers = {e.execution_id for e in found if e.type == metadata_store_pb2.Event.OUTPUT}
    inputs = {e.artifact_id for e in store.get_events_by_execution_ids(list(makers))
              if e.type == metadata_store_pb2.Event.INPUT} if makers else set()
    seen |= lineage
    lineage = inputs - seen
  kinds = {types[a.type_id] for a in artifacts if a.id in seen}
  assert {'PushedModel', 'Model', 'TransformGraph', 'Schema', 'Examples'} <= kinds, f'lineage holds only {kinds}'
  return (f'{len(artifacts)} artifacts, {len(executions)} executions, {len(events)} events, '
          f'{len(store.get_contexts())} contexts; the pushed model comes from {sorted(kinds)}')


@check('event files')
def _():
  from tensorboard.backend.event_processing import event_accumulator
  folder, out = newest('Trainer', 'model_run'), []
  for run in sorted({os.path.dirname(p) for p in glob.glob(folder + '/**/events.out.tfevents.*', recursive=True)}):
    reader = event_accumulator.EventAccumulator(run, size_guidance={'tensors': 0})
    reader.Reload()
    tags = reader.Tags()['tensors'] + reader.Tags()['scalars']
    assert tags, f'no tags in {run}'
    for tag in reader.Tags()['tensors']:
      points = [tf.make_ndarray(e.tensor_proto) for e in reader.Tensors(tag)]
      assert points and all(p.dtype.kind == 'O' or np.isfinite(p).all() for p in points), tag
    out.append(f'{os.path.relpath(run, folder)}: {", ".join(tags)}')
  assert out, 'no event files'
  return '; '.join(out)


sys.exit(1 if failures else 0)
