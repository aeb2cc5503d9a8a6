"""Compiles the fixtures and bundles the command once, with the sources as they stand."""

import json
import os
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
import yaml
from node import HERE, NODE, node_script

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# name: of the fixture; text: as users get it; spec, platform: read from it; compiled: what it must say
Compiled = namedtuple("Compiled", "name path text spec platform compiled")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """Folder of compiled fixtures: NAME.yaml as users get it, NAME.json what it must say."""
    folder = tmp_path_factory.mktemp("compiled")
    node_script("conformance/compile-fixtures.mjs", folder)
    return folder


@pytest.fixture(scope="session")
def sdk_specs(tmp_path_factory):
    """Paths of the pipelines of sdk/, compiled by the real SDK."""
    folder = tmp_path_factory.mktemp("sdk")
    script = [sys.executable, HERE / "compile-sdk.py", folder]
    done = subprocess.run(script, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return sorted(folder.glob("*.yaml"))


@pytest.fixture(scope="session")
def corpus():
    """Paths of the real specs in the folder that WEFT_CORPUS names."""
    folder = os.environ.get("WEFT_CORPUS")
    if not folder:
        pytest.skip("WEFT_CORPUS names no folder of specs")
    found = sorted(path for path in Path(folder).iterdir() if path.suffix in (".yaml", ".json"))
    assert found
    return found


@pytest.fixture(scope="session")
def weft(tmp_path_factory):
    """Calls the command; gives the finished process."""
    folder = tmp_path_factory.mktemp("command")
    node_script("tools/build-node.mjs", folder)

    def call(*arguments, cwd=HERE.parent, env=None):
        return subprocess.run(
            [NODE, folder / "weft.mjs", *map(str, arguments)],
            check=False,
            cwd=cwd,
            env={**os.environ, "WEFT_PYTHON": sys.executable, **(env or {})},
            capture_output=True,
            text=True,
            timeout=240,
        )

    return call


@pytest.fixture(scope="session")
def specs(compiled):
    """Every fixture that is a pipeline."""
    found = [read(path) for path in sorted(compiled.glob("*.yaml"))]
    assert len(found) > 100
    return found


def read(path):
    text = path.read_text("utf-8")
    spec, *platform = yaml.load_all(text, Loader=LOADER)
    assert len(platform) < 2
    # `google.protobuf.Value` knows no other numbers
    compiled = json.loads(path.with_suffix(".json").read_text("utf-8"), parse_int=float)
    return Compiled(path.stem, path, text, spec, platform[0] if platform else None, compiled)
