"""Whole notebooks as steps: one feeds the parameter of another by a name, and gives a file."""

import json
import os
import subprocess
import sys

import pytest
import yaml

pytest.importorskip("kfp", reason="kfp is not installed")
from test_local_run import run

TABLE = """
os.makedirs("out", exist_ok=True)
with open("out/table.csv", "w") as file:
    file.write(f"{label},{total}")
"""
PREPARE = {
    "imports": ("import os", []),
    "settings": ("rows = 2\nlabel = 'plain'", ["parameters"]),
    "total": ("total = sum(range(rows))", []),
    "broken": ("raise SystemExit('a skipped cell ran')", ["skip"]),
    "table": (TABLE, []),
}
REPORT = {
    "settings": ("base = 1\nfactor = 2.0\ntarget = ''", ["parameters"]),
    "scaled": ("scaled = base * factor", []),
    "write": ("import json\nwith open(target, 'w') as file:\n    json.dump([base, scaled, unit], file)", []),
}
NODES = {
    "prepare": {
        "kind": "notebook",
        "notebook": "prepare.ipynb",
        "inputs": {"rows": {"from": {"parameter": "rows"}}},
        "outputs": {"table": {"type": "Dataset", "file": "out/table.csv"}},
    },
    "report": {
        "kind": "notebook",
        "notebook": "report.ipynb",
        "inputs": {
            "base": {"from": {"node": "prepare", "output": "total"}},
            "target": {"from": {"parameter": "target"}},
            "unit": {"from": {"value": "cm"}},
        },
        "outputs": {"scaled": {"type": "number"}},
    },
}
PARAMETERS = {"rows": {"type": "integer", "default": 3}, "target": {"type": "string"}}


def notebook(cells):
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"language_info": {"name": "python"}},
        "cells": [
            {"id": name, "cell_type": "code", "source": source, "metadata": {"tags": tags}, "outputs": []}
            for name, (source, tags) in cells.items()
        ],
    }


@pytest.fixture
def project(tmp_path):
    """A folder with the pipeline and its notebooks."""
    for name, cells in {"prepare": PREPARE, "report": REPORT}.items():
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(notebook(cells)))
    pipeline = {"weft": 1, "id": "p", "name": "demo", "parameters": PARAMETERS, "nodes": NODES}
    (tmp_path / "p.weft").write_text(json.dumps(pipeline))
    return tmp_path


@pytest.fixture
def spec(weft, project):
    path = project / "spec.yaml"
    done = weft("compile", project / "p.weft", "-o", path)
    assert done.returncode == 0, done.stderr
    return path


def test_the_sdk_loads_them(spec):
    from kfp import components

    assert set(components.load_component_from_file(spec).pipeline_spec.root.dag.tasks) == {
        "prepare",
        "report",
    }


def test_what_is_fed_is_a_port_of_its_own_type(spec):
    definition = next(yaml.safe_load_all(spec.read_text("utf-8")))["components"]["comp-report"]
    parameters = definition["inputDefinitions"]["parameters"]
    assert parameters["base"] == {"parameterType": "NUMBER_INTEGER"}
    assert set(parameters) == {"base", "target", "unit"}, "`factor` is what its cell says"


def test_they_pass_the_verifier(spec):
    verifier = os.environ.get("VERIFY_IR")
    if not verifier:
        pytest.skip("VERIFY_IR names no verifier")
    done = subprocess.run([sys.executable, verifier, spec], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_they_run_by_the_runner_of_the_sdk(spec, tmp_path):
    folder = tmp_path / "run"
    folder.mkdir()
    target = folder / "result.json"
    run(spec, folder, rows=5, target=str(target))
    # 0 + 1 + 2 + 3 + 4, twice that by the default, and what no cell defines
    assert json.loads(target.read_text("utf-8")) == [10, 20.0, "cm"]
    (table,) = folder.glob("root/**/table")
    assert table.read_text("utf-8") == "plain,10"


def test_they_run_by_the_command(weft, project, tmp_path):
    target = tmp_path / "result.json"
    options = ("run", project / "p.weft", "--local", "--json", "--param", f"target={target}")
    done = weft(*options)
    assert done.returncode == 0, done.stderr
    assert json.loads(target.read_text("utf-8")) == [3, 6.0, "cm"]
    assert json.loads(done.stdout)["steps"]["report"]["outputs"] == {"scaled": 6.0}


def test_a_failure_names_the_cell_and_the_line(weft, project, tmp_path):
    broken = {**REPORT, "write": ("import json\n1 / 0", [])}
    (project / "report.ipynb").write_text(json.dumps(notebook(broken)))
    done = weft("run", project / "p.weft", "--local", "--json", "--param", "target=x")
    assert done.returncode == 1
    report = json.loads(done.stdout)["steps"]["report"]
    assert report["state"] == "failed"
    assert report["failure"] == {"notebook": "report.ipynb", "cell": "write", "line": 2}
