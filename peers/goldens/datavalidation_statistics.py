"""Makes the goldens of StatisticsGen's options and of odd data with the real TFDV.

Usage: VENV/bin/python peers/goldens/datavalidation_statistics.py DATA [NAME...]
DATA has taxi/data.csv (TFX's Chicago taxi table) and penguin/labelled.csv (its penguins).
The tables are in the form of datavalidation_goldens.py.
"""

import csv
import os
import random
import sys

from datavalidation_goldens import INF, NAN, f32, mixed, statistics, text, write, write_table
from google.protobuf import text_format
from tensorflow_data_validation.utils import slicing_util
from tensorflow_metadata.proto.v0 import schema_pb2


def weighed(seed, rows):
    r = random.Random(seed)
    table = {k: v for k, v in mixed(seed, rows).items() if k not in ("text_many", "text_blob")}
    table["weight"] = ("FLOAT", [[0.0 if i == 3 else f32(r.random() * 3)] for i in range(rows)])
    table["count"] = ("INT", [[r.randrange(5)] for _ in range(rows)])
    return table


def sliced():
    r = random.Random(5)
    rows = 40

    def col(make):
        return [make(i) for i in range(rows)]

    return {
        "place": ("BYTES", col(lambda i: [r.choice(["Zürich", "Bern", "a b"]).encode()])),
        "tags": ("BYTES", col(lambda i: [[b"x"], [b"x", b"y"], [], [b"y", b"y"]][i % 4] if i else None)),
        "level": ("INT", col(lambda i: [i % 3])),
        "value": ("FLOAT", col(lambda i: [f32(r.gauss(0, 1))])),
        "heft": ("FLOAT", col(lambda i: [f32(r.random())])),
    }


def sequences():
    r = random.Random(6)
    rows = 30

    def col(make):
        return [make(i) for i in range(rows)]

    def some(value, empty):
        return [] if r.random() < empty else value

    return {
        "id": ("INT", col(lambda i: [i])),
        "lost": ("FLOAT", col(lambda i: "?" if i % 2 else None)),
        "ints": ("LISTS_INT", col(lambda i: [some([r.randrange(9)], 0.2) for _ in range(i % 5)])),
        "floats": (
            "LISTS_FLOAT",
            col(lambda i: None if i % 7 == 2 else [[f32(r.random()) for _ in range(j)] for j in range(i % 4)]),
        ),
        "words": ("LISTS_BYTES", col(lambda i: [[r.choice([b"a", b"bc", b"\xff"]) for _ in range(2)], [b"end"]])),
        "gaps": ("LISTS_INT", col(lambda i: [[1], "?", [2, 3]] if i % 3 else [])),
    }


def semantic():
    r = random.Random(7)
    rows = 130
    png, gif = b"\x89PNG\r\n\x1a\n", b"GIF89a"
    words = ["the", "house", "rains", "under", "quiet", "trees", "of", "morning"]

    def col(make):
        return [make(i) for i in range(rows)]

    return {
        "image": ("BYTES", col(lambda i: [r.choice([png, gif, gif, b"\xff\xd8\xff\xe0"]) + b"%d" % i if i % 9 else b"no"])),
        "few_images": ("BYTES", col(lambda i: [png if i % 2 else b"no"])),
        "prose": ("BYTES", col(lambda i: [" ".join(r.choices(words, k=6)).encode()])),
        "words": ("BYTES", col(lambda i: [r.choice(words).encode()])),
        "prose_twice": ("BYTES", col(lambda i: [" ".join(r.choices(words, k=5)).encode() for _ in range(2)])),
        "date": ("BYTES", col(lambda i: [b"20%02d-%02d-%02d" % (i % 30, i % 12 + 1, i % 28 + 1)])),
        "american": ("BYTES", col(lambda i: [b"%02d/%02d/20%02d 23:%02d:01" % (i % 12 + 1, i % 28 + 1, i % 30, i % 60)])),
        "hour": ("BYTES", col(lambda i: [b"%02d:%02d" % (i % 24, i % 60)])),
        "not_always": ("BYTES", col(lambda i: [b"%02d:%02d" % (i % 24, i % 60) if i % 3 else b"later"])),
        "blank": ("BYTES", col(lambda i: [b"12:30" if i else b""])),
        "seconds": ("INT", col(lambda i: [1600000000 + i])),
        "days": ("INT", col(lambda i: [18000 + i])),
        "plain": ("INT", col(lambda i: [i])),
        "real": ("FLOAT", col(lambda i: [f32(r.random())])),
    }


