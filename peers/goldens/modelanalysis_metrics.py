"""Evaluates small tables with TensorFlow Model Analysis and writes what it says.

usage: modelanalysis_metrics.py OUT_DIR
OUT_DIR is engine/model-analysis/src/test/resources/dev/pipewright/modelanalysis. Every case is one
JSON file: the eval config, the rows, and the metrics, plots and validation that TFMA made of them.
"""
import glob
import json
import os
import random
import sys
import tempfile

import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow_model_analysis.api import model_eval_lib
from google.protobuf import json_format
from tensorflow_model_analysis.proto import config_pb2
from tensorflow_model_analysis.proto import metrics_for_slice_pb2
from tensorflow_model_analysis.proto import validation_result_pb2
from tensorflow_model_analysis.utils import config_util

CONFUSION = [
    'TruePositives', 'TrueNegatives', 'FalsePositives', 'FalseNegatives', 'BinaryAccuracy',
    'Precision', 'Recall', 'Specificity', 'FallOut', 'MissRate', 'NegativePredictiveValue',
    'FalseDiscoveryRate', 'FalseOmissionRate', 'Prevalence', 'ThreatScore', 'BalancedAccuracy',
    'F1Score', 'MatthewsCorrelationCoefficient', 'FowlkesMallowsIndex', 'Informedness',
    'Markedness', 'PositiveLikelihoodRatio', 'NegativeLikelihoodRatio', 'DiagnosticOddsRatio',
    'PredictedPositiveRate']


def metric(class_name, threshold=None, per_slice=None, **config):
  result = {'class_name': class_name}
  if config:
    result['config'] = json.dumps(config)
  if threshold:
    result['threshold'] = threshold
  if per_slice:
    result['per_slice_thresholds'] = per_slice
  return result


def probability(rng):
  return float(np.float32(rng.random()))


def binary_rows(count, seed):
  rng = random.Random(seed)
  rows = []
  for i in range(count):
    label = int(rng.random() < 0.4)
    row = {
        'label': label,
        'prediction': probability(rng) * 0.7 + label * 0.3,
        'other': probability(rng),
        'weight': float(np.float32(0.25 + rng.random() * 2)),
        'hour': [rng.randrange(4)],
        'city': [rng.choice(['Rome', 'Oslo', 'Łódź', '7'])],
        'ratio': [rng.choice([0.5, 1.25])],
        'tags': rng.choice([['a'], ['a', 'b'], ['b', 'b'], []]),
    }
    row['prediction'] = float(np.float32(row['prediction']))
    if rng.random() < 0.2:
      row['hour'] = None
    if rng.random() < 0.2:
      row['city'] = []
    rows.append(row)
  rows[0]['prediction'] = 0.5
  rows[1]['prediction'] = 0.0009999999310821295
  rows[2].update(prediction=0.9999, label=1)
  return rows


def class_rows(count, seed):
  rng = random.Random(seed)
  rows = []
  for i in range(count):
    scores = [rng.random() + 0.05 for _ in range(3)]
    scores = [float(np.float32(s / sum(scores))) for s in scores]
    rows.append({
        'label': rng.choice([0, 1, 2, int(np.argmax(scores))]),
        'prediction': scores,
        'kind': [rng.choice(['x', 'y'])],
    })
  rows[0]['prediction'] = [0.25, 0.375, 0.375]
  rows[1]['prediction'] = [0.0, 1.0, 0.0]
  return rows


def dense_rows(count, seed):
  rows = class_rows(count, seed)
  for row in rows:
    row['label'] = [float(row['label'] == i) for i in range(3)]
  return rows


def regression_rows(count, seed):
  rng = random.Random(seed)
  return [{
      'label': float(np.float32(rng.uniform(0, 10))),
      'prediction': float(np.float32(rng.uniform(0, 10))),
      'weight': float(np.float32(rng.uniform(0, 2))),
      'side': [rng.randrange(2)],
  } for _ in range(count)]


def change(absolute=None, relative=None, direction='HIGHER_IS_BETTER'):
  result = {'direction': direction}
  if absolute is not None:
    result['absolute'] = absolute
  if relative is not None:
    result['relative'] = relative
  return {'change_threshold': result}


