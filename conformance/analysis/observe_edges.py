"""Runs notebooks and prints, for each, its cells and the edges that the run showed, as JSON.

usage: observe_edges.py NOTEBOOK...

An edge [from, to, name]: cell `to` took the name while it ran, and cell `from` was the last to bind it or to change its
value in place, which shows in what pickle makes of the value.
"""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import sys
import tempfile
import types

import cloudpickle
from execute import Notebook

UNCHANGED = (types.ModuleType, types.FunctionType, type)


def mark(value):
    """What is another when the value has changed; None for values that are not told apart."""
    if isinstance(value, UNCHANGED):
        return None
    try:
        return hashlib.sha256(cloudpickle.dumps(value)).digest()
    except Exception:  # noqa: BLE001 - what cannot be stored says so in many ways
        return None


class Watched(Notebook):
    """A run that knows of each name which cell last bound or changed it."""

    def run(self, source):
        before = {name: mark(value) for name, value in self.values.items()}
        ran = super().run(source)
        for name, value in self.values.items():
            if name not in ran.bound and name in before and mark(value) != before[name]:
                self.origins[name] = self.cell
        return ran


def observe(path):
    cells = [
        "".join(cell["source"])
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    run, edges = Watched(), []
    for to, source in enumerate(cells):
        ran = run.run(source)
        if not ran.ended:
            raise SystemExit(f"{path.name} fails in code cell {to}:\n{source}")
        edges += [[origin, to, name] for name, origin in sorted(ran.taken) if origin is not None]
    return {"notebook": path.stem, "cells": cells, "edges": edges}


def main(paths):
    os.environ["MPLBACKEND"] = "agg"
    found = []
    for path in paths:
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
            here = pathlib.Path(folder) / "here"
            shutil.copytree(path.parent, here)
            os.chdir(here)
            found.append(observe(path))
            os.chdir("/")
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main([pathlib.Path(name).resolve() for name in sys.argv[1:]])
