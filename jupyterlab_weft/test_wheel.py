"""The wheel as it is published: what it carries, and that its command works with nothing but it."""

import configparser
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

CHECKOUT = Path(__file__).parent.parent
PACKAGE = json.loads((CHECKOUT / "package.json").read_text())
EXTENSION = f"jupyterlab_weft-{PACKAGE['version']}.data/data/share/jupyter/labextensions/{PACKAGE['name']}"
INFO = f"jupyterlab_weft-{PACKAGE['version']}.dist-info"
MODULES = {"__init__.py", "__main__.py", "command.py", "hub.py", "node_process.py"}
BUNDLES = {
    "weft.mjs",
    "hub.mjs",
    "web-tree-sitter.wasm",
    "tree-sitter-python.wasm",
    "third-party-licenses.json",
}

pytestmark = pytest.mark.skipif(
    not (CHECKOUT / "jupyterlab_weft/labextension/package.json").exists()
    or not (CHECKOUT / "jupyterlab_weft/node/weft.mjs").exists(),
    reason="the bundles are not built; npm run build builds them",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of the bundles as they are; building these is not part of the test."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    environment = {**os.environ, "SKIP_JUPYTER_BUILDER": "1"}
    done = subprocess.run(
        command, check=False, cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def below(wheel, folder):
    return {
        str(PurePosixPath(name).relative_to(folder))
        for name in wheel.namelist()
        if PurePosixPath(name).is_relative_to(folder)
    }


def test_carries_the_package_and_the_bundles_and_no_tests(wheel):
    assert below(wheel, "jupyterlab_weft") == MODULES | {f"node/{name}" for name in BUNDLES}
    assert len(wheel.namelist()) == len(set(wheel.namelist()))


def test_carries_the_extension_once_where_jupyterlab_looks(wheel):
    names = below(wheel, EXTENSION)
    assert {"package.json", "install.json", "static/style.js"} <= names
    assert {str(PurePosixPath(name).parts[0]) for name in names} == {
        "package.json",
        "install.json",
        "static",
        "schemas",
    }
    package = json.loads(wheel.read(f"{EXTENSION}/package.json"))
    assert f"{package['jupyterlab']['_build']['load']}" in names
    assert sum(name.endswith("/remoteEntry.js") or "/remoteEntry." in name for name in wheel.namelist()) == 1


def test_names_its_command_its_hub_and_all_licences(wheel):
    points = configparser.ConfigParser()
    points.read_string(wheel.read(f"{INFO}/entry_points.txt").decode())
    assert points["console_scripts"]["weft"] == "jupyterlab_weft.command:main"
    assert points["jupyter_serverproxy_servers"]["weft"] == "jupyterlab_weft:setup_weft"
    for folder in ("jupyterlab_weft/node", f"{EXTENSION}/static"):
        packages = json.loads(wheel.read(f"{folder}/third-party-licenses.json"))["packages"]
        assert {"yjs", "web-tree-sitter"} & {package["name"] for package in packages}
        assert all(package["licenseId"] for package in packages)
    assert wheel.read(f"{INFO}/licenses/LICENSE") == (CHECKOUT / "LICENSE").read_bytes()


def test_the_command_works_away_from_the_checkout(wheel, tmp_path):
    wheel.extractall(tmp_path / "site")
    pipeline = {"weft": 1, "id": "a", "name": "a", "nodes": {"a": {"kind": "container", "image": "alpine:3"}}}
    (tmp_path / "p.weft").write_text(json.dumps(pipeline))
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlab_weft", "check", "p.weft", "--json"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.returncode in (0, 1)
    assert json.loads(done.stdout)["pipeline"] == "a"
