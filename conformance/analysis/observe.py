"""Prints generated cells and what runs of them showed, as JSON. usage: observe.py CELLS SEED"""

import json
import sys

from execute import Notebook
from generate import notebook
from test_cells import PER_NOTEBOOK, RUNS, Cell
from thing import World


def observe(cells, seed):
    """Yields the cells that came to their end: what they bound, and what they, or their functions later, read."""
    for at in range(-(-cells // PER_NOTEBOOK)):
        runs = [Notebook(World(f"{seed}-{at}-{run}").supply) for run in range(RUNS)]
        for source in notebook(f"{seed}-{at}", PER_NOTEBOOK):
            cell = Cell(source, None, [run.run(source) for run in runs])
            if cell.ended:
                yield {"source": source, "defines": sorted(cell.bound), "needs": sorted(cell.wanted)}


if __name__ == "__main__":
    json.dump(list(observe(int(sys.argv[1]), sys.argv[2])), sys.stdout)
