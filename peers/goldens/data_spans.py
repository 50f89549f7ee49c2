"""Makes spans.txt of engine/data: python data_spans.py RESOURCES_DIR

Asks TFX's own FileBasedInputProcessor which span, version and files it reads. A line a case: files | patterns of the
splits | static span, or nothing | span, version (or none), the files of each split; or error. RESOURCES_DIR is
engine/data/src/test/resources/dev/pipewright/data/examplegen.
"""
import glob
import os
import sys
import tempfile

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'

from tfx.components.example_gen import input_processor
from tfx.proto import example_gen_pb2
from tfx.proto import range_config_pb2

SPANS = 'span-1/a.csv span-2/a.csv span-10/a.csv span-10/b.csv'
VERSIONS = 'span-1/v-1/a.csv span-1/v-9/a.csv span-2/v-1/a.csv span-2/v-3/a.csv span-2/v-3/b.csv'
DAYS = '2023-12-31/a.csv 2024-01-02/a.csv 2024-02-29/a.csv 2024-02-29/b.csv'
CASES = [
    (SPANS, 'span-{SPAN}/*', None),
    (SPANS, 'span-{SPAN}/*', 2),
    (SPANS, 'span-{SPAN}/*', 3),
    (SPANS, 'span-{SPAN}/a.csv', None),
    (SPANS, 'span-{SPAN:2}/*', None),
    (VERSIONS, 'span-{SPAN}/v-{VERSION}/*', None),
    (VERSIONS, 'span-{SPAN}/v-{VERSION}/*', 1),
    (VERSIONS, 'span-{SPAN}/v-3/*', None),
    (DAYS, '{YYYY}-{MM}-{DD}/*', None),
    (DAYS, '{YYYY}-{MM}-{DD}/*', 19724),
    (DAYS, '{YYYY}-{MM}-{DD}/*', 1),
    ('d20240229v1.csv d20240229v12.csv d20240301v2.csv', 'd{YYYY}{MM}{DD}v{VERSION}.csv', None),
    ('d20240229v1.csv d20240229v12.csv d20240301v2.csv', 'd{YYYY}{MM}{DD}v{VERSION}.csv', 19782),
    ('0001/x.csv 0012/x.csv', '{SPAN:4}/*.csv', None),
    ('0001/x.csv 0012/x.csv', '{SPAN:4}/*.csv', 1),
    ('s1/train/a s1/eval/a s2/train/a s2/eval/a', 's{SPAN}/train/*,s{SPAN}/eval/*', None),
    ('s1/train/a s1/eval/a s2/train/a', 's{SPAN}/train/*,s{SPAN}/eval/*', None),
    ('s1/train/a s1/eval/a s2/train/a', 's{SPAN}/train/*,s{SPAN}/eval/*', 1),
    ('x-12.csv y-13.csv', '[x]-{SPAN}.csv', None),
    ('x-12.csv y-13.csv', '?-{SPAN}.csv', None),
    ('2024-02-30/a.csv', '{YYYY}-{MM}-{DD}/*', None),
    ('s7/a', 's{SPAN}/*,s{SPAN}/*', None),
]


def answer(files, patterns, static):
  with tempfile.TemporaryDirectory() as base:
    for name in files.split():
      path = os.path.join(base, name)
      os.makedirs(os.path.dirname(path), exist_ok=True)
      open(path, 'w').close()
    splits = [
        example_gen_pb2.Input.Split(name='s%d' % i, pattern=pattern)
        for i, pattern in enumerate(patterns.split(','))
    ]
    config = None
    if static is not None:
      config = range_config_pb2.RangeConfig(
          static_range=range_config_pb2.StaticRange(start_span_number=static, end_span_number=static))
    try:
      processor = input_processor.FileBasedInputProcessor(base, splits, config)
      span, version = processor.resolve_span_and_version()
      found = [processor.get_pattern_for_span_version(s.pattern, span, version) for s in splits]
    except ValueError:
      return 'error'
    read = [
        ' '.join(sorted(os.path.relpath(f, base) for f in glob.glob(os.path.join(base, pattern)))) for pattern in found
    ]
    return '%d %s %s' % (span, 'none' if version is None else version, ','.join(read))


with open(os.path.join(sys.argv[1], 'spans.txt'), 'w') as out:
  for files, patterns, static in CASES:
    out.write('|'.join([files, patterns, '' if static is None else str(static), answer(files, patterns, static)]) + '\n')
