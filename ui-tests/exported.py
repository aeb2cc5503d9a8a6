"""What an exported pipeline is worth: `exported.py SPEC NOTEBOOK OUTPUT` prints its findings as one JSON object.

Every document is parsed as the message it claims to be, unknown fields being errors; the SDK loads it; what is not a
container is run by the SDK's local runner, and the notebook by plain Python, so that OUTPUT can be compared.
"""

import json
import pathlib
import sys
import tempfile

import yaml
from google.protobuf import json_format
from kfp import components
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "conformance"), str(ROOT / "src/runtime")]

import local
from references import faults


def parse_strictly(spec, platform):
    def parse(document, message):
        json_format.ParseDict(document, message, ignore_unknown_fields=False)

    parse(spec, pipeline_spec_pb2.PipelineSpec())
    parse(spec["deploymentSpec"], pipeline_spec_pb2.PipelineDeploymentConfig())
    parse(platform, pipeline_spec_pb2.PlatformSpec())
    executors = platform["platforms"]["kubernetes"]["deploymentSpec"]["executors"]
    for config in executors.values():
        parse(config, kubernetes_executor_config_pb2.KubernetesExecutorConfig())
    return executors


def without_containers(spec):
    """The spec without the steps that are no cells; nothing here reads what they give."""
    executors, components = spec["deploymentSpec"]["executors"], spec["components"]
    tasks = spec["root"]["dag"]["tasks"]
    for name in list(tasks):
        reference = tasks[name]["componentRef"]["name"]
        label = components[reference]["executorLabel"]
        if "kfp.dsl.executor_main" not in " ".join(executors[label]["container"]["command"]):
            del tasks[name], components[reference], executors[label]
    return spec


def run_spec(spec, output):
    values = []

    def emit(event):
        if event["event"] == "step-ended" and output in event.get("outputs", {}):
            values.append(event["outputs"][output])

    with tempfile.TemporaryDirectory() as root:
        state = local.run(yaml.safe_dump(spec), {}, root, {}, emit)
    return state, values


def run_notebook(path, output):
    names = {}
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102 - what the pipeline is held against
    return names[output]


def main(spec_path, notebook, output):
    text = pathlib.Path(spec_path).read_text("utf-8")
    spec, platform = yaml.safe_load_all(text)
    executors = parse_strictly(spec, platform)
    components.load_component_from_text(text)
    found = {"faults": list(faults(spec, platform)), "executors": executors}
    found["notebook"] = run_notebook(pathlib.Path(notebook), output)
    found["state"], found["run"] = run_spec(without_containers(spec), output)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
