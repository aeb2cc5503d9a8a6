"""Files and trailing values go from step to step, and every step keeps a record, by the SDK's own local runner."""

import json
from pathlib import Path

import pytest
from test_notebooks import Bench

pytest.importorskip("kfp", reason="kfp is not installed")

CELLS = {
    "write": "import os\nos.makedirs('data', exist_ok=True)\nopen('data/a.txt', 'w').write('seven')\n6 * 7",
    # unseen, so that the disk is as empty for the next step as that of a pod is
    "wipe": "import shutil\ngetattr(shutil, 'rmtree')('data')",
    "read": "text = open('data/a.txt').read()",
}


@pytest.fixture
def bench(weft, tmp_path):
    return Bench(weft, tmp_path)


def test_a_file_and_the_value_of_an_expression_are_passed_on(bench):
    nodes = {
        "write": {"outputs": {"_": {"type": "integer"}}},
        "wipe": {"after": ["write"]},
        "read": {
            "after": ["wipe"],
            "inputs": {"answer": {"from": {"node": "write", "output": "_"}}},
            "outputs": {"text": {"type": "string"}},
        },
    }
    bench.draw(CELLS, nodes)
    kept = bench.folder / "kept"
    done = bench.run("--keep", kept)
    assert done.returncode == 0, done.stderr
    steps = json.loads(done.stdout)["steps"]
    assert (steps["write"]["outputs"], steps["read"]["outputs"]) == ({"last_value": 42}, {"text": "seven"})
    notebook = json.loads(Path(steps["read"]["record"]["notebook"]).read_text("utf-8"))
    assert notebook["cells"][-1]["source"] == CELLS["read"]
    assert "answer = 42" in notebook["cells"][0]["source"]


def test_a_failed_step_keeps_its_record(bench):
    bench.draw({"bad": "print('before')\n1 / 0"}, {"bad": {}})
    done = bench.run("--keep", bench.folder / "kept")
    step = json.loads(done.stdout)["steps"]["bad"]
    assert step["state"] == "failed"
    report = Path(step["record"]["report"]).read_text("utf-8")
    assert "before" in report and "ZeroDivisionError" in report


def test_what_pip_cannot_install_fails_the_step_by_name(bench):
    bench.env["PIP_NO_INDEX"] = "1"
    bench.draw({"use": "1"}, {"use": {"packages": ["no-such-package-at-all==1"]}})
    done = bench.run()
    step = json.loads(done.stdout)["steps"]["use"]
    assert step["message"] == "pip could not install no-such-package-at-all==1: see the log for why."
