"""Makes the goldens of ParquetExampleGen: python data_parquet.py RESOURCES_DIR

Parquet files written by PyArrow in each compression, with the values that features should have, a line a column: its name,
the kind of feature, and the values of each row. RESOURCES_DIR is engine/data/src/test/resources/dev/pipewright/data/parquet.
"""
import datetime
import decimal
import os
import sys

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

out = sys.argv[1]
ROWS = 5
COLUMNS = {
    'int8': (pa.int8(), [1, -128, None, 0, 127]),
    'int32': (pa.int32(), [1, -2147483648, 2147483647, 0, None]),
    'int64': (pa.int64(), [1, -9223372036854775808, 9223372036854775807, 0, None]),
    'uint32': (pa.uint32(), [1, 4294967295, 0, None, 7]),
    'bool': (pa.bool_(), [True, False, None, True, False]),
    'float': (pa.float32(), [1.5, float('nan'), float('inf'), -0.0, None]),
    'double': (pa.float64(), [0.1, 1e300, -1e-300, None, 16777217.0]),
    'string': (pa.string(), ['a', '', 'ünïcödé ☃', None, 'a']),
    'binary': (pa.binary(), [b'\x00\xff', b'', None, b'x', b'y']),
    'dictionary': (pa.dictionary(pa.int32(), pa.string()), ['x', 'y', 'x', None, 'x']),
    'date': (pa.date32(), [datetime.date(1970, 1, 2), None, datetime.date(2024, 2, 29), datetime.date(1969, 12, 31), None]),
    'timestamp': (pa.timestamp('ms'), [datetime.datetime(1970, 1, 1, 0, 0, 1), None, None, datetime.datetime(2024, 1, 1), None]),
    'decimal9': (pa.decimal128(9, 2), [decimal.Decimal('1.25'), decimal.Decimal('-0.01'), None, decimal.Decimal('0'), decimal.Decimal('9999999.99')]),
    'decimal18': (pa.decimal128(18, 3), [decimal.Decimal('1.125'), None, None, decimal.Decimal('-5'), decimal.Decimal('123456789012345.678')]),
    'ints': (pa.list_(pa.int64()), [[1, 2, 3], [], None, [4], [None, 5]]),
    'texts': (pa.list_(pa.string()), [['a'], ['b', ''], [], None, ['c', 'd', 'e']]),
    'struct': (pa.struct([('x', pa.int64()), ('tags', pa.list_(pa.float32()))]),
               [{'x': 1, 'tags': [1.0]}, None, {'x': None, 'tags': []}, {'x': 4, 'tags': None}, {'x': 5, 'tags': [2.0, 3.0]}]),
    'map': (pa.map_(pa.string(), pa.int64()), [[('k', 1)], [], None, [('a', 2), ('b', None)], []]),
    'nulls': (pa.int64(), [None] * ROWS),
}


def single(value):
  return [] if value is None else [value]


def many(value):
  return [v for v in value or [] if v is not None]


def rows(name, values):
  """The features of a column: name, kind, values of each row."""
  if name in ('ints', 'texts'):
    yield name, [many(v) for v in values]
  elif name == 'struct':
    yield 'struct.x', [single(v and v['x']) for v in values]
    yield 'struct.tags', [many(v and v['tags']) for v in values]
  elif name == 'map':
    yield 'map.key', [many(k for k, _ in v or []) for v in values]
    yield 'map.value', [many(x for _, x in v or []) for v in values]
  elif name == 'date':
    yield name, [single(v and (v - datetime.date(1970, 1, 1)).days) for v in values]
  elif name == 'timestamp':
    yield name, [single(v and int((v - datetime.datetime(1970, 1, 1)).total_seconds() * 1000)) for v in values]
  else:
    yield name, [single(v) for v in values]


def text(value):
  if isinstance(value, bool):
    return str(int(value))
  if isinstance(value, int):
    return str(value)
  if isinstance(value, (float, decimal.Decimal)):
    return 'f' + np.float32(float(value)).tobytes()[::-1].hex()
  return 'x' + (value.encode() if isinstance(value, str) else value).hex()


table = pa.table({name: pa.array(values, type) for name, (type, values) in COLUMNS.items()})
for compression in ['none', 'snappy', 'gzip', 'zstd', 'lz4']:
  pq.write_table(
      table, os.path.join(out, compression + '.parquet'), compression=compression, store_decimal_as_integer=True,
      row_group_size=2, data_page_version='2.0' if compression == 'zstd' else '1.0')
# Encodings that PyArrow writes only when told to.
encodings = {
    'int32': 'DELTA_BINARY_PACKED', 'int64': 'DELTA_BINARY_PACKED', 'timestamp': 'DELTA_BINARY_PACKED', 'float': 'BYTE_STREAM_SPLIT',
    'double': 'BYTE_STREAM_SPLIT', 'date': 'BYTE_STREAM_SPLIT', 'string': 'DELTA_BYTE_ARRAY', 'binary': 'DELTA_LENGTH_BYTE_ARRAY',
    'texts.list.element': 'DELTA_BYTE_ARRAY', 'ints.list.element': 'DELTA_BINARY_PACKED', 'bool': 'RLE', 'int8': 'PLAIN',
}
pq.write_table(
    table, os.path.join(out, 'encodings.parquet'), compression='snappy', store_decimal_as_integer=True, use_dictionary=False,
    column_encoding=encodings, data_page_version='2.0')

# Many pages, and numbers whose differences need several runs.
pages = pa.table({
    'delta': pa.array([i * i * (-1) ** i for i in range(3000)], pa.int64()),
    'text': pa.array(['text %d' % (i * 7919 % 3000) for i in range(3000)]),
    'repeated': pa.array(['x', 'yy', 'zzz'] * 1000),
    'lists': pa.array([list(range(i % 4)) for i in range(3000)]),
})
pq.write_table(
    pages, os.path.join(out, 'many.parquet'), compression='zstd', use_dictionary=['repeated', 'lists.list.element'], data_page_size=1000,
    row_group_size=2000, column_encoding={'delta': 'DELTA_BINARY_PACKED', 'text': 'DELTA_BYTE_ARRAY'})

with open(os.path.join(out, 'values.txt'), 'w') as f:
  for name, (_, values) in COLUMNS.items():
    for feature, features in rows(name, values):
      f.write(feature + '|' + '|'.join(' '.join(text(v) for v in row) for row in features) + '\n')

for name, type, values in [
    ('nested', pa.list_(pa.list_(pa.int64())), [[[1], [2, 3]]]),
    ('fixed', pa.binary(3), [b'abc']),
    ('wide_decimal', pa.decimal128(38, 2), [decimal.Decimal('1.25')]),
]:
  bad = pa.table({'fine': pa.array([7]), name: pa.array(values, type)})
  pq.write_table(bad, os.path.join(out, name + '.parquet'), compression='none')

# The penguins, as they stand in the sample's CSV file.
sample = os.path.join(os.path.dirname(__file__), '../../samples/penguins/data/penguins.csv')
options = pa.csv.ConvertOptions(null_values=[''], strings_can_be_null=True)
pq.write_table(pa.csv.read_csv(sample, convert_options=options), os.path.join(out, 'penguins.parquet'))
