"""Makes the goldens of AvroExampleGen: python data_avro.py RESOURCES_DIR

Avro files in each codec with the tf.Examples that TFX's avro executor makes of them (plain.txt, in hex, a line a record), and one
with all types, with the values that features should have in the form of data_parquet.py. RESOURCES_DIR is
engine/data/src/test/resources/dev/pipewright/data/avro.
"""
import datetime
import decimal
import io
import os
import random
import struct
import sys
import zlib

import apache_beam as beam
import fastavro
import numpy as np
import pyarrow as pa
from tfx.components.example_gen import utils

out = sys.argv[1]
r = random.Random(1)

# Without null, 0, '' and False, which TFX takes for missing.
PLAIN = fastavro.parse_schema({
    'type': 'record', 'name': 'Trip', 'namespace': 'a.b', 'fields': [
        {'name': 'fare', 'type': ['null', 'float']},
        {'name': 'miles', 'type': 'double'},
        {'name': 'seconds', 'type': ['int', 'null']},
        {'name': 'timestamp', 'type': 'long'},
        {'name': 'company', 'type': ['null', 'string']},
        {'name': 'note', 'type': 'bytes'},
        {'name': 'payment', 'type': {'type': 'enum', 'name': 'Payment', 'symbols': ['Cash', 'Card']}},
        {'name': 'shared', 'type': 'boolean'},
        {'name': 'stops', 'type': {'type': 'array', 'items': 'long'}},
        {'name': 'tips', 'type': {'type': 'array', 'items': 'double'}},
        {'name': 'tags', 'type': {'type': 'array', 'items': 'string'}},
    ]})
plain = [{
    'fare': r.uniform(1, 50), 'miles': r.choice([1e300, 0.1, 16777217.0, -r.random()]), 'seconds': r.choice([-1, 1, 2147483647, -2147483648]),
    'timestamp': r.choice([9223372036854775807, -9223372036854775808, 1]), 'company': r.choice(['Taxi', 'ünïcödé ☃', 'x' * 300]),
    'note': r.choice([b'a', 'ü'.encode()]), 'payment': r.choice(['Cash', 'Card']), 'shared': True,
    'stops': [r.randint(-5, 300) for _ in range(r.randint(1, 4))], 'tips': [r.random() for _ in range(r.randint(1, 3))],
    'tags': [r.choice(['a', '', 'long tag']) for _ in range(r.randint(1, 3))],
} for _ in range(40)]


def write(name, schema, records, codec='null'):
  with open(os.path.join(out, name), 'wb') as f:
    fastavro.writer(f, schema, records, codec=codec, sync_interval=1500, sync_marker=b'0123456789abcdef')


for codec in ['null', 'deflate']:
  write(codec + '.avro', PLAIN, plain, codec)


def again(packed, name, compress):
  """The same file with its blocks compressed by what fastavro needs one more package for."""
  sync = b'0123456789abcdef'
  header, *blocks = packed.split(sync)
  result = header.replace(b'\x14avro.codec\x08null', b'\x14avro.codec' + bytes([2 * len(name)]) + name)
  for block in blocks[:-1]:
    f = io.BytesIO(block)
    count = fastavro._read_py.BinaryDecoder(f).read_long()
    data = fastavro._read_py.BinaryDecoder(f).read_bytes()
    data = compress(data)
    size = io.BytesIO()
    encoder = fastavro._write_py.BinaryEncoder(size)
    encoder.write_long(count)
    encoder.write_bytes(data)
    result += sync + size.getvalue()
  return result + sync


with open(os.path.join(out, 'null.avro'), 'rb') as f:
  packed = f.read()
with open(os.path.join(out, 'snappy.avro'), 'wb') as f:
  f.write(again(packed, b'snappy', lambda b: pa.compress(b, codec='snappy', asbytes=True) + struct.pack('>I', zlib.crc32(b))))
with open(os.path.join(out, 'zstandard.avro'), 'wb') as f:
  f.write(again(packed, b'zstandard', lambda b: pa.compress(b, codec='zstd', asbytes=True)))

with beam.Pipeline() as p:
  (p | beam.io.ReadFromAvro(os.path.join(out, 'null.avro')) | beam.Map(utils.dict_to_example)
   | beam.Map(lambda e: e.SerializeToString(deterministic=True).hex()) | beam.combiners.ToList()
   | beam.Map(lambda lines: open(os.path.join(out, 'plain.txt'), 'w').write('\n'.join(sorted(lines)) + '\n')))