def value(lower=None, upper=None):
  bounds = {}
  if lower is not None:
    bounds['lower_bound'] = lower
  if upper is not None:
    bounds['upper_bound'] = upper
  return {'value_threshold': bounds}


ONE = {'label_key': 'label', 'prediction_key': 'prediction'}
TWO = [dict(ONE, name='candidate'),
       dict(ONE, name='baseline', prediction_key='other', is_baseline=True)]
SLICES = [{}, {'feature_keys': ['hour']}, {'feature_keys': ['city']},
          {'feature_keys': ['hour', 'city']}, {'feature_keys': ['tags']},
          {'feature_values': {'ratio': '1.25'}},
          {'feature_keys': ['hour'], 'feature_values': {'city': 'Oslo'}},
          {'feature_keys': ['absent']}]

CASES = {
    'binary': (binary_rows(60, 1), {
        'model_specs': [ONE], 'slicing_specs': [{}, {'feature_keys': ['city']}],
        'metrics_specs': [{'metrics': [
            metric('AUC'), metric('ExampleCount'), metric('AUCPrecisionRecall'),
            metric('AUC', name='auc_200', num_thresholds=200),
            metric('AUC', name='auc_pr_minoring', curve='PR', summation_method='minoring'),
            metric('AUC', name='auc_majoring', summation_method='majoring'),
            metric('AUC', name='auc_of_three', thresholds=[0.25, 0.5, 0.75]),
            metric('Calibration'), metric('MeanLabel'), metric('MeanPrediction'),
            metric('BinaryCrossEntropy', name='entropy'),
            metric('BinaryCrossentropy', name='loss'), metric('Accuracy'),
            metric('MeanSquaredError'), metric('MeanAbsoluteError')]
                                      + [metric(m) for m in CONFUSION]}]}),
    'slices': (binary_rows(40, 10), {
        'model_specs': [ONE], 'slicing_specs': SLICES,
        'metrics_specs': [{'metrics': [metric('ExampleCount'), metric('BinaryAccuracy')]}]}),
    'weighted': (binary_rows(60, 2), {
        'model_specs': [dict(ONE, example_weight_key='weight')],
        'slicing_specs': [{}, {'feature_keys': ['hour']}],
        'metrics_specs': [{'example_weights': {'weighted': True, 'unweighted': True}, 'metrics': [
            metric('WeightedExampleCount'), metric('ExampleCount'), metric('AUC'),
            metric('AUCPrecisionRecall'), metric('BinaryAccuracy'),
            metric('Precision', thresholds=[0.25, 0.75]), metric('Calibration'),
            metric('MeanLabel'), metric('BinaryCrossEntropy', name='entropy'),
            metric('BinaryCrossentropy', name='loss', label_smoothing=0.1),
            metric('ConfusionMatrixAtThresholds', thresholds=[0.25, 0.5]),
            metric('ConfusionMatrixPlot', num_thresholds=4)]}]}),
    'classes': (class_rows(40, 3), {
        'model_specs': [ONE], 'slicing_specs': [{}, {'feature_keys': ['kind']}],
        'metrics_specs': [{'metrics': [
            metric('ExampleCount'), metric('SparseCategoricalAccuracy'),
            metric('SparseCategoricalCrossentropy'), metric('AUC'), metric('BinaryAccuracy'),
            metric('MeanPrediction')]}]}),
    'dense': (dense_rows(40, 4), {
        'model_specs': [ONE],
        'metrics_specs': [{'metrics': [
            metric('CategoricalAccuracy'), metric('CategoricalCrossentropy', name='loss'),
            metric('AUC'), metric('MeanSquaredError')]}]}),
    'regression': (regression_rows(30, 5), {
        'model_specs': [dict(ONE, example_weight_key='weight')],
        'slicing_specs': [{}, {'feature_keys': ['side']}],
        'metrics_specs': [{'metrics': [
            metric('MeanSquaredError'), metric('MeanAbsoluteError'),
            metric('MeanAbsolutePercentageError'), metric('MeanSquaredLogarithmicError'),
            metric('RootMeanSquaredError'), metric('MeanLabel'), metric('Calibration')]}]}),
    'small_slices': (binary_rows(12, 6), {
        'model_specs': [ONE], 'slicing_specs': [{}, {'feature_keys': ['hour']}],
        'options': {'min_slice_size': 4},
        'metrics_specs': [{'metrics': [
            metric('ExampleCount'), metric('BinaryAccuracy', threshold=value(lower=0.1))]}]}),
    'passed': (binary_rows(30, 7), {
        'model_specs': TWO, 'slicing_specs': [{}, {'feature_keys': ['ratio']}],
        'metrics_specs': [{'metrics': [
            metric('ExampleCount'), metric('AUC', threshold=dict(
                value(lower=0.5), **change(absolute=-1e-10)))]}]}),
    'failed': (binary_rows(30, 8), {
        'model_specs': TWO, 'slicing_specs': [{}, {'feature_keys': ['ratio']}],
        'metrics_specs': [{'metrics': [
            metric('ExampleCount'),
            metric('BinaryCrossEntropy', threshold=change(0.0, -0.5, 'LOWER_IS_BETTER')),
            metric('BinaryAccuracy', per_slice=[
                {'slicing_specs': [{'feature_keys': ['ratio']}], 'threshold': value(lower=0.95)},
                {'slicing_specs': [{'feature_values': {'hour': '99'}}],
                 'threshold': value(upper=0.5)}]),
            metric('MeanLabel', threshold=value(upper=0.1))]}]}),
    'no_thresholds': (binary_rows(10, 9), {
        'model_specs': [ONE], 'metrics_specs': [{'metrics': [metric('ExampleCount')]}]}),
}


