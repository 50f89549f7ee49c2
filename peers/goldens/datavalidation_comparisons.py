"""Makes the goldens of comparisons, and of the rest of TFDV's anomalies, with the real TFDV.

Usage: VENV/bin/python peers/goldens/datavalidation_comparisons.py
Compares statistics that datavalidation_goldens.py and datavalidation_statistics.py have made.
"""

import os

import datavalidation_goldens as goldens
import tensorflow_data_validation as tfdv
from datavalidation_goldens import text, write
from google.protobuf import text_format
from tensorflow_metadata.proto.v0 import schema_pb2, statistics_pb2
from tfx.components.distribution_validator import executor
from tfx.proto import distribution_validator_pb2


def stats(name):
    with open(os.path.join(goldens.OUT, name + ".statistics.pbtxt"), encoding="utf-8") as f:
        return text_format.Parse(f.read(), statistics_pb2.DatasetFeatureStatisticsList())


def schema(text_proto):
    return text_format.Parse(text_proto, schema_pb2.Schema())


def compared(name, kind):
    """A schema that fits the statistics, with comparators of all kinds at low thresholds."""
    result = tfdv.infer_schema(stats(name))
    for i, feature in enumerate(result.feature):
        comparator = getattr(feature, kind + "_comparator")
        if feature.type == schema_pb2.BYTES:
            comparator.infinity_norm.threshold = [0.001, 0.9, 0.05][i % 3]
            comparator.normalized_abs_difference.threshold = [0.001, 0.9][i % 2]
        if feature.type != schema_pb2.BYTES or i % 2:
            divergence = comparator.jensen_shannon_divergence
            divergence.threshold = [0.0001, 0.01, 0.99][i % 3]
            if i % 2:
                divergence.source.type = schema_pb2.HistogramSelection.QUANTILES
    result.dataset_constraints.min_examples_count = 1
    for dataset_kind in ("drift", "version"):
        examples = getattr(result.dataset_constraints, f"num_examples_{dataset_kind}_comparator")
        examples.min_fraction_threshold = 0.99 if dataset_kind == "drift" else 2.5
        examples.max_fraction_threshold = 1.01 if dataset_kind == "drift" else 3
    return result


def anomalies(name, statistics, a_schema, **others):
    write(name + ".schema.pbtxt", text(a_schema))
    found = tfdv.validate_statistics(stats(statistics), a_schema, **others)
    write(name + ".anomalies.pbtxt", text(found))


SEMANTIC = """
feature { name: "image" type: BYTES image_domain { minimum_supported_image_fraction: 0.95 max_image_byte_size: 4 } }
feature { name: "few_images" type: BYTES image_domain { minimum_supported_image_fraction: 0.95 } }
feature { name: "prose" type: BYTES natural_language_domain { coverage { min_coverage: 0.5 } } }
feature { name: "words" type: BYTES natural_language_domain {} }
feature { name: "prose_twice" type: BYTES }
feature { name: "date" type: BYTES }
feature { name: "american" type: BYTES string_domain { value: "never" } distribution_constraints { min_domain_mass: 0 } }
feature { name: "hour" type: BYTES }
feature { name: "not_always" type: BYTES }
feature { name: "seconds" type: INT }
feature { name: "days" type: INT int_domain {} }
feature { name: "plain" type: INT }
"""

PARTS = """
feature { name: "values" type: FLOAT }
feature { name: "rows" type: INT }
feature { name: "cols" type: INT }
feature { name: "weights" type: FLOAT }
"""


def main():
    anomalies("drift", "first", compared("first", "drift"), previous_statistics=stats("detailed"))
    anomalies("skew", "first", compared("first", "skew"), serving_statistics=stats("second"))
    anomalies(
        "weighted_drift",
        "weighted",
        compared("weighted", "drift"),
        previous_statistics=stats("weighted_by_count"),
    )
    anomalies("semantic_domains", "semantic", schema(SEMANTIC))
    with open(os.path.join(goldens.OUT, "composites.schema.pbtxt"), encoding="utf-8") as f:
        composites = f.read()
    anomalies("composite_parts", "composites", schema(PARTS + composites))
    anomalies(
        "collisions",
        "composites",
        schema(PARTS + composites + 'feature { name: "sparse" type: INT } feature { name: "weighed" type: INT }'),
    )
    distribution()
    write("semantic.inferred.schema.pbtxt", text(tfdv.infer_schema(stats("semantic"))))
    write("weighted.inferred.schema.pbtxt", text(tfdv.infer_schema(stats("weighted"))))


DISTRIBUTION = """
default_slice_config {
  feature { path { step: "text_words" } distribution_comparator { infinity_norm { threshold: 0.01 } } }
  feature { path { step: "text_bool" } distribution_comparator { infinity_norm { threshold: 0.99 } } }
  feature { path { step: "float_plain" } distribution_comparator { jensen_shannon_divergence { threshold: 0.01 } } }
  feature { path { step: "int_plain" } distribution_comparator { infinity_norm { threshold: 0.01 } } }
  feature { path { step: "int_none" } distribution_comparator { jensen_shannon_divergence { threshold: 0.01 } } }
  feature { path { step: "nowhere" } distribution_comparator { infinity_norm { threshold: 0.01 } } }
  num_examples_comparator { min_fraction_threshold: 0.9 max_fraction_threshold: 1.1 }
}
"""


def distribution():
    """What TFX's DistributionValidator writes."""
    config = text_format.Parse(DISTRIBUTION, distribution_validator_pb2.DistributionValidatorConfig())
    baseline = stats("detailed")
    made = executor._make_schema_from_config(config, baseline)
    found = tfdv.validate_statistics(stats("first"), made, previous_statistics=baseline)
    found = executor._get_comparison_only_anomalies(found)
    found = executor._add_anomalies_for_missing_comparisons(found, config)
    write("distribution.anomalies.pbtxt", text(found))


if __name__ == "__main__":
    main()
