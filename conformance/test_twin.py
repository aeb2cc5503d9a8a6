"""What we compile is what the SDK compiles for the same pipeline."""

import pytest
import yaml

pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from kfp import compiler
from twin import twin


def test_the_twin_is_equal(compiled, tmp_path):
    path = tmp_path / "twin.yaml"
    compiler.Compiler().compile(twin, str(path))
    text = (compiled / "twin.kfp-2.16.yaml").read_text("utf-8")
    theirs, ours = (list(yaml.safe_load_all(each)) for each in (path.read_text("utf-8"), text))
    assert theirs[0].pop("sdkVersion").startswith("kfp-")
    assert ours[0].pop("sdkVersion").startswith("weft-")
    # keeps autoscalers from moving the step: a choice of the pool, which the SDK leaves to the user
    executors = ours[1]["platforms"]["kubernetes"]["deploymentSpec"]["executors"]
    assert executors["exec-train"]["podMetadata"].pop("annotations")
    assert ours == theirs
    assert header(text) == header(path.read_text("utf-8"))


def header(text):
    return [line for line in text.splitlines() if line.startswith("#")]
