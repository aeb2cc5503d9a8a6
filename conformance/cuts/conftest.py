"""Cuts of the example notebooks, compiled with the sources as they stand, and processes to run their steps in."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import pytest
from run_spec import StepFailed, run_spec
from shown import shown

HERE = Path(__file__).parent
NOTEBOOKS = HERE.parent.parent / "examples" / "notebooks"
WORKERS = 2
FIGURES = {}


class Zygote:
    """Runs steps one at a time in processes forked from one with the libraries loaded (see zygote.py)."""

    def __init__(self):
        script = [sys.executable, HERE / "zygote.py"]
        self.process = subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, command, given, folder, log):
        job = {"command": command, "input": given, "folder": str(folder), "log": str(log)}
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


class Pool:
    """Runs cuts in a few processes at a time."""

    def __init__(self):
        self.threads, self.idle = ThreadPoolExecutor(WORKERS), Queue()
        for _ in range(WORKERS):
            self.idle.put(Zygote())

    def run(self, cuts, folder):
        """What the cells of each cut showed, or how it failed, as a text; in the order of the cuts."""
        return list(self.threads.map(lambda cut: self.run_one(cut, folder), cuts))

    def run_one(self, cut, folder):
        zygote = self.idle.get()
        try:
            done = run_spec(cut["spec"], folder / cut["name"].replace(" ", "-"), zygote.run)
        except StepFailed as error:
            return str(error)
        finally:
            self.idle.put(zygote)
        return merged(store / "weft_notebook" for store in done.values())

    def close(self):
        self.threads.shutdown()
        while not self.idle.empty():
            process = self.idle.get().process
            process.stdin.close()
            process.wait(timeout=30)


def merged(paths):
    """What all cells of the steps showed, by their ids."""
    return {cell: outputs for path in paths for cell, outputs in shown(path).items()}


@pytest.fixture(scope="session")
def pool():
    pool = Pool()
    yield pool
    pool.close()


@pytest.fixture(scope="session")
def cuts(tmp_path_factory):
    """Cuts of each notebook, by its name: {cells, cuts}; see compile-cuts.mjs."""
    folder = tmp_path_factory.mktemp("cuts")
    script = [os.environ.get("NODE", "node"), HERE / "compile-cuts.mjs", folder]
    done = subprocess.run(
        [*script, *NOTEBOOKS.glob("*.ipynb")], check=False, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}


def pytest_terminal_summary(terminalreporter):
    if FIGURES:
        terminalreporter.section("cuts of notebooks")
    for name, counts in sorted(FIGURES.items()):
        terminalreporter.line(f"{name:<18}" + ", ".join(f"{count} {what}" for what, count in counts.items()))
