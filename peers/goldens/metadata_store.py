"""Makes a metadata store with the ml_metadata client and dumps it as SQL, times as 0.

Usage: metadata_store.py > engine/metadata/src/test/resources/dev/pipewright/metadata/client.sql
"""

import os
import sqlite3
import tempfile

from google.protobuf import struct_pb2
from ml_metadata.metadata_store import metadata_store
from ml_metadata.proto import metadata_store_pb2 as mlmd

TIMES = {
    'create_time_since_epoch', 'last_update_time_since_epoch',
    'milliseconds_since_epoch',
}


def connect(path):
  config = mlmd.ConnectionConfig()
  config.sqlite.filename_uri = path
  config.sqlite.connection_mode = mlmd.SqliteMetadataSourceConfig.READWRITE_OPENCREATE
  return metadata_store.MetadataStore(config)


def event(kind, *slots):
  result = mlmd.Event(type=kind)
  for key, index in slots:
    result.path.steps.add().key = key
    result.path.steps.add().index = index
  return result


def fill(store):
  """Three nodes as TFX records them, and a property of every type."""
  context_types = [
      store.put_context_type(mlmd.ContextType(name=name))
      for name in ('pipeline', 'pipeline_run', 'node')
  ]
  gen = store.put_execution_type(mlmd.ExecutionType(
      name='tfx.components.example_gen.csv_example_gen.component.CsvExampleGen'))
  examples = store.put_artifact_type(mlmd.ArtifactType(
      name='Examples', base_type=mlmd.ArtifactType.DATASET,
      properties={'span': mlmd.INT, 'split_names': mlmd.STRING, 'version': mlmd.INT}))
  statistics_gen = store.put_execution_type(mlmd.ExecutionType(
      name='tfx.components.statistics_gen.component.StatisticsGen',
      base_type=mlmd.ExecutionType.PROCESS))
  statistics = store.put_artifact_type(mlmd.ArtifactType(
      name='ExampleStatistics', base_type=mlmd.ArtifactType.STATISTICS,
      properties={'span': mlmd.INT, 'split_names': mlmd.STRING}))
  every = store.put_artifact_type(mlmd.ArtifactType(
      name='Every', properties={
          'an_int': mlmd.INT, 'a_double': mlmd.DOUBLE, 'a_string': mlmd.STRING,
          'a_struct': mlmd.STRUCT, 'a_proto': mlmd.PROTO, 'a_bool': mlmd.BOOLEAN,
      }))

  pipeline, run = store.put_contexts([
      mlmd.Context(type_id=context_types[0], name='taxi'),
      mlmd.Context(type_id=context_types[1], name='first'),
  ])
  store.put_parent_contexts([mlmd.ParentContext(child_id=run, parent_id=pipeline)])

  def contexts(node):
    return [
        mlmd.Context(type_id=context_types[0], name='taxi'),
        mlmd.Context(type_id=context_types[1], name='first'),
        mlmd.Context(type_id=context_types[2], name='taxi.' + node),
    ]

  def put(execution, pairs, node):
    return store.put_execution(
        execution, pairs, contexts(node), reuse_context_if_already_exist=True)

  # CsvExampleGen: started, then ended.
  execution = mlmd.Execution(
      type_id=gen, name='gen-1', last_known_state=mlmd.Execution.RUNNING)
  execution.custom_properties['input_base'].string_value = '/data'
  execution.custom_properties['output_file_format'].int_value = 5
  execution.id, _, _ = put(execution, [], 'CsvExampleGen')
  execution.last_known_state = mlmd.Execution.COMPLETE
  execution.custom_properties['span'].int_value = 0
  artifact = mlmd.Artifact(
      type_id=examples, uri='/root/CsvExampleGen/examples/1', state=mlmd.Artifact.LIVE)
  artifact.properties['split_names'].string_value = '["train", "eval"]'
  artifact.custom_properties['span'].int_value = 0
  artifact.custom_properties['is_external'].int_value = 0
  _, [artifact.id], _ = put(
      execution, [(artifact, event(mlmd.Event.OUTPUT, ('examples', 0)))],
      'CsvExampleGen')

  # StatisticsGen: at once, with its input linked twice and two artifacts in an output.
  execution = mlmd.Execution(
      type_id=statistics_gen, name='statistics-1',
      last_known_state=mlmd.Execution.COMPLETE)
  execution.custom_properties['cache_key'].string_value = 'k1'
  outputs = [
      mlmd.Artifact(type_id=statistics, uri=f'/root/StatisticsGen/statistics/2/{i}',
                    state=mlmd.Artifact.LIVE) for i in range(2)
  ]
  for output in outputs:
    output.properties['span'].int_value = 3
    output.custom_properties['sample_rate_by_split'].struct_value['train'] = 0.5
  _, [_, *output_ids], _ = put(
      execution,
      [(artifact, event(mlmd.Event.INPUT, ('examples', 0), ('baseline', 0)))] + [
          (output, event(mlmd.Event.OUTPUT, ('statistics', i)))
          for i, output in enumerate(outputs)
      ], 'StatisticsGen')
  outputs[0].id, outputs[1].id = output_ids

  # StatisticsGen again, from the cache.
  execution = mlmd.Execution(
      type_id=statistics_gen, name='statistics-2',
      last_known_state=mlmd.Execution.CACHED)
  execution.custom_properties['cache_key'].string_value = 'k1'
  put(execution, [(artifact, event(mlmd.Event.INPUT, ('examples', 0)))] + [
      (output, event(mlmd.Event.OUTPUT, ('statistics', i)))
      for i, output in enumerate(outputs)
  ], 'StatisticsGen')

  # An artifact with every type of property, of an execution that failed.
  output = mlmd.Artifact(
      type_id=every, uri='/root/every', state=mlmd.Artifact.ABANDONED)
  for properties in (output.properties, output.custom_properties):
    properties['an_int'].int_value = -(1 << 62)
    properties['a_double'].double_value = 0.1
    properties['a_string'].string_value = "l'été\n\U0001f600"
    properties['a_struct'].struct_value.update({'list': [1, None, True, 'x']})
    properties['a_proto'].proto_value.Pack(struct_pb2.Value(string_value='in a box'))
    properties['a_bool'].bool_value = True
  put(mlmd.Execution(type_id=gen, name='gen-2', last_known_state=mlmd.Execution.FAILED),
      [(output, event(mlmd.Event.OUTPUT, ('every', 0)))], 'CsvExampleGen')


