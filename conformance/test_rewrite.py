"""Spec files of others, read and written again: the same messages, and the same bytes where they are PyYAML's."""

import json

import pytest
import yaml
from node import node_script

pytest.importorskip("kfp.kubernetes", reason="kfp-kubernetes is not installed")
from field_use import messages
from kfp import compiler
from pyyaml import Quoting, comment, documents, dump

# Defaults of several keys stand in the comment in the order of a hash table, new in every run of the SDK.
UNORDERED = {"platform_settings-tolerations.yaml"}


@pytest.fixture(scope="module")
def rewritten(sdk_specs, tmp_path_factory):
    return rewrite(sdk_specs, tmp_path_factory.mktemp("rewritten"))


def rewrite(paths, folder):
    """Spec files by name: the text, the text as Weft writes it, and what else it says of them."""
    node_script("conformance/rewrite-specs.mjs", folder, *paths)
    return {
        path.name: (
            bytes_as_text(path),
            bytes_as_text(folder / f"{path.name}.yaml"),
            json.loads((folder / f"{path.name}.json").read_text("utf-8")),
        )
        for path in paths
    }


def bytes_as_text(path):
    return path.read_bytes().decode("utf-8")


def test_specs_of_the_sdk_stay_the_same_to_the_byte(rewritten):
    for name, (text, ours, facts) in rewritten.items():
        assert facts["faults"] == [], name
        assert ours == quoted(text), name
        assert list(map(str, parsed(ours))) == list(map(str, parsed(text))), name


def test_the_comment_is_the_one_of_the_sdk(rewritten):
    for name, (text, _, facts) in rewritten.items():
        if name not in UNORDERED:
            assert facts["comment"] == comment(text), name


def test_manifests_are_those_of_the_sdk(tmp_path):
    from sdk.platform_settings import volumes
    from sdk.settings import about, config

    plain, manifests = tmp_path / "plain", tmp_path / "manifests"
    plain.mkdir()
    manifests.mkdir()
    options = compiler.compiler_utils.KubernetesManifestOptions(include_pipeline_manifest=True)
    for pipeline in (volumes, about, config):
        compiler.Compiler().compile(pipeline, str(plain / f"{pipeline.name}.yaml"))
        compiler.Compiler().compile(
            pipeline,
            str(manifests / f"{pipeline.name}.yaml"),
            kubernetes_manifest_options=options,
            kubernetes_manifest_format=True,
        )
    for name, (_, _, facts) in rewrite(sorted(plain.iterdir()), tmp_path).items():
        assert facts["crd"] == quoted((manifests / name).read_text("utf-8")), name


def test_real_specs_stay_the_same(corpus, tmp_path):
    files = rewrite(corpus, tmp_path)
    same, theirs = 0, 0
    for name, (text, ours, facts) in files.items():
        assert facts["faults"] == [], name
        assert ours == quoted(text), name
        same += ours == text
        theirs += text == quoted(text, yaml.SafeDumper)
    print(f"{same} of {len(files)} files are identical, of {theirs} that are PyYAML's own output")


def parsed(text):
    return messages(*documents(text)) if len(documents(text)) > 1 else messages(*documents(text), None)


def quoted(text, dumper=Quoting):
    """A spec file as PyYAML prints it."""
    return comment(text) + "---\n".join(dump(each, dumper) for each in documents(text))
