"""Times the whole taxi pipeline, ours and TFX's side by side, process start to exit.

usage: bench_taxi.py DATA_FOLDER [--tfx VENV MODULE_FILE] [--runs 5]
DATA_FOLDER holds the Chicago taxi table (data.csv, 15,002 rows). MODULE_FILE is
tfx/examples/chicago_taxi_pipeline/taxi_utils_native_keras.py of a TFX checkout; VENV is made by install.sh. Both train the
same network for 1,000 steps of 40 rows. Each run starts from nothing. Prints the best wall time and the memory peak
(resident, of the process and its children, sampled every 50 ms) of each.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def tree_rss(pid):
  kids, rss = {}, {}
  for name in os.listdir('/proc'):
    if name.isdigit():
      try:
        with open(f'/proc/{name}/stat') as f:
          rest = f.read().rsplit(')', 1)[1].split()
      except OSError:
        continue
      kids.setdefault(int(rest[1]), []).append(int(name))
      rss[int(name)] = int(rest[21]) * 4096
  total, todo = 0, [pid]
  while todo:
    p = todo.pop()
    total += rss.get(p, 0)
    todo += kids.get(p, [])
  return total


def measure(command):
  """Wall seconds and peak bytes of a command, which must succeed."""
  with tempfile.TemporaryFile() as log:
    start, peak = time.perf_counter(), 0
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    while process.poll() is None:
      peak = max(peak, tree_rss(process.pid))
      time.sleep(0.05)
    wall = time.perf_counter() - start
    if process.returncode:
      log.seek(0)
      sys.exit(f'{command} failed:\n{log.read().decode()[-3000:]}')
  return wall, peak


def best(name, command, runs):
  results = []
  for _ in range(runs):
    out = tempfile.mkdtemp(prefix='bench-taxi-')
    try:
      results.append(measure(command(out)))
    finally:
      shutil.rmtree(out)
    print(f'{name}: {results[-1][0]:.2f} s, {results[-1][1] / 1e6:.0f} MB', flush=True)
  wall, peak = min(r[0] for r in results), max(r[1] for r in results)
  print(f'{name}: best of {runs} {wall:.2f} s, peak {peak / 1e6:.0f} MB', flush=True)
  return wall, peak


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument('data')
  parser.add_argument('--tfx', nargs=2, metavar=('VENV', 'MODULE_FILE'))
  parser.add_argument('--runs', type=int, default=5)
  args = parser.parse_args()
  data = os.path.abspath(args.data)
  pipewright = os.path.join(ROOT, 'pipewright')
  subprocess.run([pipewright, 'doctor'], check=True, stdout=subprocess.DEVNULL)  # builds, and unpacks TensorFlow
  ours = best('pipewright', lambda out: [
      pipewright, 'run', os.path.join(ROOT, 'samples', 'taxi', 'taxi.pipewright'), '--root', out,
      '--set', f'CsvExampleGen.input_base={data}'], args.runs)
  if args.tfx:
    venv, module = map(os.path.abspath, args.tfx)
    env = dict(os.environ, TF_CPP_MIN_LOG_LEVEL='2')
    os.environ.update(env)
    theirs = best('tfx', lambda out: [
        os.path.join(venv, 'bin', 'python'), os.path.join(HERE, 'tfx_taxi.py'), module, data, out], args.runs)
    print(f'{theirs[0] / ours[0]:.1f} times faster, {theirs[1] / ours[1]:.1f} times less memory')


if __name__ == '__main__':
  main()