def dump(path):
  """The statements that make the store's tables and rows, in a fixed order."""
  database = sqlite3.connect(path)
  made = database.execute(
      "SELECT type, name, sql FROM sqlite_master"
      " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid").fetchall()
  for _, _, sql in made:
    print(sql + ';')
  # The client attributes from a hash set: the ids of attributions vary.
  database.execute(
      'CREATE TEMP VIEW Numbered AS SELECT row_number() OVER'
      ' (ORDER BY context_id, artifact_id) AS id, context_id, artifact_id FROM Attribution')
  for table in sorted(name for kind, name, _ in made if kind == 'table'):
    columns = [row[1] for row in database.execute(f'PRAGMA table_info({table})')]
    values = " || ', ' || ".join(
        "'0'" if column in TIMES else f'quote(`{column}`)' for column in columns)
    source = 'Numbered' if table == 'Attribution' else table
    # The steps of a path have no order but that of their rows.
    order = 'rowid' if table == 'EventPath' else ', '.join('123'[:len(columns)])
    for (row,) in database.execute(
        f'SELECT {values} FROM (SELECT * FROM {source} ORDER BY {order})'):
      print(f'INSERT INTO {table} VALUES ({row});')


def main():
  with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'metadata.db')
    fill(connect(path))
    dump(path)


if __name__ == '__main__':
  main()
