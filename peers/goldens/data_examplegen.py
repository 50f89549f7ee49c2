"""Makes the goldens of engine/data: python data_examplegen.py RESOURCES_DIR

Runs the code of TFX's CsvExampleGen (reading, type inference, conversion, hash split) without its Beam pipeline, so that
the order of the examples is that of the rows. RESOURCES_DIR is engine/data/src/test/resources/dev/pipewright/data.
"""
import os
import sys

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'

import numpy as np
import tensorflow as tf
from tfx.components.example_gen import base_example_gen_executor
from tfx.components.example_gen.csv_example_gen import executor
from tfx.proto import example_gen_pb2
from tfx.utils import io_utils
from tfx_bsl.coders import csv_decoder

out = sys.argv[1]

LONG = 'x' * 200
ROWS = [
    '1,1.5,a,,5,1',
    '2,2,"a, b",, 12 ,1_000',
    '-3,.5,"say ""hi""",,+7,nan',
    '',
    ',,,,,',
    '0012,1e3,"line one\nline two",,0,inf',
    '9223372036854775807,-0,"abc"def,,-0,-Infinity',
    '-9223372036854775808,3.,a"b"c,,1,+nan',
    '"4","4.25","",,"8","1e-3"',
    '5,0.1,ünïcödé ☃ 𝄞,,3,1E5',
    '6,16777217," ",,4,12345.678901234567',
    '7,41.968069,' + LONG + ',,5,-87.72155906299999',
    '8,-87.66351754999999612,a,,6,1e400',
    '9,1e-50,\t,,7,340282346638528859811704183484516925440.0',
    '10,123456789.987654321,a\'b,,8,0.30000001192092896',
    '11,9007199254740993.0,"q""",,9,2.5e-45',
    '12,0.000000000000000001,"""",,10,999999999999999999',
    '13,7,"\r\n",,11,1.17549435e-38',
    '14,8,ending with space ,,12,infinity',
]
NARROW = ['a', 'A,B', '1,x', '3000000000000000000000,y', '2,z']
WIDE_HEADER = 'int,float,text,empty,spaced,odd'

CELLS = [
    '1', '-1', '+1', '01', ' 12 ', '\t3\n', '1_000', '_1', '1_', '1__0', '- 1', '+-1', '', ' ', '.', '1.', '.5', '-.5e-3',
    '1e5', '1E+5', '1e', 'e5', '1_0.5_0', '1_.5', '1._5', '1e1_0', '1e_1', 'inf', '-INF', 'Infinity', 'infinit', 'nan', '-NaN',
    'nan(1)', '0x10', '1f', '1d', '1L', 'True', '9223372036854775807', '9223372036854775808', '-9223372036854775808',
    '-9223372036854775809', '000000000000000000000000000001', '1' * 4300, '1' * 4301, '1\x0b', '\x1c1', '\u0661', '１', '1\xa0',
    '1,5', '1 2', '1.5.2', '--1', '0.1', '1e400', '-1e-400', '3.4028235677973366e38', '3.4028234e38', '1.00000005960464485',
    '123456789012345678', '1234567890123456789.5', '0.1234567890123456789', '16777216.99999999', '1.0000000596046448',
    '-87.663517549999996', '7.0064923216240854e-46', '4.9e-324', '100000000000000000000.0',
]


def write(name, text):
  with open(os.path.join(out, name), 'w', encoding='utf-8', newline='') as f:
    f.write(text)


def convert(path):
  names = io_utils.load_csv_column_names(path)
  parse = csv_decoder.ParseCSVLine(delimiter=',')
  parse.setup()
  rows = [cells for line in executor._ReadCsvRecordsFromTextFile().process(path) for cells, _ in parse.process(line)]
  inferrer = csv_decoder.ColumnTypeInferrer(names, skip_blank_lines=True)
  types = inferrer.create_accumulator()
  for cells in rows:
    types = inferrer.add_input(types, cells)
  infos = inferrer.extract_output(types)
  to_example = executor._ParsedCsvToTfExample()
  return [e for cells in rows for e in to_example.process(cells, infos)]


def split(examples, name, feature=None):
  config = example_gen_pb2.SplitConfig(splits=[
      example_gen_pb2.SplitConfig.Split(name='train', hash_buckets=2),
      example_gen_pb2.SplitConfig.Split(name='eval', hash_buckets=1)])
  if feature:
    config.partition_feature_name = feature
  lines = []
  for e in examples:
    index = base_example_gen_executor._PartitionFn(e, 2, [2, 3], config)
    lines.append(f'{("train", "eval")[index]} {e.SerializeToString(deterministic=True).hex()}\n')
  write(name, ''.join(lines))


def cell_line(cell):
  data = cell.encode()
  kind = csv_decoder._InferValueType(data)
  value = ''
  if kind == csv_decoder.ColumnType.INT:
    value = str(int(data))
  if kind in (csv_decoder.ColumnType.INT, csv_decoder.ColumnType.FLOAT):
    feature = executor._float_handler(data)
    value += ' ' + np.float32(feature.float_list.value[0]).tobytes()[::-1].hex()
  return f'{data.hex()},{kind.name},{value.strip()}\n'


write('examplegen/odd.csv', WIDE_HEADER + '\r\n' + '\r\n'.join(ROWS) + '\r\n')
write('examplegen/narrow.csv', '\n'.join(NARROW[1:]))
odd = convert(os.path.join(out, 'examplegen/odd.csv'))
split(odd, 'examplegen/odd.examples')
split(odd, 'examplegen/odd.examples.by_text', 'text')
split(convert(os.path.join(out, 'examplegen/narrow.csv')), 'examplegen/narrow.examples')
write('csv/cells.csv', ''.join(cell_line(c) for c in CELLS))

# Map keys whose order differs between UTF-8 and UTF-16, and lists of several values.
sequence = tf.train.SequenceExample()
for key in ('z', '\uff01', '\U00010000', 'é', '', 'a'):
  sequence.context.feature[key].int64_list.value.extend([len(key), -1, 300])
for key in ('tokens', 'empty'):
  for n in range(3 if key == 'tokens' else 0):
    sequence.feature_lists.feature_list[key].feature.add().bytes_list.value.extend([b'\xff' * n] * n)
  sequence.feature_lists.feature_list[key]
write('sequence.hex', sequence.SerializeToString(deterministic=True).hex() + '\n')
with tf.io.TFRecordWriter(os.path.join(out, 'tfrecord/three.tfrecord')) as writer:
  for record in (b'', b'abc', b'x' * 300):
    writer.write(record)
