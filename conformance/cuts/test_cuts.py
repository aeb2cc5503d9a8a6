"""What the cells of a notebook show is the same however it is cut into steps, where Weft lets the cut pass.

Cuts: at every place, into the smallest steps that Weft allows, and random ones, in one piece and scattered. By default
a few of them are run; `WEFT_CUTS=all` runs every one.
"""

import json
import os
import subprocess
import sys

import pytest
from conftest import FIGURES, NOTEBOOKS, merged

pytest.importorskip("sklearn", reason="scikit-learn is not installed")
pytest.importorskip("PIL", reason="pillow is not installed")

ALL = os.environ.get("WEFT_CUTS") == "all"
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
LOCAL_RUNNER = NOTEBOOKS.parent.parent / "src" / "runtime" / "local.py"

# Why a cut of a notebook may be refused: any other reason is one too many.
REFUSALS = {
    # a scattered step would need a table, or a generator, in two states
    "bike-rentals": {"clashing-read"},
    "epidemic": {"clashing-read"},
    # axes and their figure, made in one step and drawn on in another
    "figures": {"alias-cut"},
    # a pen on a picture, a generator, and a task in the background
    "pictures": {"handle-crosses-steps"},
    "recipes": {"handle-crosses-steps"},
    # and readings that would come to a step which makes their class anew and asks what they are
    "weather-stations": {"clashing-read", "handle-crosses-steps"},
    # goods that have a name of their own while the warehouse that holds them changes
    "warehouse": {"alias-cut"},
}


def chosen(cuts, *names):
    """All cuts that are legal; by default the few that are named."""
    legal = [cut for cut in cuts if not cut["refused"]]
    return legal if ALL else [cut for cut in legal if cut["name"] in names]


def of(name, cuts):
    (cut,) = [cut for cut in cuts if cut["name"] == name]
    return cut


def differences(want, given):
    """What is wrong with what a cut showed, cell by cell."""
    if isinstance(given, str):
        return given[-1500:]
    return {cell: (want[cell], given.get(cell)) for cell in want if given.get(cell) != want[cell]}


@pytest.mark.parametrize("name", NAMES)
def test_steps_show_what_the_notebook_shows(cuts, pool, tmp_path, name):
    all_cuts = cuts[name]["cuts"]
    some = chosen(all_cuts, "whole", "finest", "scattered 1")
    shown = pool.run(some, tmp_path)
    want = shown[0]
    assert some[0]["name"] == "whole" and isinstance(want, dict), want
    assert list(want) == cuts[name]["cells"] and any(want.values())
    wrong = {cut["name"]: differences(want, given) for cut, given in zip(some, shown) if given != want}
    FIGURES[name] = {
        "cuts": len(all_cuts),
        "legal": sum(not cut["refused"] for cut in all_cuts),
        "run": len(some),
        "equal": len(some) - len(wrong),
    }
    assert not wrong, f"{len(wrong)} of {len(some)} cuts show something else"


@pytest.mark.parametrize("name", NAMES)
def test_cuts_are_refused_for_reasons_of_the_notebook(cuts, name):
    refused = [cut for cut in cuts[name]["cuts"] if cut["refused"]]
    rules = {problem["rule"] for cut in refused for problem in cut["refused"]}
    assert rules <= REFUSALS.get(name, set()), refused
    assert not of("finest", cuts[name]["cuts"])["refused"]
    assert len(of("finest", cuts[name]["cuts"])["groups"]) >= len(cuts[name]["cells"]) // 2


@pytest.mark.parametrize("name", NAMES if ALL else ["recipes"])
def test_the_local_runner_of_the_sdk_shows_it_too(cuts, pool, tmp_path, name):
    pytest.importorskip("kfp", reason="kfp is not installed")
    (want,) = pool.run([of("whole", cuts[name]["cuts"])], tmp_path)
    random = [cut for cut in cuts[name]["cuts"] if cut["name"].startswith(("pieces", "scattered"))]
    legal = [cut for cut in [of("finest", cuts[name]["cuts"]), *random] if not cut["refused"]]
    for cut in legal[: 4 if ALL else 1]:
        folder = tmp_path / f"sdk-{cut['name']}"
        assert differences(want, run_by_sdk(cut, folder)) == {}, cut["name"]


def run_by_sdk(cut, folder):
    (folder / "work").mkdir(parents=True)
    spec = folder / "spec.yaml"
    spec.write_text(cut["yaml"], "utf-8")
    script = [sys.executable, LOCAL_RUNNER, spec, "--root", folder / "root"]
    done = subprocess.run(
        script, check=False, cwd=folder / "work", capture_output=True, text=True, timeout=900
    )
    return done.stdout if done.returncode else merged((folder / "root").rglob("weft_notebook"))


@pytest.mark.parametrize("name", NAMES if ALL else ["warehouse"])
def test_a_notebook_as_one_step_shows_what_it_shows_in_a_kernel(cuts, pool, tmp_path, name):
    client = pytest.importorskip("nbclient", reason="nbclient is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    (want,) = pool.run([of("whole", cuts[name]["cuts"])], tmp_path)
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", 4)
    client.NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    executed = tmp_path / "kernel.ipynb"
    executed.write_text(json.dumps(notebook), "utf-8")
    given = merged([executed])
    assert {cell: plain(given[cell]) for cell in want} == {cell: plain(want[cell]) for cell in want}


def plain(outputs):
    """What is told, without what a kernel does to its look: it breaks long values into lines, ends those of commands as
    a terminal does, draws a figure with room around it, and leaves out where in memory a picture lies.
    """
    return [
        (kind, "".join(dict(rest).get("text/plain", "").replace("at 0x", "").split()))
        if isinstance(rest[0], tuple)
        else (kind, *(text.replace("\r\n", "\n") for text in rest))
        for kind, *rest in outputs
    ]
