"""Specs of the real SDK come back from an import as they were, in every message, with next to nothing kept."""

import json

import yaml
from node import node_script

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def documents(path):
    return [each for each in yaml.load_all(path.read_text("utf-8"), Loader=LOADER) if each is not None]


def imported(specs, folder, capsys):
    """Imports and compiles specs; returns the share of nodes that keep something."""
    node_script("conformance/import-specs.mjs", folder, *specs)
    identical = keeping = nodes = 0
    for path in specs:
        again = folder / f"{path.name}.yaml"
        assert documents(again) == documents(path), path
        facts = json.loads((folder / f"{path.name}.json").read_text("utf-8"))
        assert facts["lost"] == [], path
        identical += again.read_bytes() == path.read_bytes()
        keeping += facts["keeping"]
        nodes += facts["nodes"]
    with capsys.disabled():
        print(
            f" {len(specs)} specs equal, {identical} to the byte; {keeping} of {nodes} nodes keep something"
        )
    return keeping / nodes


def test_specs_of_the_sdk_come_back(sdk_specs, tmp_path, capsys):
    assert imported(sdk_specs, tmp_path, capsys) < 0.02


def test_real_specs_come_back(corpus, tmp_path, capsys):
    assert imported(corpus, tmp_path, capsys) < 0.1
