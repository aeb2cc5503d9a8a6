"""A compiled pipeline of cells runs on this machine by the SDK's own local runner."""

import json
import subprocess
import sys

import pytest

pytest.importorskip("kfp", reason="kfp is not installed")

# in a process of its own: the runner changes what is global to it, and writes beside the working directory
RUN = """
import json, sys
from kfp import components, local
local.init(runner=local.SubprocessRunner(use_venv=False), pipeline_root="root")
components.load_component_from_file(sys.argv[1])(**json.loads(sys.argv[2]))
"""


def run(spec, folder, **arguments):
    done = subprocess.run(
        [sys.executable, "-c", RUN, spec, json.dumps(arguments)],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("target", ["local", "kfp-2.16"])
def test_cells_run(compiled, tmp_path, target):
    result = tmp_path / "result.json"
    run(compiled / f"chain.{target}.yaml", tmp_path, count=5, target=str(result))
    assert json.loads(result.read_text("utf-8")) == {"mean": 5.0, "y": {"on": [1, "12:30"]}}


@pytest.mark.parametrize("target", ["local", "kfp-2.17"])
def test_groups_run(compiled, tmp_path, target):
    result = tmp_path / "result.json"
    run(compiled / f"groups.{target}.yaml", tmp_path, base=2, numbers=[3, 4], target=str(result))
    # the branch that holds, every iteration in order, the default of the sub-pipeline, the exit step
    assert json.loads(result.read_text("utf-8")) == {"all": [6, 8], "bumped": 5, "prize": 20}
    assert (tmp_path / "result.json.last").read_text("utf-8") == "ran"