def records(folder, name, message):
  for path in glob.glob(os.path.join(folder, name)):
    for record in tf.compat.v1.io.tf_record_iterator(path):
      yield message.FromString(record)


def slice_order(record):
  return [(k.column, k.WhichOneof('kind'), str(k.bytes_value), k.float_value, k.int64_value)
          for k in record.slice_key.single_slice_keys]


update_with_defaults = config_util.update_eval_config_with_defaults


def evaluate(rows, config):
  folder = tempfile.mkdtemp()
  eval_config = json_format.ParseDict(config, config_pb2.EvalConfig())
  eval_config = update_with_defaults(
      eval_config, has_baseline=len(eval_config.model_specs) > 1, rubber_stamp=True)
  # TFMA would update it once more, as if there were no baseline.
  model_eval_lib.config_util.update_eval_config_with_defaults = lambda eval_config, **_: (
      eval_config)
  frame = pd.DataFrame(rows)
  model_eval_lib.analyze_raw_data(frame, eval_config, output_path=folder)
  as_json = lambda found: [
      json_format.MessageToDict(r, preserving_proto_field_name=True) for r in found]
  metrics = sorted(records(folder, 'metrics*', metrics_for_slice_pb2.MetricsForSlice),
                   key=slice_order)
  plots = sorted(records(folder, 'plots*', metrics_for_slice_pb2.PlotsForSlice), key=slice_order)
  validation = next(records(folder, 'validations*', validation_result_pb2.ValidationResult))
  validation.metric_validations_per_slice.sort(key=slice_order)
  return {'metrics': as_json(metrics), 'plots': as_json(p for p in plots if p.plot_keys_and_values),
          'validation': as_json([validation])[0]}


def lines(items):
  return '[\n' + ',\n'.join('  ' + json.dumps(i, ensure_ascii=False) for i in items) + '\n]'


def main(out):
  wanted = sys.argv[2:] or CASES
  for name in wanted:
    rows, config = CASES[name]
    result = evaluate(rows, config)
    with open(os.path.join(out, name + '.json'), 'w', encoding='utf-8') as f:
      f.write('{\n"eval_config": ' + json.dumps(config, ensure_ascii=False) + ',\n"rows": '
              + lines(rows) + ',\n"metrics": ' + lines(result['metrics']) + ',\n"plots": '
              + lines(result['plots']) + ',\n"validation": '
              + json.dumps(result['validation'], ensure_ascii=False) + '\n}\n')
    print(name)


if __name__ == '__main__':
  main(sys.argv[1])
