"""Generators that were seeded in one step go on in the next where it left off."""

import random

import pytest

SEED = {"cell": "p", "startLine": 1, "source": "import random\nrandom.seed(5)", "index": 0}


def test_a_step_goes_on_where_the_one_before_left_off(bench):
    state = {"weft_random_python": "Artifact"}
    first = bench.run("random.random(); random.gauss(0, 1)", prelude=[SEED], outputs=state)
    assert first.status == 0, first.stderr
    given = {name: first.artifact(name) for name in state}
    second = bench.run("[random.random(), random.gauss(0, 1)]", prelude=[SEED], inputs=state, given=given)
    drawn = random.Random(5)
    drawn.random(), drawn.gauss(0, 1)
    assert second.stdout == f"{[drawn.random(), drawn.gauss(0, 1)]}\n", second.stderr


def test_the_state_of_numpy_is_that_of_its_module(bench):
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    state = {"weft_random_numpy": "Artifact"}
    first = bench.run("import numpy as np\nnp.random.seed(3)\nnp.random.normal(size=3);", outputs=state)
    assert first.status == 0, first.stderr
    given = {name: first.artifact(name) for name in state}
    second = bench.run("import numpy\nnumpy.random.normal(size=2).tolist()", inputs=state, given=given)
    drawn = numpy.random.RandomState(3)
    drawn.normal(size=3)
    assert second.stdout == f"{drawn.normal(size=2).tolist()}\n", second.stderr


def test_the_state_of_pytorch_is_that_of_its_generator_for_the_cpu(bench):
    torch = pytest.importorskip("torch", reason="torch is not installed")
    state = {"weft_random_torch": "Artifact"}
    first = bench.run("import torch\ntorch.manual_seed(3)\ntorch.rand(3);", outputs=state)
    assert first.status == 0, first.stderr
    given = {name: first.artifact(name) for name in state}
    second = bench.run("import torch\ntorch.rand(2).tolist()", inputs=state, given=given)
    torch.manual_seed(3)
    torch.rand(3)
    assert second.stdout == f"{torch.rand(2).tolist()}\n", second.stderr
