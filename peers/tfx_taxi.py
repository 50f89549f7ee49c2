"""Runs TFX's taxi example with LocalDagRunner, as bench_taxi.py measures it.

usage: tfx_taxi.py MODULE_FILE DATA_FOLDER OUT_FOLDER
MODULE_FILE is tfx/examples/chicago_taxi_pipeline/taxi_utils_native_keras.py of a TFX checkout.
"""
import os
import sys

import tensorflow_model_analysis as tfma
from tfx import v1 as tfx

module, data, out = map(os.path.abspath, sys.argv[1:4])
C = tfx.components
gen = C.CsvExampleGen(input_base=data)
stats = C.StatisticsGen(examples=gen.outputs['examples'])
schema = C.SchemaGen(statistics=stats.outputs['statistics'], infer_feature_shape=True)
validator = C.ExampleValidator(statistics=stats.outputs['statistics'], schema=schema.outputs['schema'])
transform = C.Transform(examples=gen.outputs['examples'], schema=schema.outputs['schema'], module_file=module)
trainer = C.Trainer(
    module_file=module, examples=transform.outputs['transformed_examples'],
    transform_graph=transform.outputs['transform_graph'], schema=schema.outputs['schema'],
    train_args=tfx.proto.TrainArgs(num_steps=1000), eval_args=tfx.proto.EvalArgs(num_steps=150))
resolver = tfx.dsl.Resolver(
    strategy_class=tfx.dsl.experimental.LatestBlessedModelStrategy,
    model=tfx.dsl.Channel(type=tfx.types.standard_artifacts.Model),
    model_blessing=tfx.dsl.Channel(type=tfx.types.standard_artifacts.ModelBlessing),
).with_id('latest_blessed_model_resolver')
accuracy = tfma.MetricThreshold(
    value_threshold=tfma.GenericValueThreshold(lower_bound={'value': 0.6}),
    change_threshold=tfma.GenericChangeThreshold(
        direction=tfma.MetricDirection.HIGHER_IS_BETTER, absolute={'value': -1e-10}))
config = tfma.EvalConfig(
    model_specs=[tfma.ModelSpec(
        signature_name='serving_default', label_key='tips_xf',
        preprocessing_function_names=['transform_features'])],
    slicing_specs=[tfma.SlicingSpec(), tfma.SlicingSpec(feature_keys=['trip_start_hour'])],
    metrics_specs=[tfma.MetricsSpec(metrics=[
        tfma.MetricConfig(class_name='ExampleCount'), tfma.MetricConfig(class_name='AUC'),
        tfma.MetricConfig(class_name='BinaryAccuracy', threshold=accuracy)])])
evaluator = C.Evaluator(
    examples=gen.outputs['examples'], model=trainer.outputs['model'],
    baseline_model=resolver.outputs['model'], eval_config=config)
pusher = C.Pusher(
    model=trainer.outputs['model'], model_blessing=evaluator.outputs['blessing'],
    push_destination=tfx.proto.PushDestination(
        filesystem=tfx.proto.PushDestination.Filesystem(base_directory=os.path.join(out, 'serving_model'))))
tfx.orchestration.LocalDagRunner().run(tfx.dsl.Pipeline(
    pipeline_name='taxi', pipeline_root=os.path.join(out, 'pipeline_root'),
    components=[gen, stats, schema, validator, transform, trainer, resolver, evaluator, pusher], enable_cache=True,
    metadata_connection_config=tfx.orchestration.metadata.sqlite_metadata_connection_config(
        os.path.join(out, 'metadata.db')),
    # The runner that Beam falls back to anyway where it cannot download its Prism runner; asked for at once.
    beam_pipeline_args=['--runner=apache_beam.runners.portability.fn_api_runner.FnApiRunner']))
