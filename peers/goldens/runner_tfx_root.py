"""Runs two small pipelines with TFX into one metadata store: what a pipeline root looks like that TFX made.

Usage: runner_tfx_root.py engine/runner/src/test/resources/dev/pipewright/runner/root

Writes metadata.sql (the store as SQL, the root's folder as /tfx/root), metadata-6.sql (the same as ML Metadata 1.0 had
it), and the root's small files. The pipeline `rows` runs
three times: all of it; with all but two nodes cached and the model of the first run resolved as a baseline; and with a
node that fails. `other` runs once. Component functions are not those of any installed library.
"""

import os
import shutil
import sqlite3
import sys
import tempfile

from ml_metadata.metadata_store import metadata_store
from ml_metadata.proto import metadata_store_pb2 as mlmd
from tfx import v1 as tfx
from tfx.dsl.components.common import resolver
from tfx.dsl.input_resolution.strategies import latest_artifact_strategy
from tfx.types import channel
from tfx.types import standard_artifacts


@tfx.dsl.components.component
def Fitter(
    examples: tfx.dsl.components.InputArtifact[standard_artifacts.Examples],
    model: tfx.dsl.components.OutputArtifact[standard_artifacts.Model],
    rounds: tfx.dsl.components.Parameter[int] = 3,
    breaks: tfx.dsl.components.Parameter[int] = 0):
  if breaks:
    raise ValueError('the fit went to infinity')
  with open(os.path.join(model.uri, 'weights.txt'), 'w') as f:
    f.write('%d\n' % rounds)


@tfx.dsl.components.component
def Comparer(
    model: tfx.dsl.components.InputArtifact[standard_artifacts.Model],
    verdict: tfx.dsl.components.OutputArtifact[standard_artifacts.ModelBlessing],
    baseline: tfx.dsl.components.InputArtifact[standard_artifacts.Model] = None,
    salt: tfx.dsl.components.Parameter[str] = ''):
  with open(os.path.join(verdict.uri, 'BLESSED'), 'w'):
    pass


def components(data, breaks=0, salt=''):
  gen = tfx.components.CsvExampleGen(input_base=data)
  statistics = tfx.components.StatisticsGen(examples=gen.outputs['examples'])
  schema = tfx.components.SchemaGen(statistics=statistics.outputs['statistics'])
  fitter = Fitter(examples=gen.outputs['examples'], rounds=3, breaks=breaks)
  latest = resolver.Resolver(
      strategy_class=latest_artifact_strategy.LatestArtifactStrategy,
      model=channel.Channel(type=standard_artifacts.Model)).with_id('latest_model')
  comparer = Comparer(
      model=fitter.outputs['model'], baseline=latest.outputs['model'], salt=salt)
  return [gen, statistics, schema, latest, fitter, comparer]


def run(root, name, nodes):
  pipeline = tfx.dsl.Pipeline(
      pipeline_name=name, pipeline_root=os.path.join(root, 'pipelines', name), components=nodes,
      enable_cache=True,
      metadata_connection_config=tfx.orchestration.metadata.sqlite_metadata_connection_config(
          os.path.join(root, 'metadata.db')))
  tfx.orchestration.LocalDagRunner().run(pipeline)


def dump(root, file):
  with sqlite3.connect(os.path.join(root, 'metadata.db')) as store, open(file, 'w') as out:
    for line in store.iterdump():
      out.write(line.replace(root, '/tfx/root') + '\n')


def main(target):
  root = tempfile.mkdtemp()
  data = os.path.join(root, 'data')
  os.mkdir(data)
  with open(os.path.join(data, 'rows.csv'), 'w') as f:
    f.write('id,fare,paid\n')
    for i in range(60):
      f.write('%d,%.1f,%s\n' % (i, i * 0.5, 'cash' if i % 3 else 'card'))
  run(root, 'rows', components(data))
  run(root, 'rows', components(data, salt='again'))
  try:
    run(root, 'rows', components(data, breaks=1))
  except Exception as e:  # The pipeline's own failure, whatever TFX wraps it in.
    print('failed as it should:', e)
  run(root, 'other', components(data)[:2])
  shutil.rmtree(target, ignore_errors=True)
  os.makedirs(target)
  dump(root, os.path.join(target, 'metadata.sql'))
  config = mlmd.ConnectionConfig()
  config.sqlite.filename_uri = os.path.join(root, 'metadata.db')
  metadata_store.downgrade_schema(config, 6)
  dump(root, os.path.join(target, 'metadata-6.sql'))
  shutil.copytree(os.path.join(root, 'pipelines', 'rows'), os.path.join(target, 'pipelines', 'rows'),
                  ignore=shutil.ignore_patterns('.system'))
  for folder, _, files in os.walk(root):
    for name in files:
      print(os.path.getsize(os.path.join(folder, name)), os.path.join(folder, name))


if __name__ == '__main__':
  main(sys.argv[1])
