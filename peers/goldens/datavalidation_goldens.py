"""Makes the goldens of engine/data-validation with the real TFDV: statistics, schemas, anomalies.

Usage: VENV/bin/python peers/goldens/datavalidation_goldens.py
Tables are written as text: a line `name TYPE`, then a line of cells separated by tabs: `-` is an
absent feature, `[]` an empty list, `?` a feature without a type, else values joined by `,` (bytes
in hex, floats as repr). The type of a feature list is `LISTS_` and that of its values; its cells
are in brackets, with steps joined by `;`.
"""

import os
import random
import struct
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import apache_beam as beam
import tensorflow as tf
import tensorflow_data_validation as tfdv
from google.protobuf import text_format
from tensorflow_metadata.proto.v0 import schema_pb2, statistics_pb2
from tfx_bsl.coders import example_coder
from tfx_bsl.coders import sequence_example_coder

OUT = os.path.join(
    os.path.dirname(os.path.abspath(__file__)),
    "../../engine/data-validation/src/test/resources/dev/pipewright/datavalidation",
)
NAN, INF = float("nan"), float("inf")


def f32(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def mixed(seed, rows):
    """A table with everything that is odd about data."""
    r = random.Random(seed)
    words = ["", "Zürich", "naïve", "日本", "a b", "tab\there", "x", "ü", 'quo"te']

    def some(value, missing, absent=0.0):
        u = r.random()
        return None if u < absent else [] if u < absent + missing else value

    def col(make):
        return [make(i) for i in range(rows)]

    return {
        "int_plain": ("INT", col(lambda i: [r.randrange(-5, 100)])),
        "int_missing": ("INT", col(lambda i: some([r.randrange(10)], 0.3))),
        "int_huge": ("INT", col(lambda i: [r.choice([2**63 - 1, -(2**63), 10**18, 7, 0])])),
        "int_constant": ("INT", col(lambda i: [3])),
        "int_bool": ("INT", col(lambda i: [r.randrange(2)])),
        "int_none": ("INT", col(lambda i: [])),
        "int_ragged": ("INT", col(lambda i: some([r.randrange(4) for _ in range(r.randrange(5))], 0, 0.2))),
        "int_pair": ("INT", col(lambda i: [i, -i])),
        "float_plain": ("FLOAT", col(lambda i: [f32(r.gauss(0.3, 2.0))])),
        "float_positive": ("FLOAT", col(lambda i: [f32(r.expovariate(0.01))])),
        "float_missing": ("FLOAT", col(lambda i: some([f32(r.random())], 0.2, 0.2))),
        "float_odd": ("FLOAT", col(lambda i: [r.choice([NAN, INF, -INF, 0.0, 1.5, -2.25, 3e30, f32(0.1)])])),
        "float_high": ("FLOAT", col(lambda i: [r.choice([INF, f32(r.random()), f32(r.random())])])),
        "float_nan": ("FLOAT", col(lambda i: [NAN])),
        "float_inf": ("FLOAT", col(lambda i: [r.choice([INF, -INF])])),
        "float_wide": ("FLOAT", col(lambda i: [r.choice([f32(3.4e38), f32(-3.4e38), 1.0])])),
        "float_ragged": ("FLOAT", col(lambda i: [f32(r.random()) for _ in range(i % 4)])),
        "float_first": ("FLOAT", col(lambda i: [0.0 if i % 3 else f32(r.random())])),
        "text_words": ("BYTES", col(lambda i: [r.choice(words).encode()])),
        "text_invalid": ("BYTES", col(lambda i: [r.choice([b"ok", b"\xff\xfe", b"\xc3", b"fine"])])),
        "text_missing": ("BYTES", col(lambda i: some([r.choice([b"p", b"q", b"r"])], 0.3, 0.1))),
        "text_many": ("BYTES", col(lambda i: [b"id-%d" % r.randrange(10**6) for _ in range(3)])),
        "text_int": ("BYTES", col(lambda i: [b"%d" % r.randrange(-3, 50)])),
        "text_float": ("BYTES", col(lambda i: [b"%.2f" % r.random()])),
        "text_bool": ("BYTES", col(lambda i: [r.choice([b"true", b"false"])])),
        "text_none": ("BYTES", col(lambda i: [])),
        "text_blob": ("BYTES", col(lambda i: some([bytes(r.randrange(256) for _ in range(r.randrange(9)))], 0.2))),
        "odd.name (x)": ("BYTES", col(lambda i: [r.choice([b"A", b"B"])])),
        "ünï": ("INT", col(lambda i: [i % 2 + 1])),
    }


def shifted(seed, rows):
    """The same columns, other data: what a schema of the first does not expect."""
    r = random.Random(seed)
    t = mixed(seed, rows)

    def col(make):
        return [make(i) for i in range(rows)]

    t["int_plain"] = ("FLOAT", col(lambda i: [f32(r.random())]))
    t["int_missing"] = ("INT", col(lambda i: None if i % 2 else [1]))
    t["int_constant"] = ("INT", col(lambda i: [3] if i else [3, 4]))
    t["int_bool"] = ("INT", col(lambda i: [i - 1]))
    t["int_pair"] = ("INT", col(lambda i: [i, i, i]))
    t["int_ragged"] = ("INT", col(lambda i: None))
    t["float_plain"] = ("BYTES", col(lambda i: [b"now text"]))
    t["float_positive"] = ("FLOAT", col(lambda i: [f32(r.random())] if i != 4 else None))
    t["text_words"] = ("BYTES", col(lambda i: [r.choice(["new", "Zürich", "new\n'line'", "neü"]).encode()]))
    t["text_missing"] = ("BYTES", col(lambda i: [r.choice([b"p", b"p", b"p", b"p", b"s"])]))
    t["text_int"] = ("BYTES", col(lambda i: [r.choice([b"12", b"twelve"])]))
    t["text_bool"] = ("BYTES", col(lambda i: [r.choice([b"true", b"maybe"])]))
    t["odd.name (x)"] = ("BYTES", col(lambda i: [b"A", b"C"]))
    del t["ünï"]
    t["brand.new"] = ("BYTES", col(lambda i: [b"n%d" % (i % 3)]))
    return t


def example(table, row):
    e = tf.train.Example()
    for name, (kind, cells) in table.items():
        if cells[row] is None:
            continue
        f = e.features.feature[name]
        if cells[row] == "?":
            f.SetInParent()
        elif kind == "INT":
            f.int64_list.value.extend(cells[row])
            f.int64_list.SetInParent()
        elif kind == "FLOAT":
            f.float_list.value.extend(cells[row])
            f.float_list.SetInParent()
        else:
            f.bytes_list.value.extend(cells[row])
            f.bytes_list.SetInParent()
    return e.SerializeToString()


def write(name, text):
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="") as f:
        f.write(text)


