"""Lists every field and enum value of the upstream protos that engine/protos has.

Usage: protos_fields.py > engine/protos/src/test/resources/dev/pipewright/protos/fields.txt
"""

import importlib
import os
import sys
import sysconfig
import types

from google.protobuf import any_pb2, descriptor_pb2, struct_pb2, wrappers_pb2

# TFMA's modules want these loaded.
LOADED = any_pb2, struct_pb2, wrappers_pb2

FILES = [
    'tensorflow_metadata.proto.v0.path',
    'tensorflow_metadata.proto.v0.derived_feature',
    'tensorflow_metadata.proto.v0.schema',
    'tensorflow_metadata.proto.v0.anomalies',
    'tensorflow_metadata.proto.v0.statistics',
    'tensorflow_model_analysis.proto.config',
    'tensorflow_model_analysis.proto.metrics_for_slice',
    'tensorflow_model_analysis.proto.validation_result',
    'ml_metadata.proto.metadata_store',
]
# Connections and queries of ML Metadata's client, which are on no disk.
OMITTED = {
    'SystemTypeExtension', 'FakeDatabaseConfig', 'MySQLDatabaseConfig',
    'SqliteMetadataSourceConfig', 'PostgreSQLDatabaseConfig',
    'MigrationOptions', 'RetryOptions', 'ConnectionConfig',
    'GrpcChannelArguments', 'MetadataStoreClientConfig',
    'MetadataStoreServerConfig', 'ListOperationOptions',
    'ListOperationNextPageToken', 'TransactionOptions',
    'LineageGraphQueryOptions', 'LineageSubgraphQueryOptions',
}
LABELS = {1: 'optional', 2: 'required', 3: 'repeated'}


def type_name(field):
  name = descriptor_pb2.FieldDescriptorProto.Type.Name(field.type)
  return field.type_name or name.removeprefix('TYPE_').lower()


def list_enum(enum, scope):
  for value in enum.value:
    print(f'{scope}.{enum.name}.{value.name} = {value.number}')


def list_message(message, scope):
  scope = f'{scope}.{message.name}'
  print(f'{scope}{" deprecated" if message.options.deprecated else ""}')
  for field in message.field:
    line = f'{scope}.{field.name} = {field.number} {LABELS[field.label]} {type_name(field)}'
    if field.HasField('oneof_index'):
      line += ' oneof ' + message.oneof_decl[field.oneof_index].name
    if field.HasField('default_value'):
      line += ' default ' + field.default_value
    if field.options.packed:
      line += ' packed'
    if field.options.deprecated:
      line += ' deprecated'
    print(line)
  for enum in message.enum_type:
    list_enum(enum, scope)
  for nested in message.nested_type:
    list_message(nested, scope)


def without_init(module):
  """Makes the packages above a module importable without running them (TFMA's takes TensorFlow)."""
  parts = module.split('.')[:-1]
  for i in range(1, len(parts) + 1):
    name = '.'.join(parts[:i])
    if name not in sys.modules:
      package = types.ModuleType(name)
      package.__path__ = [os.path.join(sysconfig.get_paths()['purelib'], *parts[:i])]
      sys.modules[name] = package


def main():
  for name in FILES:
    without_init(name)
    descriptor = importlib.import_module(name + '_pb2').DESCRIPTOR
    file = descriptor_pb2.FileDescriptorProto()
    descriptor.CopyToProto(file)
    print(f'{file.name} {file.syntax or "proto2"}')
    for enum in file.enum_type:
      list_enum(enum, file.package)
    for message in file.message_type:
      if message.name not in OMITTED:
        list_message(message, file.package)


if __name__ == '__main__':
  main()
