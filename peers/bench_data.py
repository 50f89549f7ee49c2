"""Times a large CSV → split gzip TFRecords and statistics (CsvExampleGen and StatisticsGen), cold and warm.

usage: bench_data.py CSV_FOLDER [--runs 5]
CSV_FOLDER holds the rows: `pipewright sample taxi --rows 1000000 FOLDER/taxi.csv`, or the Chicago taxi table
replicated. Cold is a process from start to exit; warm is a run in an engine host that has run before, from request to
result, as a workbench sees it. Also prints the peak of resident memory, which should not grow with the rows.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from bench_taxi import ROOT, measure, tree_rss

parser = argparse.ArgumentParser()
parser.add_argument('csv')
parser.add_argument('--runs', type=int, default=5)
args = parser.parse_args()
csv = os.path.abspath(args.csv)
pipewright = os.path.join(ROOT, 'pipewright')
project = os.path.join(ROOT, 'samples', 'taxi', 'taxi.pipewright')
subprocess.run([pipewright, 'doctor'], check=True, stdout=subprocess.DEVNULL)  # builds


class Host:
  """An engine host and a minimal client of its JSON-RPC."""

  def __init__(self):
    self.process = subprocess.Popen(
        [pipewright, 'engine'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    self.id = 0

  def request(self, method, params):
    self.id += 1
    body = json.dumps({'jsonrpc': '2.0', 'id': self.id, 'method': method, 'params': params}).encode()
    self.process.stdin.write(b'Content-Length: %d\r\n\r\n' % len(body) + body)
    self.process.stdin.flush()
    while True:
      length = 0
      while line := self.process.stdout.readline().strip():
        name, value = line.split(b':')
        if name.lower() == b'content-length':
          length = int(value)
      message = json.loads(self.process.stdout.read(length))
      if message.get('id') == self.id and 'method' not in message:
        if 'error' in message:
          sys.exit(str(message['error']))
        return message['result']

  def close(self):
    self.process.stdin.close()
    self.process.wait()


cold = []
for _ in range(args.runs):
  root = tempfile.mkdtemp(prefix='bench-data-')
  cold.append(measure([pipewright, 'run', project, '--to', 'StatisticsGen', '--root', root,
                       '--set', f'CsvExampleGen.input_base={csv}']))
  shutil.rmtree(root)
  print(f'cold: {cold[-1][0]:.2f} s, {cold[-1][1] / 1e6:.0f} MB', flush=True)

host, warm = Host(), []
for i in range(args.runs + 2):
  root = tempfile.mkdtemp(prefix='bench-data-')
  start = time.perf_counter()
  result = host.request('run/start', {
      'project': project, 'root': root, 'to': 'StatisticsGen', 'set': {'CsvExampleGen.input_base': csv}})
  wall = time.perf_counter() - start
  if result['outcome'] != 'done':
    sys.exit(str(result))
  nodes = ', '.join(f"{n['node']} {n['millis']} ms" for n in result['nodes'])
  print(f'{"warm" if i >= 2 else "warming up"}: {wall:.2f} s ({nodes}), '
        f'{tree_rss(host.process.pid) / 1e6:.0f} MB', flush=True)
  if i >= 2:
    warm.append(wall)
  shutil.rmtree(root)
host.close()
print(f'best of {args.runs}: cold {min(c[0] for c in cold):.2f} s, warm {min(warm):.2f} s')
