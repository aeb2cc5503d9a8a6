"""Compiled specs, held against the messages and the loader of Kubeflow's own SDK."""

import copy
import os
import subprocess
import sys

import pytest
from pyyaml import documents
from references import faults

json_format = pytest.importorskip("google.protobuf.json_format", reason="kfp is not installed")
pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from kfp import components
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2


def parse(document, message):
    """Strict: an unknown field is an error, as it is in the API server."""
    return json_format.ParseDict(document, message, ignore_unknown_fields=False)


def test_every_document_is_the_message_it_claims_to_be(specs):
    for case in specs:
        parse(case.spec, pipeline_spec_pb2.PipelineSpec())
        # a free Struct in the message above, so nothing in it was checked yet
        parse(case.spec["deploymentSpec"], pipeline_spec_pb2.PipelineDeploymentConfig())
        if case.platform:
            parse(case.platform, pipeline_spec_pb2.PlatformSpec())
            kubernetes = case.platform["platforms"]["kubernetes"]
            for config in kubernetes.get("deploymentSpec", {}).get("executors", {}).values():
                parse(config, kubernetes_executor_config_pb2.KubernetesExecutorConfig())


def test_the_text_says_what_was_compiled(specs):
    for case in specs:
        assert case.spec == case.compiled["spec"], case.name
        assert case.platform == case.compiled.get("platform"), case.name
        assert [entry for entry in case.compiled["report"] if entry["outcome"] == "lost"] == [], case.name


def test_references_resolve(specs):
    found = {case.name: list(faults(case.spec, case.platform)) for case in specs}
    assert {name: sentences for name, sentences in found.items() if sentences} == {}


def test_references_of_the_sdk_resolve(sdk_specs):
    found = {path.stem: list(faults(*documents(path.read_text("utf-8")))) for path in sdk_specs}
    assert {name: sentences for name, sentences in found.items() if sentences} == {}


def test_the_sdk_loads_them(specs):
    for case in specs:
        loaded = components.load_component_from_text(case.text)
        assert loaded.component_spec.name == case.spec["pipelineInfo"]["name"]
        assert loaded.component_spec.description == case.spec["pipelineInfo"].get("description")
        # a pipeline, not the one component that shares its name
        ours = parse(case.spec, pipeline_spec_pb2.PipelineSpec())
        assert loaded.pipeline_spec.root.dag == ours.root.dag, case.name
        assert bool(case.platform) == bool(loaded.platform_spec.platforms), case.name


def test_an_outside_verifier_finds_no_error(specs):
    """VERIFY_IR names a program that takes spec files and exits 1 when one has an error."""
    verifier = os.environ.get("VERIFY_IR")
    if not verifier or not os.path.exists(verifier):
        pytest.skip("VERIFY_IR names no verifier")
    command = [sys.executable, verifier, "-q", *(str(case.path) for case in specs)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda spec: spec["root"]["dag"]["tasks"]["train"].pop("dependentTasks"), "not in dependentTasks"),
        (lambda spec: spec["root"]["dag"]["tasks"]["train"].pop("inputs"), "not bound"),
        (lambda spec: spec["components"].pop("comp-train"), "no component"),
        (lambda spec: spec["deploymentSpec"]["executors"].pop("exec-train"), "not one each"),
        (lambda spec: spec["root"].pop("inputDefinitions"), "no input"),
        (lambda spec: spec["components"]["comp-score"].pop("outputDefinitions"), "outputs has no"),
        (lambda spec: spec["pipelineInfo"].update(name="train"), "kfp.local"),
    ],
)
def test_a_spoilt_spec_is_found_out(specs, spoil, fault):
    case = next(case for case in specs if case.name == "everything.kfp-2.16")
    spec, platform = copy.deepcopy(case.spec), case.platform
    spoil(spec)
    assert any(fault in found for found in faults(spec, platform))


def dag(spec, start):
    """The graph of the component whose key starts so."""
    return next(each for name, each in spec["components"].items() if name.startswith(start))


def loop(spec):
    return next(task for task in spec["root"]["dag"]["tasks"].values() if "parameterIterator" in task)


def branch(spec):
    return next(task for task in spec["root"]["dag"]["tasks"].values() if "triggerPolicy" in task)


@pytest.mark.parametrize(
    ("name", "spoil", "fault"),
    [
        (
            "loops-collected",
            lambda spec: dag(spec, "comp-for-loop").pop("outputDefinitions"),
            "those declared",
        ),
        ("loops-collected", lambda spec: dag(spec, "comp-for-loop")["dag"]["tasks"].clear(), "has no Output"),
        ("loops-parameter", lambda spec: loop(spec)["inputs"].clear(), "the loop reads"),
        ("loops-parameter", lambda spec: dag(spec, "comp-for-loop").pop("inputDefinitions"), "for the item"),
        ("conditions-text_equals", lambda spec: branch(spec)["inputs"].clear(), "the condition reads"),
        (
            "conditions-nested",
            lambda spec: dag(spec, "comp-condition-").pop("inputDefinitions"),
            "not declared",
        ),
        ("endings-exit_handler", lambda spec: close_a_circle(spec["root"]["dag"]["tasks"]), "wait for each"),
    ],
)
def test_a_spoilt_group_is_found_out(sdk_specs, name, spoil, fault):
    (spec, *platform) = documents(next(path for path in sdk_specs if path.stem == name).read_text("utf-8"))
    spoil(spec)
    found = list(faults(spec, *platform))
    assert any(fault in each for each in found), found


def close_a_circle(tasks):
    for name, task in tasks.items():
        task["dependentTasks"] = sorted(tasks.keys() - {name})