def write_table(name, table):
    def cell(kind, c):
        if c is None:
            return "-"
        if c == "?":
            return "?"
        if kind.startswith("LISTS_"):
            return "(" + ";".join(cell(kind[6:], step) for step in c) + ")"
        if not c:
            return "[]"
        return ",".join(("x" + v.hex()) if kind == "BYTES" else repr(v) for v in c)

    lines = []
    for column, (kind, cells) in table.items():
        lines += [kind + " " + column, "\t".join(cell(kind, c) for c in cells)]
    write(name, "\n".join(lines) + "\n")


def sequence_example(table, row):
    e = tf.train.SequenceExample()
    for name, (kind, cells) in table.items():
        if not kind.startswith("LISTS_"):
            part = example({name: (kind, [cells[row]])}, 0)
            e.context.MergeFromString(tf.train.Example.FromString(part).features.SerializeToString())
        elif cells[row] is not None:
            steps = e.feature_lists.feature_list[name]
            for values in cells[row]:
                part = example({name: (kind[6:], [values])}, 0)
                features = tf.train.Example.FromString(part).features.feature
                steps.feature.add().CopyFrom(features[name])
    return e.SerializeToString()


def statistics(table, **options):
    rows = len(next(iter(table.values()))[1])
    if any(kind.startswith("LISTS_") for kind, _ in table.values()):
        decoder = sequence_example_coder.SequenceExamplesToRecordBatchDecoder("##SEQUENCE##")
        batches = [decoder.DecodeBatch([sequence_example(table, i) for i in range(rows)])]
    else:
        decoder = example_coder.ExamplesToRecordBatchDecoder()
        batches = [decoder.DecodeBatch([example(table, i) for i in range(rows)])] if rows else []
    stats = statistics_pb2.DatasetFeatureStatisticsList()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "stats")
        with beam.Pipeline() as p:
            (
                p
                | beam.Create(batches)
                | tfdv.GenerateStatistics(tfdv.StatsOptions(**options))
                | tfdv.WriteStatisticsToBinaryFile(path)
            )
        with open(path, "rb") as f:
            stats.ParseFromString(f.read())
    for dataset in stats.datasets:
        dataset.features.sort(key=lambda f: [s.encode() for s in f.path.step])
    # The order of data sets is not defined; all examples come first.
    stats.datasets.sort(key=lambda d: (d.name not in ("", "All Examples"), d.name))
    return stats


