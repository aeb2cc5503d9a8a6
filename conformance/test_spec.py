"""Compiled specs, held against the messages and the loader of Kubeflow's own SDK."""

import os
import subprocess
import sys

import pytest
import yaml
from references import faults

json_format = pytest.importorskip("google.protobuf.json_format", reason="kfp is not installed")
pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from kfp import components
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2


def documents(path):
    found = list(yaml.safe_load_all(path.read_text("utf-8")))
    return found[0], found[1] if len(found) > 1 else None


def parse(document, message):
    """Strict: an unknown field is an error, as it is in the API server."""
    return json_format.ParseDict(document, message, ignore_unknown_fields=False)


def test_every_document_is_the_message_it_claims_to_be(specs):
    for path, _ in specs:
        spec, platform = documents(path)
        parse(spec, pipeline_spec_pb2.PipelineSpec())
        # a free Struct in the message above, so nothing in it was checked yet
        parse(spec["deploymentSpec"], pipeline_spec_pb2.PipelineDeploymentConfig())
        if platform:
            parse(platform, pipeline_spec_pb2.PlatformSpec())
            for config in platform["platforms"]["kubernetes"]["deploymentSpec"]["executors"].values():
                parse(config, kubernetes_executor_config_pb2.KubernetesExecutorConfig())


def test_nothing_is_lost_on_the_way_through_the_messages(specs):
    for path, compiled in specs:
        spec, platform = documents(path)
        assert spec == compiled["spec"], path.name
        assert platform == compiled.get("platform"), path.name
        assert [entry for entry in compiled["report"] if entry["outcome"] == "lost"] == [], path.name


def test_references_resolve(specs):
    assert {path.name: found for path, _ in specs if (found := list(faults(*documents(path))))} == {}


def test_the_sdk_loads_them(specs):
    for path, _ in specs:
        text = path.read_text("utf-8")
        loaded = components.load_component_from_text(text)
        spec, platform = documents(path)
        assert loaded.component_spec.name == spec["pipelineInfo"]["name"]
        assert loaded.component_spec.description == spec["pipelineInfo"].get("description")
        # a pipeline, not the one component that shares its name
        assert json_format.MessageToDict(loaded.pipeline_spec)["root"]["dag"] == json_format.MessageToDict(
            parse(spec, pipeline_spec_pb2.PipelineSpec())
        )["root"].get("dag", {})
        assert (platform is None) == (not loaded.platform_spec.platforms)


def test_an_outside_verifier_finds_no_error(specs):
    """VERIFY_IR names a program that takes spec files and exits 1 when one has an error."""
    verifier = os.environ.get("VERIFY_IR")
    if not verifier or not os.path.exists(verifier):
        pytest.skip("VERIFY_IR names no verifier")
    files = [str(path) for path, _ in specs]
    done = subprocess.run(
        [sys.executable, verifier, "-q", *files], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda spec: spec["root"]["dag"]["tasks"]["train"].pop("dependentTasks"), "not in dependentTasks"),
        (lambda spec: spec["root"]["dag"]["tasks"]["train"].pop("inputs"), "not bound"),
        (lambda spec: spec["components"].pop("comp-train"), "no component"),
        (lambda spec: spec["deploymentSpec"]["executors"].pop("exec-train"), "not one each"),
        (lambda spec: spec["root"].pop("inputDefinitions"), "no pipeline parameter"),
        (lambda spec: spec["components"]["comp-score"].pop("outputDefinitions"), "outputs has no"),
        (lambda spec: spec["pipelineInfo"].update(name="train"), "kfp.local"),
    ],
)
def test_a_spoilt_spec_is_found_out(compiled, spoil, fault):
    spec, platform = documents(compiled / "everything.kfp-2.16.yaml")
    spoil(spec)
    assert any(fault in found for found in faults(spec, platform))
