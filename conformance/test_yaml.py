"""What we write is what PyYAML, the writer and reader of Kubeflow's SDK, writes, and reads as it was meant."""

import json
import os

import pytest
import yaml
from node import node_script
from pyyaml import comment, dump

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.fixture(scope="module")
def tricky(tmp_path_factory):
    """What was to be written, and the text."""
    folder = tmp_path_factory.mktemp("tricky")
    node_script("conformance/write-tricky.mjs", folder, os.environ.get("SEED", "20261121"))
    # bytes, so that no line break is translated
    text = (folder / "tricky.yaml").read_bytes().decode("utf-8")
    # `google.protobuf.Value` knows no other numbers
    return json.loads((folder / "tricky.json").read_text("utf-8"), parse_int=float), text


@pytest.mark.parametrize("loader", LOADERS)
def test_text_and_numbers_come_back(tricky, loader):
    wanted, text = tricky
    read = yaml.load(text, Loader=loader)
    assert len(wanted["values"]) == 3000
    for name, value in wanted["values"].items():
        assert same(read["values"][name], value), (name, value, read["values"][name])
    for key in wanted["keys"].keys() | read["keys"].keys():
        assert key in wanted["keys"] and key in read["keys"], key
    assert read == wanted


def test_every_byte_is_pyyamls(tricky):
    wanted, text = tricky
    body = text.removeprefix(comment(text))
    assert body.count("\n") > 10000
    for ours, theirs in zip(body.split("\n"), dump(wanted).split("\n")):
        assert ours == theirs
    assert body == dump(wanted)


def same(read, wanted):
    """Equal, where numbers are numbers: a boolean is none, and neither is text."""
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return type(read) in (int, float) and read == wanted
    if isinstance(wanted, list):
        return type(read) is list and len(read) == len(wanted) and all(map(same, read, wanted))
    if isinstance(wanted, dict):
        return (
            type(read) is dict
            and read.keys() == wanted.keys()
            and all(same(read[k], wanted[k]) for k in wanted)
        )
    return type(read) is type(wanted) and read == wanted
