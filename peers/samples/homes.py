#!/usr/bin/env python3
"""Makes samples/regression/data/homes.csv: 1,500 sales of homes that never were, the same in every run.

    peers/samples/homes.py samples/regression/data/homes.csv

The price follows the area, the district, the age, the distance to the centre and the condition, with a spread of
about a tenth that nothing explains.
"""
import csv
import random
import sys

DISTRICTS = {'Harbour': 5200, 'Old Town': 4700, 'Parkside': 4100, 'Riverside': 3600, 'Northfield': 2800, 'Mill End': 2300}
CONDITIONS = {'to renovate': 0.78, 'fair': 0.93, 'good': 1.0, 'new': 1.15}

draw = random.Random(7)
with open(sys.argv[1], 'w', newline='') as out:
  table = csv.writer(out, lineterminator='\n')
  table.writerow(['district', 'area_m2', 'rooms', 'floor', 'year_built', 'distance_km', 'condition', 'balcony', 'price'])
  for _ in range(1500):
    district = draw.choice(list(DISTRICTS))
    area = round(min(260, max(24, draw.lognormvariate(4.3, 0.38))), 1)
    rooms = max(1, min(8, round(area / 27 + draw.gauss(0, 0.7))))
    floor = draw.choice([0, 0, 1, 1, 2, 2, 3, 4, 5, 6])
    year = draw.choice([draw.randint(1890, 1940), draw.randint(1950, 1985), draw.randint(1986, 2023)])
    distance = round(abs(draw.gauss(4, 2.5)) + 0.2, 1)
    condition = 'new' if year > 2015 else draw.choice(['to renovate', 'fair', 'good', 'good'])
    balcony = 'yes' if draw.random() < 0.55 else 'no'
    price = area * DISTRICTS[district] * CONDITIONS[condition] * (1 - 0.018 * distance)
    price *= 1 - 0.0012 * min(60, 2023 - year) + (0.03 if balcony == 'yes' else 0) + (0.05 if year < 1920 else 0)
    price *= draw.gauss(1, 0.08)
    cells = [district, area, rooms, floor, year, distance, condition, balcony, round(max(20000, price), -2)]
    for i in (4, 6):
      if draw.random() < 0.03:
        cells[i] = ''
    cells[-1] = int(cells[-1])
    table.writerow(cells)
