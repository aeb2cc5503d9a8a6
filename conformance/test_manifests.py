"""What is shipped to run a hub: manifests that the APIs' own types take, and a container that runs as nobody."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
WAYS_IN = {"gateway": "HTTPRoute", "istio": "VirtualService"}
VERSION = json.loads((ROOT / "package.json").read_text())["version"]
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()
UNREACHABLE = re.compile(r"dial tcp|no such host|i/o timeout|connection refused|proxyconnect|requires go >=")


def instructions(text):
    """The instructions of a container file, with their continued lines."""
    lines = re.sub(r"\\\n", " ", re.sub(r"(?m)^#.*\n", "", text)).splitlines()
    return [tuple(line.split(None, 1)) for line in lines if line.strip()]


def test_manifests_are_what_the_apis_take():
    go = shutil.which("go")
    if not go:
        pytest.skip("go is not here, which has the types of Kubernetes")
    result = subprocess.run(
        [go, "test", "-mod=readonly", "-count=1", "./..."],
        check=False,
        cwd=ROOT / "conformance" / "manifests",
        capture_output=True,
        text=True,
        timeout=500,
    )
    said = result.stdout + result.stderr
    if result.returncode != 0 and UNREACHABLE.search(said):
        pytest.skip("the Go modules with the types of Kubernetes cannot be had here")
    assert result.returncode == 0, said


def test_all_name_this_release():
    image = f"weft-hub:{VERSION}"
    assert f"image: {image}\n" in (KUBERNETES / "hub" / "hub.yaml").read_text()
    assert image in CONTAINERFILE


def test_manifests_hold_no_secret():
    for file in KUBERNETES.glob("*/*.yaml"):
        text = file.read_text()
        assert "kind: Secret\n" not in text, file
        assert not re.search(r"postgres(ql)?://", text), file
        assert not re.search(r"(?i)(password|secret): *['\"]?\w", text), file


def test_ways_in_are_apart_and_each_is_whole():
    assert not list(KUBERNETES.glob("*.yaml"))
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("kubectl is not here, which puts manifests together")
    for way, route in WAYS_IN.items():
        build = [kubectl, "kustomize", KUBERNETES / way]
        said = subprocess.run(build, check=True, capture_output=True, text=True).stdout
        documents = list(yaml.safe_load_all(said))
        kinds = [document["kind"] for document in documents]
        assert {"Namespace", "Deployment", "Service", "NetworkPolicy", route} <= set(kinds)
        assert not (set(WAYS_IN.values()) - {route}) & set(kinds)
        assert {document["metadata"].get("namespace", "weft") for document in documents} == {"weft"}
        pod = documents[kinds.index("Deployment")]["spec"]["template"]
        assert ("sidecar.istio.io/inject" in pod["metadata"]["labels"]) == (way == "istio")
        assert any(
            arg.startswith("--trusted-proxies=") and "127.0.0.6" in arg
            for arg in pod["spec"]["containers"][0]["args"]
        )
        ports = [
            port["port"]
            for document in documents
            if document["kind"] == "NetworkPolicy"
            for rule in document["spec"]["egress"]
            for port in rule["ports"]
        ]
        assert (15012 in ports) == (way == "istio")


def test_the_health_check_asks_where_the_documented_hub_answers():
    port = re.search(r"http://127\.0\.0\.1:(\d+)/healthz", CONTAINERFILE)[1]
    assert f"--metrics-port={port}\n" in (KUBERNETES / "hub" / "hub.yaml").read_text()
    start = re.search(r"docker run .*?\n```", (ROOT / "docs" / "hub.md").read_text(), re.DOTALL)[0]
    assert f"--metrics-port {port} " in start and f"weft-hub:{VERSION} serve" in start


def test_the_container_runs_as_nobody_in_particular():
    steps = instructions(CONTAINERFILE)
    assert [args for name, args in steps if name == "USER"] == ["1000:1000"]
    user = next(index for index, (name, _) in enumerate(steps) if name == "USER")
    assert not any(name in {"RUN", "COPY", "ADD"} for name, _ in steps[user:])
    bases = [args.split()[0] for name, args in steps if name == "FROM"]
    assert bases and all(re.fullmatch(r"[\w./-]+:[\w.-]+", base) for base in bases)
    assert not any(base.endswith(":latest") for base in bases)


def test_the_container_holds_no_secret_and_takes_only_sources():
    steps = instructions(CONTAINERFILE)
    assert not any(name in {"ARG", "ADD"} for name, _ in steps)
    assert [args for name, args in steps if name == "ENV"] == ["NODE_ENV=production MALLOC_ARENA_MAX=1"]
    ignored, *taken = (DEPLOY / "Containerfile.dockerignore").read_text().splitlines()
    assert ignored == "*"
    named = [line[1:] for line in taken if line.startswith("!")]
    assert named and all((ROOT / name).exists() for name in named)
    assert {"HEALTHCHECK", "ENTRYPOINT"} <= {name for name, _ in steps}


def test_the_container_can_be_built():
    docker = shutil.which("docker")
    if not docker or subprocess.run([docker, "info"], check=False, capture_output=True).returncode:
        pytest.skip("no container engine runs here")
    build = [docker, "build", "-q", "-f", "deploy/Containerfile", "."]
    image = subprocess.run(build, check=True, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    run = [docker, "run", "--rm", "--read-only", image]
    help_text = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    assert help_text.startswith("Usage: weft serve ")
