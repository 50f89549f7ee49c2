"""Writes what TensorBoard's own smoothing makes of a few series, for charts' tests.

The function is cut out of the JavaScript that TensorBoard's package serves, and run by node.

usage: charts_smoothing.py (in the environment of peers/install.sh, with node on the path)
"""
import json
import os
import random
import re
import subprocess
import zipfile

import tensorboard

OUT = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '..', '..', 'charts', 'src', 'test',
    'resources', 'dev', 'pipewright', 'charts', 'smoothing.csv')
WEIGHTS = [0.1, 0.6, 0.97, 0.999]
NAN = 'NaN'


def smoothing():
  """The generator's body of `classicSmoothing(data, weight)`, with the names it has."""
  with zipfile.ZipFile(os.path.join(os.path.dirname(tensorboard.__file__), 'webfiles.zip')) as web:
    script = web.read('index.js').decode()
  found = re.search(
      r'function\((\w+),(\w+)\)\{return \w+\(this,null,function\*\(\)\{'
      r'(Number\.isFinite\(\2\).*?return \w+)\}\)\}', script)
  return 'function(%s, %s){%s}' % found.groups()


def series():
  r = random.Random(7)
  walk = [1.0]
  for _ in range(59):
    walk.append(walk[-1] * 0.97 + r.gauss(0, 0.05))
  gaps = [v if i % 7 != 3 else NAN for i, v in enumerate(walk[:25])]
  return {'walk': walk, 'gaps': gaps, 'constant': [0.1] * 12, 'late': [0.1] * 5 + walk[:9]}


def main():
  data = series()
  program = """
    const smooth = %s;
    const data = %s, weights = %s, lines = ['series,weight,y,smoothed'];
    for (const name in data) for (const weight of weights) {
      const points = data[name].map((y, x) => ({x, y: Number(y)}));
      smooth([{id: name, points}], weight)[0].points.forEach(
          (p, i) => lines.push([name, weight, points[i].y, p.y].join(',')));
    }
    process.stdout.write(lines.join('\\n') + '\\n');
  """ % (smoothing(), json.dumps(data), json.dumps(WEIGHTS))
  text = subprocess.run(['node', '-e', program], check=True, capture_output=True, text=True).stdout
  os.makedirs(os.path.dirname(OUT), exist_ok=True)
  with open(OUT, 'w', newline='\n') as f:
    f.write(text)


if __name__ == '__main__':
  main()
