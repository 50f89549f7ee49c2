"""Makes samples/penguins/data/penguins.csv from the table that the PyPI package palmerpenguins 0.1.6 carries.

usage: penguins.py PACKAGED_CSV OUT_CSV
PACKAGED_CSV is palmerpenguins/data/penguins.csv of the installed package. The rows and values are as packaged;
a missing value, there the text NA, becomes an empty cell, which is how a CSV says so to TFX.
"""
import csv
import sys

with open(sys.argv[1], newline='') as source, open(sys.argv[2], 'w', newline='') as out:
  writer = csv.writer(out, lineterminator='\n')
  for row in csv.reader(source):
    writer.writerow(['' if cell == 'NA' else cell for cell in row])
