"""The example gives as a pipeline what its notebook gives when it is run from top to bottom."""

import json
import re
from pathlib import Path

import pytest
import yaml

json_format = pytest.importorskip("google.protobuf.json_format", reason="kfp is not installed")
pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
pytest.importorskip("sklearn", reason="scikit-learn is not installed")
from kfp import components
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

EXAMPLE = Path(__file__).parent.parent / "examples" / "breast-cancer"
PIPELINE = EXAMPLE / "breast-cancer.weft"
ANCESTORS = {"load", "clean", "split"}


def plain(**literals):
    """The names that are there after all cells ran in one namespace, with other values for some literals."""
    notebook = json.loads((EXAMPLE / "breast-cancer.ipynb").read_text("utf-8"))
    names = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            for name, value in literals.items():
                source = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value!r}", source)
            exec(compile(source, cell["id"], "exec"), names)  # noqa: S102 - cells are there to be run
    assert all(names[name] == value for name, value in literals.items())
    return {name: names[name] for name in ("accuracy", "auc", "best", "scores")}


def run(weft, *options):
    """What a run printed."""
    done = weft("run", PIPELINE, "--local", "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def given(weft, kept, *options):
    """What a run gave: its parameters as it printed them, and the scores of both models from the kept artifacts."""
    result = run(weft, "--keep", kept, *options)
    assert {step["state"] for name, step in result["steps"].items() if name != "announce"} == {"succeeded"}
    (scores,) = kept.glob("**/compare/scores")
    return {**result["steps"]["compare"]["outputs"], "scores": json.loads(scores.read_text("utf-8"))}


def test_it_has_no_problems(weft):
    done = weft("check", PIPELINE, "--json")
    assert done.returncode == 0, done.stdout


def test_the_spec_is_what_kubeflow_reads(weft):
    done = weft("compile", PIPELINE)
    assert done.returncode == 0, done.stderr
    spec, platform = yaml.safe_load_all(done.stdout)
    parse(spec, pipeline_spec_pb2.PipelineSpec())
    parse(spec["deploymentSpec"], pipeline_spec_pb2.PipelineDeploymentConfig())
    parse(platform, pipeline_spec_pb2.PlatformSpec())
    for config in platform["platforms"]["kubernetes"]["deploymentSpec"]["executors"].values():
        parse(config, kubernetes_executor_config_pb2.KubernetesExecutorConfig())
    loaded = components.load_component_from_text(done.stdout)
    assert loaded.pipeline_spec.root.dag == parse(spec, pipeline_spec_pb2.PipelineSpec()).root.dag
    assert set(loaded.pipeline_spec.root.dag.tasks) >= {*ANCESTORS, "compare", "announce"}


def parse(document, message):
    """Strict: an unknown field is an error."""
    return json_format.ParseDict(document, message, ignore_unknown_fields=False)


def test_it_compiles_to_the_same_bytes_from_anywhere(weft, tmp_path):
    first, second = weft("compile", PIPELINE), weft("compile", PIPELINE, cwd=tmp_path)
    relative = weft("compile", PIPELINE.name, cwd=EXAMPLE, env={"TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"})
    written = weft("compile", PIPELINE, "-o", tmp_path / "out.yaml")
    assert written.returncode == 0, written.stderr
    assert first.stdout.startswith("# PIPELINE DEFINITION")
    assert first.stdout == second.stdout == relative.stdout == (tmp_path / "out.yaml").read_text("utf-8")


def test_a_run_equals_the_plain_notebook(weft, tmp_path):
    assert given(weft, tmp_path) == plain()


def test_a_parameter_is_the_same_in_all_of_it(weft, tmp_path):
    few = plain(trees=5)
    assert few != plain(), "the number of trees must matter, or this shows nothing"
    assert given(weft, tmp_path, "--param", "trees=5") == few


def test_a_run_until_a_node_is_of_what_it_needs(weft):
    result = run(weft, "--until", "split")
    assert result["state"] == "succeeded"
    assert {name: step["state"] for name, step in result["steps"].items()} == dict.fromkeys(
        ANCESTORS, "succeeded"
    )
