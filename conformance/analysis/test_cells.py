"""What the analysis says a cell needs and binds, held against runs of the cell."""

import json
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from bridge import ask
from execute import Notebook
from generate import notebook
from thing import World

CELLS = int(os.environ.get("WEFT_CELLS", "1000"))
SEED = int(os.environ.get("WEFT_SEED", "7"))
RUNS = 6
PER_NOTEBOOK = 6


def test_generated_cells_need_and_bind_what_they_are_said_to():
    print(f"seed {SEED}")
    sources = [notebook(f"{SEED}-{at}", PER_NOTEBOOK) for at in range(-(-CELLS // PER_NOTEBOOK))]
    facts = ask("facts", (cell for cells in sources for cell in cells))
    tally, wrong = Counter(), []
    for at, cells in enumerate(sources):
        runs = [Notebook(World(f"{SEED}-{at}-{run}").supply) for run in range(RUNS)]
        for place, source in enumerate(cells):
            found = Cell(source, next(facts), [run.run(source) for run in runs])
            tally += found.tally()
            wrong += [f"notebook {at} cell {place}: {fault}\n{source}\n" for fault in found.faults()]
    print(dict(tally))
    print(*wrong[:5], sep="\n")
    assert not wrong, f"{len(wrong)} faults"


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.ipynb"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_cells_of_the_examples_need_and_bind_what_they_are_said_to(path, tmp_path, monkeypatch):
    cells = [
        "".join(cell["source"])
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    facts = list(ask("facts", cells))
    if any(one["magics"] for one in facts):
        pytest.skip("it uses IPython syntax")
    pytest.importorskip("sklearn")
    pytest.importorskip("matplotlib").use("agg")
    shutil.copytree(path.parent, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    run = Notebook()
    for said, source in zip(facts, cells):
        found = Cell(source, said, [run.run(source)])
        assert found.ended, f"it fails:\n{source}"
        assert list(found.faults()) == [], source
        # functions that nothing calls, and branches not taken, need what no run shows
        print(path.stem, dict(found.tally()))


class Cell:
    """One cell: what is said of it, and its runs."""

    def __init__(self, source, facts, runs):
        self.source, self.facts, self.runs = source, facts, runs
        self.ended = [run for run in runs if run.ended]
        self.wanted = set().union(*(run.reads | run.late for run in runs))
        self.bound = set().union(*(run.bound for run in self.ended))

    def faults(self):
        facts = self.facts
        if facts["syntaxError"]:
            yield f"does not parse: {facts['syntaxError']['message']}"
            return
        for name in sorted(self.wanted - set(facts["needs"])):
            yield f"misses the need of {name}"
        for name in sorted(self.bound - set(facts["defines"])):
            yield f"misses the bind of {name}"
        for name, kind in last_touch(facts).items():
            if kind == "bind" and any(name not in run.bound for run in self.ended):
                yield f"binds {name} not always"
            if kind == "delete" and any(name in run.bound for run in self.ended):
                yield f"deletes {name} not always"

    def tally(self):
        needs, defines = set(self.facts["needs"]), set(self.facts["defines"])
        return Counter(
            cells=1,
            runs=len(self.runs),
            ended=len(self.ended),
            needs=len(self.wanted),
            invented_needs=len(needs - self.wanted) if self.ended else 0,
            binds=len(self.bound),
            invented_binds=len(defines - self.bound) if self.ended else 0,
        )


TOUCHES = ("bind", "mayBind", "delete", "mayDelete")


def last_touch(facts):
    """What a cell surely does last to a name; what functions that it calls do comes on top."""
    kinds = {}
    for statement in facts["statements"]:
        for use in statement["uses"]:
            # the state of global generators has a name that no cell knows
            if use["kind"] in TOUCHES and not use["name"].startswith("weft_"):
                kinds[use["name"]] = use["kind"]
    return kinds