def composites():
    def col(make):
        return [make(i) for i in range(12)]

    return {
        "values": ("FLOAT", col(lambda i: None if i % 5 == 4 else [f32(j / 4) for j in range(i % 4)])),
        "rows": ("INT", col(lambda i: None if i == 4 else list(range(i % 4)))),
        "cols": ("INT", col(lambda i: None if i > 8 else list(range((i + i // 6) % 4)))),
        "weights": ("FLOAT", col(lambda i: [0.5] * (i % 3))),
        "nothing": ("INT", col(lambda i: None)),
    }


COMPOSITES = """
sparse_feature { name: "sparse" value_feature { name: "values" } index_feature { name: "rows" } index_feature { name: "cols" } }
sparse_feature { name: "lost" value_feature { name: "nothing" } index_feature { name: "nowhere" } }
weighted_feature { name: "weighed" feature { step: "values" } weight_feature { step: "weights" } }
"""


def odd():
    """What the mixed table lacks."""
    r = random.Random(8)
    rows = 50

    def col(make):
        return [make(i) for i in range(rows)]

    return {
        "all_missing": ("INT", col(lambda i: "?")),
        "mostly_missing": ("INT", col(lambda i: [4] if i == 9 else "?")),
        "constant": ("FLOAT", col(lambda i: [2.5])),
        "constant_text": ("BYTES", col(lambda i: [b"same"])),
        "beyond_doubles": ("INT", col(lambda i: [2**60 + i % 7])),
        "beyond_doubles_far": ("INT", col(lambda i: [(-1) ** i * (2**62 + i)])),
        "nan_and_infinite": ("FLOAT", col(lambda i: [NAN, INF, -INF][: i % 4])),
        "some_nan": ("FLOAT", col(lambda i: [NAN if i % 3 else f32(r.random())])),
        "text": ("BYTES", col(lambda i: [["ñandú", "日本語", "👩‍🚀", "e\u0301", "\u00e9"][i % 5].encode()])),
        "invalid": ("BYTES", col(lambda i: [[b"\xf0\x28\x8c\x28", b"\xed\xa0\x80", b"fine", b"\xc0\xaf"][i % 4]])),
        "sparse": ("FLOAT", col(lambda i: [f32(i)] if i % 17 == 0 else None)),
        "ragged": ("INT", col(lambda i: list(range(i % 6)) if i % 8 else [])),
        "long": ("INT", col(lambda i: list(range(i * 5)))),
    }


def census():
    """A table like the census income set."""
    r = random.Random(9)
    rows = 120
    work = ["Private", "Self-emp-not-inc", "Local-gov", "?"]
    school = ["HS-grad", "Some-college", "Bachelors", "Masters", "Doctorate"]

    def col(make):
        return [make(i) for i in range(rows)]

    return {
        "age": ("INT", col(lambda i: [int(r.triangular(17, 90, 35))])),
        "workclass": ("BYTES", col(lambda i: [r.choices(work, [70, 8, 6, 6])[0].encode()])),
        "fnlwgt": ("INT", col(lambda i: [r.randrange(12285, 1484705)])),
        "education": ("BYTES", col(lambda i: [r.choice(school).encode()])),
        "education-num": ("INT", col(lambda i: [r.randrange(1, 17)])),
        "sex": ("BYTES", col(lambda i: [r.choices([b"Male", b"Female"], [2, 1])[0]])),
        "capital-gain": ("INT", col(lambda i: [r.randrange(100000) if r.random() < 0.08 else 0])),
        "hours-per-week": ("INT", col(lambda i: [r.choice([40, 40, 40, 20, 60])])),
        "over-50K": ("INT", col(lambda i: [int(r.random() < 0.24)])),
    }


def table_of(file, rows):
    """The first rows of a CSV file, as CsvExampleGen types them."""
    with open(file, newline="", encoding="utf-8") as f:
        lines = list(csv.DictReader(f))[:rows]
    table = {}
    for name in lines[0]:
        cells = [line[name] for line in lines]
        for kind, parse in (("INT", int), ("FLOAT", lambda c: f32(float(c))), ("BYTES", str.encode)):
            try:
                table[name] = (kind, [[parse(c)] if c else [] for c in cells])
                break
            except ValueError:
                pass
    return table


def schema(text_proto):
    return text_format.Parse(text_proto, schema_pb2.Schema())


def main(data, names):
    kinds = {
        "weighted": (weighed(3, 50), dict(weight_feature="weight")),
        "weighted_by_count": (
            weighed(4, 30),
            dict(
                weight_feature="count",
                num_top_values=3,
                schema=schema('feature { name: "int_missing" type: INT int_domain { is_categorical: true } }'),
            ),
        ),
        "sliced": (
            sliced(),
            dict(
                weight_feature="heft",
                experimental_slice_functions=[
                    slicing_util.get_feature_value_slicer(features)
                    # A SlicingConfig would give the text "y", which never equals TFDV's bytes.
                    for features in ({"place": None}, {"tags": None, "level": ["1"]}, {"tags": [b"y"]})
                ],
            ),
        ),
        "detailed": (
            mixed(11, 40),
            dict(
                num_top_values=2,
                num_rank_histogram_buckets=3,
                frequency_threshold=2,
                num_values_histogram_buckets=4,
                num_histogram_buckets=7,
                num_quantiles_histogram_buckets=3,
            ),
        ),
        "sequences": (sequences(), {}),
        "weighted_sequences": (sequences(), dict(weight_feature="id")),
        "semantic": (semantic(), dict(enable_semantic_domain_stats=True)),
        "composites": (composites(), dict(schema=schema(COMPOSITES))),
        "odd": (odd(), {}),
        "nothing": ({"never": ("INT", [])}, {}),
        "census": (census(), dict(weight_feature="fnlwgt")),
        "taxi": (table_of(os.path.join(data, "taxi/data.csv"), 100), {}),
        "penguins": (table_of(os.path.join(data, "penguin/labelled.csv"), 100), {}),
    }
    write("composites.schema.pbtxt", text(schema(COMPOSITES)))
    for name, (table, options) in kinds.items():
        if not names or name in names:
            write_table(name + ".table", table)
            write(name + ".statistics.pbtxt", text(statistics(table, **options)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
