"""Runs steps as the runner does: each in a Python of its own, with artifacts in files."""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import zlib

HERE = pathlib.Path(__file__).parent


def program():
    """All of the packed runtime, as steps carry it."""
    written = (HERE / "step-runtime.ts").read_text("utf-8")
    return zlib.decompress(base64.b64decode(re.findall(r'": "([^"]+)"', written)[-1])).decode()


PARAMETERS = ("string", "integer", "number", "boolean", "list", "object")
# The sources as they stand or, with WEFT_PACKED, the program that is made of them.
CALL = (
    program()
    if os.environ.get("WEFT_PACKED")
    else f"import sys; sys.path.insert(0, {str(HERE)!r}); import step; sys.exit(step.main(*sys.argv[1:]))"
)


def packed(cells, inputs=(), outputs=(), prelude=(), magics=False, notebook="churn.ipynb"):
    """The packed step (PackedStep in packed-step.ts); ports are given as {name: type}."""
    step = {
        "notebook": notebook,
        "prelude": list(prelude),
        "cells": [
            cell if isinstance(cell, dict) else {"id": f"c{i}", "index": i, "source": cell}
            for i, cell in enumerate(cells)
        ],
        "inputs": ports(inputs),
        "outputs": ports(outputs),
        "magics": magics,
    }
    return base64.b64encode(zlib.compress(json.dumps(step).encode())).decode()


def ports(types):
    """Ports by their types; that of a file is a pair, with its path."""
    return {
        name: port(kind) if isinstance(kind, str) else {**port(kind[0]), "file": kind[1]}
        for name, kind in dict(types).items()
    }


def port(kind):
    return {"type": kind, "artifact": kind not in PARAMETERS}


class Result:
    def __init__(self, process, output_file):
        self.root = output_file.parent
        self.status, self.stdout, self.stderr = process.returncode, process.stdout, process.stderr
        self.output = json.loads(output_file.read_text()) if output_file.exists() else None

    @property
    def parameters(self):
        return self.output["parameterValues"]

    def artifact(self, name):
        return self.output["artifacts"][name]["artifacts"][0]

    def metadata(self, name):
        return self.artifact(name)["metadata"]

    @property
    def notebook(self):
        """The executed notebook."""
        return json.loads((self.root / "weft_notebook").read_text("utf-8"))

    @property
    def report(self):
        return (self.root / "weft_report").read_text("utf-8")

    def shown(self, cell):
        """Outputs of one of the step's own cells."""
        return next(each for each in self.notebook["cells"] if each["id"] == f"c{cell}")["outputs"]

    @property
    def failure(self):
        lines = [line for line in self.stderr.splitlines() if line.startswith("weft-failure: ")]
        assert len(lines) == 1, self.stderr
        return json.loads(lines[0].split(" ", 1)[1])


class Bench:
    """A folder in which steps run one after another."""

    def __init__(self, folder):
        self.folder, self.count = folder, 0

    def run(self, *cells, inputs=(), outputs=(), given=None, python=sys.executable, env=None, **options):
        """Runs a step; `given` holds values of parameters, and artifacts as `Result.artifact` returns them."""
        self.count += 1
        root = self.folder / f"step{self.count}"
        named = {"last_value" if name == "_" else name: each for name, each in ports(outputs).items()}
        artifacts = [name for name, each in named.items() if each["artifact"]]
        task = {
            "inputs": {"parameterValues": {}, "artifacts": {}},
            "outputs": {
                "outputFile": str(root / "executor_output.json"),
                "artifacts": {
                    name: {"artifacts": [{"name": name, "uri": str(root / name), "metadata": {}}]}
                    for name in [*artifacts, "weft_notebook", "weft_report"]
                },
            },
        }
        for name, value in (given or {}).items():
            if ports(inputs)[name]["artifact"]:
                task["inputs"]["artifacts"][name] = {"artifacts": [value]}
            else:
                task["inputs"]["parameterValues"][name] = value
        step = packed(cells, inputs, outputs, **options)
        process = subprocess.run(
            [python, "-c", CALL, step, json.dumps(task)],
            capture_output=True,
            check=False,
            text=True,
            cwd=self.folder,
            env=env,
            timeout=120,
        )
        return Result(process, root / "executor_output.json")

    def passed_on(self, make, check, port_type="Artifact", prelude=(), **options):
        """Stores `x` made by one step and reads it in the next, which checks it; returns the first result."""
        first = self.run(make, outputs={"x": port_type}, **options)
        assert first.status == 0, first.stderr
        given = {"x": first.artifact("x")}
        second = self.run(check, inputs={"x": port_type}, given=given, prelude=prelude)
        assert second.status == 0, second.stderr
        return first
