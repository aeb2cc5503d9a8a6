"""Notebooks, cell by cell in processes of their own, give what they give when they are run from top to bottom."""

import json
import re

import pytest

pytest.importorskip("kfp", reason="kfp is not installed")


@pytest.fixture
def bench(weft, tmp_path):
    return Bench(weft, tmp_path)


class Bench:
    """Draws a pipeline of a notebook of its own, a node for every cell that is not left out, and runs it."""

    def __init__(self, weft, folder):
        self.weft, self.folder = weft, folder
        bare = folder / "bare"
        bare.mkdir()
        (bare / "cloudpickle.py").write_text("raise ImportError('not in this image')")
        self.env = {"PYTHONPATH": str(bare)}

    def draw(self, cells, nodes, parameters=None):
        """`nodes`: settings by the name of the cell or, with `cells`, of a node of several."""
        document = {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"language_info": {"name": "python"}},
            "cells": [
                {"id": name, "cell_type": "code", "source": source, "metadata": {}, "outputs": []}
                for name, source in cells.items()
            ],
        }
        (self.folder / "n.ipynb").write_text(json.dumps(document))
        pipeline = {
            "weft": 1,
            "id": "p",
            "name": "demo",
            "parameters": parameters or {},
            "nodes": {
                name: {
                    "kind": "cells",
                    "notebook": "n.ipynb",
                    **settings,
                    "cells": [{"id": cell, "hash": ""} for cell in settings.get("cells", [name])],
                }
                for name, settings in nodes.items()
            },
        }
        (self.folder / "p.weft").write_text(json.dumps(pipeline))

    def run(self, *options):
        options = ("run", self.folder / "p.weft", "--local", "--json", *options)
        return self.weft(*options, env=self.env)

    def outputs(self, *options):
        """Every output parameter of a run that must succeed."""
        done = self.run(*options)
        assert done.returncode == 0, done.stderr
        steps = json.loads(done.stdout)["steps"].values()
        return {name: value for step in steps for name, value in step["outputs"].items()}


def plain(cells, **literals):
    names = {"__name__": "__main__"}
    for source in cells.values():
        for name, value in literals.items():
            source = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value!r}", source)
        exec(source, names)  # noqa: S102 - cells are there to be run
    return names


TEXT = {"outputs": {"text": {"type": "string"}}}

CLASSES = {
    "imports": "import json\nfrom abc import ABC, abstractmethod\nfrom collections import namedtuple",
    "base": "class Shape(ABC):\n    @abstractmethod\n    def area(self): ...\n\ndef squared(v):\n    return v ** POWER",
    "power": "POWER = 2\nunit = ''.join(['c', 'm'])",
    "square": "class Square(Shape):\n    def __init__(self, side): self.side = side\n"
    "    def area(self): return squared(self.side)\n    def text(self): return f'{self.area()} {unit}2'",
    "point": "Point = namedtuple('Point', ['x', 'shape'])",
    "make": "square = Square(3)",
    "wrap": "points = [Point(i, square) for i in range(2)]\nhook = [squared]",
    "use": "text = json.dumps([points[1].x, points[1].shape.text(), hook[0](5), points[0].shape is points[1].shape])",
}


def test_values_of_classes_of_the_notebook_travel_with_nothing_but_python(bench):
    bench.draw(CLASSES, {"power": {}, "make": {}, "wrap": {}, "use": TEXT})
    want = plain(CLASSES)["text"]
    assert want == '[1, "9 cm2", 25, true]'
    assert bench.outputs() == {"text": want}


def test_a_class_defined_in_the_step_that_reads_a_value_of_it(bench):
    cells = {
        "define": "import enum\nclass Colour(enum.Enum):\n    RED = 1",
        "make": "colour = Colour.RED",
        "use": "text = colour.name",
    }
    bench.draw(cells, {"use": {"cells": ["define", "use"], **TEXT}, "make": {}})
    assert bench.outputs() == {"text": "RED"}


SIZES = {
    "set": "size = 3\nrows = [0] * size",
    "helper": "def describe():\n    return f'{len(rows)} of {size}'",
    "direct": "direct = size * 10",
    "called": "text = describe()",
}
FED = {"inputs": {"size": {"from": {"parameter": "size"}}}}


@pytest.mark.parametrize("size", [3, 8])
def test_a_parameter_is_one_value_in_all_steps(bench, size):
    nodes = {"set": FED, "direct": {"outputs": {"direct": {"type": "integer"}}}, "called": TEXT}
    bench.draw(SIZES, nodes, {"size": {"type": "integer", "default": 4}})
    names = plain(SIZES, size=size)
    want = {name: names[name] for name in ("direct", "text")}
    assert bench.outputs("--param", f"size={size}") == want
    names = plain(SIZES, size=4)
    assert bench.outputs() == {name: names[name] for name in ("direct", "text")}


def test_a_failure_in_copied_code_names_its_cell_by_number(bench):
    cells = {"one": "x = 1", "two": "def broken():\n    return {}['key']", "three": "broken()"}
    bench.draw(cells, {"three": {}})
    done = bench.run()
    assert done.returncode == 1
    assert re.search(r'File "<n.ipynb cell 2>", line 2, in broken', done.stderr)
    assert json.loads(done.stdout)["steps"]["three"]["failure"] == {
        "notebook": "n.ipynb",
        "cell": "two",
        "line": 2,
    }


def test_cells_that_cannot_run_as_one_step_are_refused(bench):
    cells = {"one": "x = sum([1])", "two": "x = sum([2])", "three": "text = str(x)"}
    bench.draw(cells, {"one": {"cells": ["one", "three"]}, "two": {}})
    done = bench.run()
    assert done.returncode == 1 and "would need two values of x" in done.stderr, done.stderr
