"""Groups compile to what the SDK compiles for the same pipeline, names and all."""

import pytest
import yaml

pytest.importorskip("kfp", reason="kfp is not installed")
from group_twins import TWINS
from kfp import compiler


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)
def test_a_twin_is_equal(compiled, tmp_path, twin):
    path = tmp_path / "twin.yaml"
    compiler.Compiler().compile(twin, str(path))
    theirs = yaml.safe_load(path.read_text("utf-8"))
    ours = yaml.safe_load((compiled / f"{twin.name}.kfp-2.16.yaml").read_text("utf-8"))
    assert theirs.pop("sdkVersion").startswith("kfp-")
    assert ours.pop("sdkVersion").startswith("weft-")
    for name, task, other in tasks_of(theirs, ours):
        # the SDK shows a task by its name unless it has another; we show the title
        if task["taskInfo"]["name"] == name:
            other["taskInfo"]["name"] = name
    assert ours == theirs


def tasks_of(theirs, ours):
    """Yields each task of one spec with that of the other."""
    pairs = [(theirs["root"], ours["root"])]
    pairs += [(theirs["components"][key], ours["components"].get(key, {})) for key in theirs["components"]]
    for mine, other in pairs:
        for name, task in mine.get("dag", {}).get("tasks", {}).items():
            yield name, task, other.get("dag", {}).get("tasks", {}).get(name, {"taskInfo": {}})
