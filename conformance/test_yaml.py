"""What we write as YAML 1.2 is read back by a YAML 1.1 reader, the one of Kubeflow's SDK, as it was meant."""

import json

import pytest
import yaml

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.mark.parametrize("loader", LOADERS)
def test_text_and_numbers_come_back(compiled, loader):
    wanted = json.loads((compiled / "tricky.json").read_text("utf-8"))["spec"]
    # bytes, so that no line break is translated
    read = yaml.load((compiled / "tricky.yaml").read_bytes().decode("utf-8"), Loader=loader)
    assert len(wanted["values"]) == 3000
    for name, value in wanted["values"].items():
        assert same(read["values"][name], value), (name, value, read["values"][name])
    for key in wanted["keys"].keys() | read["keys"].keys():
        assert key in wanted["keys"] and key in read["keys"], key
    assert read == wanted


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
