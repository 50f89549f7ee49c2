"""Opens a metadata store with the ml_metadata client and lists what is in it.

Usage: check_metadata.py METADATA_DB

One line an artifact, an execution, an event and a context. The exit code is 1 if the client cannot
open the store, an event names what is not there, or its path does not lead to an input or output.
"""

import sys

from ml_metadata.metadata_store import metadata_store
from ml_metadata.proto import metadata_store_pb2 as mlmd


def properties(record):
  return {
      name: getattr(value, value.WhichOneof('value'))
      for group in (record.properties, record.custom_properties)
      for name, value in sorted(group.items())
  }


def check(path):
  """Prints the store's records and returns what is wrong with them."""
  config = mlmd.ConnectionConfig()
  config.sqlite.filename_uri = path
  config.sqlite.connection_mode = mlmd.SqliteMetadataSourceConfig.READONLY
  store = metadata_store.MetadataStore(config)
  problems = []

  artifacts = {a.id: a for a in store.get_artifacts()}
  for a in artifacts.values():
    print(f'artifact {a.id} {a.type} {mlmd.Artifact.State.Name(a.state)} {a.uri} {properties(a)}')
  executions = {e.id: e for e in store.get_executions()}
  for e in executions.values():
    name = mlmd.Execution.State.Name(e.last_known_state)
    print(f'execution {e.id} {e.type} {name} {e.name} {properties(e)}')

  events = store.get_events_by_execution_ids(list(executions)) if executions else []
  for event in events:
    steps = [getattr(step, step.WhichOneof('value')) for step in event.path.steps]
    print(f'event {event.execution_id} {mlmd.Event.Type.Name(event.type)} '
          f'{event.artifact_id} {steps}')
    if event.artifact_id not in artifacts:
      problems.append(f'event of execution {event.execution_id}: no artifact {event.artifact_id}')
    kinds = [step.WhichOneof('value') for step in event.path.steps]
    if not kinds or kinds != ['key', 'index'] * (len(kinds) // 2):
      problems.append(f'event of execution {event.execution_id}: path {kinds}')

  for context in store.get_contexts():
    members = [e.id for e in store.get_executions_by_context(context.id)]
    held = [a.id for a in store.get_artifacts_by_context(context.id)]
    parents = [c.name for c in store.get_parent_contexts_by_context(context.id)]
    print(f'context {context.id} {context.type} {context.name} '
          f'executions {members} artifacts {held} within {parents}')
    if set(members) - set(executions) or set(held) - set(artifacts):
      problems.append(f'context {context.id}: members that are not there')
  return problems


def main():
  if len(sys.argv) != 2:
    print(__doc__, file=sys.stderr)
    return 2
  try:
    problems = check(sys.argv[1])
  except Exception as e:  # The client's errors have no common base.
    problems = [f'{type(e).__name__}: {e}']
  for problem in problems:
    print('WRONG', problem)
  return 1 if problems else 0


if __name__ == '__main__':
  sys.exit(main())
