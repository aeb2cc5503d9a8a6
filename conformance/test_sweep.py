"""The example with groups gives as a pipeline what its notebook gives for each rate in turn."""

import json
from pathlib import Path

import pytest

pytest.importorskip("kfp", reason="kfp is not installed")
pytest.importorskip("sklearn", reason="scikit-learn is not installed")

EXAMPLE = Path(__file__).parent.parent / "examples" / "sweep"
PIPELINE = EXAMPLE / "sweep.weft"
RATES = [0.01, 1.0]


def score(rate):
    """What the cells for one rate give in one namespace."""
    notebook = json.loads((EXAMPLE / "sweep.ipynb").read_text("utf-8"))
    names = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            source = f"rate = {rate}" if cell["id"] == "rate" else "".join(cell["source"])
            exec(compile(source, cell["id"], "exec"), names)  # noqa: S102 - cells are there to be run
    return names["score"]


def run(weft, *params):
    options = [part for param in params for part in ("--param", param)]
    done = weft("run", PIPELINE, "--local", "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["steps"]


def test_it_has_no_problems(weft):
    done = weft("check", PIPELINE, "--json")
    assert json.loads(done.stdout)["problems"] == []


def test_each_rate_runs_and_the_best_is_kept(weft):
    steps = run(weft, f"rates={json.dumps(RATES)}")
    best = max(score(rate) for rate in RATES)
    assert steps["best"]["outputs"] == {"best": pytest.approx(best)}
    assert steps["report"]["outputs"] == {"summary": f"2 rates, best {best:.3f}"}


def test_a_branch_whose_condition_fails_is_skipped(weft):
    steps = run(weft, "rates=[0.1]", "publish=false")
    assert steps["report"]["state"] == "skipped"
    assert steps["best"]["state"] == "succeeded"
