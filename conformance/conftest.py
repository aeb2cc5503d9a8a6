"""Compiles the fixtures once, with the sources as they stand."""

import json
import os
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """Folder of compiled fixtures: NAME.yaml as users get it, NAME.json what it must say."""
    folder = tmp_path_factory.mktemp("compiled")
    script = [os.environ.get("NODE", "node"), HERE / "compile-fixtures.mjs", folder]
    done = subprocess.run(script, check=False, cwd=HERE.parent, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def specs(compiled):
    """Path and compiled JSON of every fixture that is a pipeline."""
    found = [path for path in sorted(compiled.glob("*.yaml")) if path.stem != "tricky"]
    assert len(found) > 100
    return [(path, json.loads(path.with_suffix(".json").read_text("utf-8"))) for path in found]