TYPES = fastavro.parse_schema({
    'type': 'record', 'name': 'All', 'fields': [
        {'name': 'int', 'type': 'int'},
        {'name': 'nullable', 'type': ['null', 'long']},
        {'name': 'bool', 'type': ['boolean', 'null']},
        {'name': 'number', 'type': ['null', 'int', 'double']},
        {'name': 'text', 'type': ['string', 'null']},
        {'name': 'fixed', 'type': {'type': 'fixed', 'name': 'F', 'namespace': 'n', 'size': 2}},
        {'name': 'again', 'type': ['null', 'n.F']},
        {'name': 'date', 'type': {'type': 'int', 'logicalType': 'date'}},
        {'name': 'list', 'type': ['null', {'type': 'array', 'items': ['null', 'int']}]},
        {'name': 'struct', 'type': ['null', {'type': 'record', 'name': 'S', 'fields': [
            {'name': 'x', 'type': 'float'}, {'name': 'tags', 'type': {'type': 'array', 'items': 'string'}}]}]},
        {'name': 'map', 'type': {'type': 'map', 'values': 'long'}},
        {'name': 'nothing', 'type': 'null'},
    ]})
types = [
    {'int': 0, 'nullable': None, 'bool': False, 'number': 0, 'text': '', 'fixed': b'\x00\xff', 'again': None,
     'date': datetime.date(1970, 1, 2), 'list': None, 'struct': None, 'map': {}, 'nothing': None},
    {'int': -1, 'nullable': 7, 'bool': True, 'number': 0.5, 'text': 'ü', 'fixed': b'ab', 'again': b'cd',
     'date': datetime.date(1969, 12, 31), 'list': [1, None, 3], 'struct': {'x': 1.5, 'tags': ['a', 'b']}, 'map': {'k': 1, 'l': 2}, 'nothing': None},
    {'int': 5, 'nullable': 0, 'bool': None, 'number': None, 'text': None, 'fixed': b'  ', 'again': None,
     'date': datetime.date(1970, 1, 1), 'list': [], 'struct': {'x': 0.0, 'tags': []}, 'map': {'z': -1}, 'nothing': None},
]
write('types.avro', TYPES, types, 'deflate')


def text(value, kind):
  if kind == 'f':
    return 'f' + np.float32(float(value)).tobytes()[::-1].hex()
  if isinstance(value, (str, bytes)):
    return 'x' + (value.encode() if isinstance(value, str) else value).hex()
  return str((value - datetime.date(1970, 1, 1)).days if isinstance(value, datetime.date) else int(value))


COLUMNS = {
    'struct.x': ('f', lambda row: row['struct'] and row['struct']['x']),
    'struct.tags': ('', lambda row: row['struct'] and row['struct']['tags']),
    'map.key': ('', lambda row: list(row['map'].keys())),
    'map.value': ('', lambda row: list(row['map'].values())),
}
with open(os.path.join(out, 'types.txt'), 'w') as f:
  for name in ['int', 'nullable', 'bool', 'number', 'text', 'fixed', 'again', 'date', 'list', *COLUMNS]:
    kind, value = COLUMNS.get(name, ('f' if name == 'number' else '', lambda row: row[name]))
    rows = [value(row) for row in types]
    rows = [v if isinstance(v, list) else [v] for v in rows]
    f.write(name + ''.join('|' + ' '.join(text(v, kind) for v in row if v is not None) for row in rows) + '\n')

TREE = fastavro.parse_schema({
    'type': 'record', 'name': 'Tree', 'fields': [
        {'name': 'fine', 'type': 'int'},
        {'name': 'child', 'type': ['null', 'Tree']},
        {'name': 'lists', 'type': {'type': 'array', 'items': {'type': 'array', 'items': 'int'}}},
        {'name': 'mixed', 'type': ['int', 'string']},
        {'name': 'decimal', 'type': {'type': 'bytes', 'logicalType': 'decimal', 'precision': 4, 'scale': 2}},
    ]})
leaf = {'fine': 8, 'child': None, 'lists': [[1], [2, 3]], 'mixed': 'x', 'decimal': decimal.Decimal('1.25')}
write('unfit.avro', TREE, [{**leaf, 'fine': 7, 'child': leaf}, leaf])
