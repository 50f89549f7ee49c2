#!/usr/bin/env python3
"""Makes the artifacts that the tests of component-nodes read: component-nodes/src/test/resources/artifacts.

Runs the sample penguins twice with ./pipewright: as it is ("penguins"), and with a schema and a threshold
that it does not meet ("strict"). Copies the small artifacts, without the numbers of their executions.

    peers/samples/faces.py
"""

import json
import pathlib
import shutil
import subprocess
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = REPOSITORY / "samples" / "penguins"
TARGET = REPOSITORY / "component-nodes" / "src" / "test" / "resources" / "artifacts"

EVERY = [
    ("ExampleValidator", "anomalies"),
    ("Evaluator", "evaluation"),
    ("Evaluator", "blessing"),
]
ONCE = [
    ("CsvExampleGen", "examples"),
    ("StatisticsGen", "statistics"),
    ("SchemaGen", "schema"),
    ("Transform", "transform_graph"),
    ("Trainer", "model"),
    ("Trainer", "model_run"),
]


def run(project):
    subprocess.run([REPOSITORY / "pipewright", "run", project], check=True)
    return project.with_suffix(".runs")


def copy(runs, name, outputs):
    for node, port in outputs:
        (artifact,) = (runs / node / port).iterdir()
        shutil.copytree(artifact, TARGET / name / port)


def strict(pipeline, schema):
    """Torgersen is not expected, nor are birds above 5 kg; the model is to be right always."""
    text = schema.read_text()
    text = text.replace('  value: "Torgersen"\n', "")
    text = text.replace(
        'feature {\n  name: "body_mass_g"\n  type: INT\n',
        'feature {\n  name: "body_mass_g"\n  type: INT\n  int_domain {\n    max: 5000\n  }\n',
    )
    (schema.parent / "strict.pbtxt").write_text(text)
    for node in pipeline["nodes"]:
        if node["id"] == "SchemaGen":
            node.clear()
            node.update(
                id="SchemaGen", component="ImportSchemaGen", parameters={"schema_file": "strict.pbtxt"}
            )
        if node["id"] == "Evaluator":
            metrics = node["parameters"]["eval_config"]["metrics_specs"][0]["metrics"]
            metrics[1]["threshold"] = {"value_threshold": {"lower_bound": 0.9999}}
        if node["id"] == "Trainer":
            node["parameters"]["train_args"]["num_steps"] = 20
    return pipeline


def main():
    shutil.rmtree(TARGET, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        shutil.copytree(SAMPLE / "data", folder / "data")
        project = folder / "penguins.pipewright"
        project.write_text((SAMPLE / "penguins.pipewright").read_text())
        runs = run(project)
        copy(runs, "penguins", ONCE + EVERY)
        (schema,) = (runs / "SchemaGen" / "schema").glob("*/schema.pbtxt")
        shutil.copy(schema, folder / "schema.pbtxt")
        other = folder / "strict.pipewright"
        other.write_text(json.dumps(strict(json.loads(project.read_text()), folder / "schema.pbtxt")))
        copy(run(other), "strict", EVERY)
        for config in TARGET.rglob("eval_config.json"):
            config.write_text(config.read_text().replace(str(folder), "/project"))
    for events in TARGET.rglob("events.out.*"):
        # The name has the time and the machine.
        events.rename(events.parent / "events.out.tfevents.0.host.1.0.v2")


if __name__ == "__main__":
    main()