def text(message):
    return text_format.MessageToString(message)


def schema_of(text_proto):
    return text_format.Parse(text_proto, schema_pb2.Schema())


def main():
    first, second = mixed(1, 60), shifted(2, 40)
    write_table("first.table", first)
    write_table("second.table", second)
    stats = statistics(first)
    other = statistics(second)
    write("first.statistics.pbtxt", text(stats))
    write("second.statistics.pbtxt", text(other))

    domains = schema_of(
        """feature { name: "int_missing" type: INT int_domain { is_categorical: true } }
           feature { name: "int_huge" type: INT int_domain { is_categorical: true } }
           feature { name: "int_bool" type: INT bool_domain {} }
           feature { name: "int_none" type: INT int_domain { is_categorical: true } }
           feature { name: "text_blob" type: BYTES image_domain {} }"""
    )
    write("domains.schema.pbtxt", text(domains))
    write(
        "first.with_domains.statistics.pbtxt",
        text(statistics(first, schema=domains)),
    )

    shapes = tfdv.infer_schema(stats, infer_feature_shape=True)
    counts = tfdv.infer_schema(stats, infer_feature_shape=False)
    write("first.shapes.schema.pbtxt", text(shapes))
    write("first.counts.schema.pbtxt", text(counts))
    write("updated.shapes.schema.pbtxt", text(tfdv.update_schema(shapes, other)))
    write("updated.counts.schema.pbtxt", text(tfdv.update_schema(counts, other)))

    def anomalies(name, s, schema, environment=None):
        found = tfdv.validate_statistics(s, schema, environment)
        write(name + ".anomalies.pbtxt", text(found))

    anomalies("first", stats, shapes)
    anomalies("shapes", other, shapes)
    anomalies("counts", other, counts)
    anomalies("empty", statistics_pb2.DatasetFeatureStatisticsList(
        datasets=[statistics_pb2.DatasetFeatureStatistics()]), shapes)

    def kept(name):
        here = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(here, f"datavalidation_{name}.pbtxt"), encoding="utf-8") as f:
            schema = schema_of(f.read())
        write(name + ".schema.pbtxt", text(schema))
        return schema

    strict, malformed = kept("strict"), kept("malformed")
    anomalies("malformed", stats, malformed)
    write("updated.malformed.schema.pbtxt", text(tfdv.update_schema(malformed, stats)))
    write("updated.strict.schema.pbtxt", text(tfdv.update_schema(strict, stats)))
    anomalies("strict", stats, strict)
    anomalies("strict.SERVING", stats, strict, "SERVING")


if __name__ == "__main__":
    main()
