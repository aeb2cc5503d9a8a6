"""Compiles the fixtures once, with the sources as they stand."""

import json
import os
import subprocess
from collections import namedtuple
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# name: of the fixture; text: as users get it; spec, platform: read from it; compiled: what it must say
Compiled = namedtuple("Compiled", "name path text spec platform compiled")


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
    """Every fixture that is a pipeline."""
    found = [read(path) for path in sorted(compiled.glob("*.yaml")) if path.stem != "tricky"]
    assert len(found) > 100
    return found


def read(path):
    text = path.read_text("utf-8")
    spec, *platform = yaml.load_all(text, Loader=LOADER)
    assert len(platform) < 2
    compiled = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return Compiled(path.stem, path, text, spec, platform[0] if platform else None, compiled)
