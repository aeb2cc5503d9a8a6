"""Every setting of a step and of a pipeline compiles to what the SDK compiles for the same pipeline."""

import pytest
import yaml

pytest.importorskip("kfp", reason="kfp is not installed")
pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from kfp import compiler
from step_twins import TWINS


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)
def test_a_twin_is_equal(compiled, tmp_path, twin):
    path = tmp_path / "twin.yaml"
    compiler.Compiler().compile(twin, str(path))
    theirs = list(yaml.safe_load_all(path.read_text("utf-8")))
    ours = list(yaml.safe_load_all((compiled / f"{twin.name}.kfp-2.18.yaml").read_text("utf-8")))
    assert theirs[0].pop("sdkVersion").startswith("kfp-")
    assert ours[0].pop("sdkVersion").startswith("weft-")
    for definition in definitions(theirs[0]):
        # the docstrings of the components that make and delete volume claims
        definition.pop("description", None)
    for theirs_task, ours_task in tasks_of(*theirs[:1], *ours[:1]):
        # the SDK shows a task by its name unless it has another; we show the title
        ours_task["taskInfo"] = theirs_task["taskInfo"]
    assert ours == theirs


def definitions(spec):
    for component in spec["components"].values():
        yield from component.get("inputDefinitions", {}).get("parameters", {}).values()


def tasks_of(theirs, ours):
    """Yields each task of one spec with that of the other."""
    for key in (None, *theirs["components"]):
        mine, other = ((spec["components"].get(key, {}) if key else spec["root"]) for spec in (theirs, ours))
        for name, task in mine.get("dag", {}).get("tasks", {}).items():
            yield task, other.get("dag", {}).get("tasks", {}).get(name, {})
