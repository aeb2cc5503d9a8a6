"""What a step keeps of its run: the executed notebook and a page made of it, whatever becomes of the step."""

import base64
import subprocess
import sys

import pytest
from bench import CALL, packed

MODES = pytest.mark.parametrize("magics", [False, True], ids=["plain", "ipython"])
RICH = (
    "class Rich:\n    def __repr__(self): return 'plain'\n    def _repr_html_(self): return '<b>rich</b>'\n"
)


@MODES
def test_sources_outputs_and_counts_are_kept(bench, magics):
    cells = ["print('one')\nimport sys\nprint('two', file=sys.stderr)", "6 * 7", "x = 1"]
    result = bench.run(*cells, magics=magics)
    notebook = result.notebook
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert [cell["source"] for cell in notebook["cells"]] == cells
    assert [cell["execution_count"] for cell in notebook["cells"]] == [1, 2, 3]
    assert result.shown(0) == [
        {"output_type": "stream", "name": "stdout", "text": "one\n"},
        {"output_type": "stream", "name": "stderr", "text": "two\n"},
    ]
    assert result.shown(1) == [
        {
            "output_type": "execute_result",
            "execution_count": 2,
            "data": {"text/plain": "42"},
            "metadata": {},
        }
    ]
    assert result.shown(2) == []
    assert result.stdout == "one\n42\n"


@MODES
def test_the_notebook_is_one(bench, magics):
    nbformat = pytest.importorskip("nbformat")
    prelude = [{"cell": "p", "startLine": 1, "source": "k = 2", "index": 0}]
    cells = [
        f"{RICH}Rich()",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "1 / 0",
        "never",
    ]
    result = bench.run(*cells, inputs={"n": "integer"}, given={"n": 3}, prelude=prelude, magics=magics)
    nbformat.validate(nbformat.from_dict(result.notebook))


@MODES
def test_rich_forms_are_kept_and_plain_ones_printed(bench, magics):
    result = bench.run(f"{RICH}display(Rich())\nRich()", magics=magics)
    kinds = [(each["output_type"], each["data"]["text/html"]) for each in result.shown(0)]
    assert kinds == [("display_data", "<b>rich</b>"), ("execute_result", "<b>rich</b>")]
    assert result.stdout == "plain\nplain\n"
    assert result.report.count('<iframe sandbox style="height:4em" srcdoc="&lt;b&gt;rich&lt;/b&gt;">') == 2


@MODES
def test_figures_are_kept_where_they_are_shown(bench, magics):
    pytest.importorskip("matplotlib")
    cells = [
        "import matplotlib.pyplot as plt",
        "for i in range(2):\n    plt.plot([i]);\n    plt.show()\n    print(i)",
        "fig, ax = plt.subplots()\nax.plot([1]);",
        "plt.get_fignums()",
    ]
    result = bench.run(*cells, magics=magics)
    kinds = ["image/png" if "data" in each else each["text"] for each in result.shown(1)]
    assert kinds == ["image/png", "0\n", "image/png", "1\n"]
    assert base64.b64decode(result.shown(2)[0]["data"]["image/png"]).startswith(b"\x89PNG")
    assert result.shown(3)[0]["data"]["text/plain"] == "[]"
    assert result.report.count('<img src="data:image/png;base64,iVBOR') == 3


def test_the_inline_backend_is_kept_too(bench):
    pytest.importorskip("matplotlib_inline")
    cell = "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    result = bench.run(cell, magics=True)
    assert [sorted(each["data"]) for each in result.shown(0)] == [["image/png", "text/plain"]], result.stderr


def test_cleared_output_is_not_kept(bench):
    cell = "from IPython.display import clear_output\nprint('old')\nclear_output(wait=True)\nprint('new')"
    assert [each["text"] for each in bench.run(cell, magics=True).shown(0)] == ["new\n"]


def test_what_shell_lines_print_is_kept(bench):
    result = bench.run("!echo from the shell", "%%bash\necho from bash", magics=True)
    assert [result.shown(i)[0]["text"] for i in (0, 1)] == ["from the shell\n", "from bash\n"]


@MODES
def test_a_failure_is_kept_with_what_came_before(bench, magics):
    result = bench.run("print('before')\nx = 0\n1 / x", "print('never')", magics=magics)
    assert result.status == 1
    stream, error = result.shown(0)
    assert stream["text"] == "before\n"
    assert (error["output_type"], error["ename"]) == ("error", "ZeroDivisionError")
    assert any('<churn.ipynb cell 1>", line 3' in line for line in error["traceback"])
    assert result.notebook["cells"][1]["execution_count"] is None
    assert "ZeroDivisionError" in result.report and "before" in result.report


def test_what_a_step_was_given_stands_before_its_cells(bench):
    prelude = [{"cell": "p", "startLine": 3, "source": "k = 2", "index": 4}]
    result = bench.run("k, n", inputs={"n": "integer"}, given={"n": 3.0}, prelude=prelude)
    head = [(cell["metadata"].get("tags"), cell["source"]) for cell in result.notebook["cells"]]
    assert head == [(["weft-prelude"], "k = 2"), (["injected-parameters"], "n = 3"), (None, "k, n")]


def test_a_failure_before_the_cells_is_told(bench):
    result = bench.run("x", inputs={"n": "integer"}, given={"n": "many"})
    assert result.status == 1
    assert result.notebook["cells"] == [] and "<h1>churn.ipynb</h1>" in result.report


def test_progress_bars_leave_their_last_text(bench):
    cell = "import sys\nfor i in range(3):\n    sys.stdout.write(f'\\r{i} of 2')\nprint()\nprint('a\\r\\nb')"
    result = bench.run(cell)
    assert result.shown(0)[0]["text"] == "2 of 2\na\nb\n"


def test_long_output_is_cut_and_still_printed(bench):
    result = bench.run("for i in range(300):\n    print('x' * 9999)")
    assert len(result.stdout) == 3_000_000
    text = result.shown(0)[0]["text"]
    assert len(text) < 1_100_000 and text.endswith("The rest is in the log.\n")


def test_nothing_that_was_shown_runs_in_the_page(bench):
    cells = [
        "class Evil:\n    def _repr_html_(self): return '<script>1</script>'\nEvil()",
        "class Drawn:\n    def _repr_svg_(self): return '<svg><script>2</script></svg>'\nDrawn()",
        "print('<script>3</script>')",
        "raise ValueError('<script>4</script>')",
    ]
    result = bench.run(*cells, notebook="<script>5</script>.ipynb")
    assert "<script" not in result.report and "sandbox" in result.report
    assert "data:image/svg+xml;base64," in result.report


def test_large_images_are_named_alone(bench):
    cell = "class Big:\n    def _repr_png_(self): return b'x' * 2_000_000\nBig()"
    result = bench.run(cell)
    assert len(result.report) < 10_000 and "An image is in the executed notebook" in result.report
    assert len(result.shown(0)[0]["data"]["image/png"]) > 2_000_000


def test_a_class_that_cannot_tell_its_forms_does_not_fail_the_step(bench):
    cell = "class Odd:\n    def __getattr__(self, name): raise OSError(name)\n    def __repr__(self): return 'odd'\nOdd()"
    assert bench.run(cell).shown(0)[0]["data"] == {"text/plain": "odd"}


def test_equal_runs_keep_equal_records(bench):
    cells = ["import random\nrandom.seed(1)\nrandom.random()", "print('a')"]
    first, second = bench.run(*cells), bench.run(*cells)
    assert (first.notebook, first.report) == (second.notebook, second.report)


def test_a_spec_without_a_record_runs(bench):
    task = '{"outputs": {"outputFile": "out.json"}}'
    process = subprocess.run(
        [sys.executable, "-c", CALL, packed(["1"]), task], cwd=bench.folder, capture_output=True, check=False
    )
    assert process.returncode == 0, process.stderr


@MODES
def test_the_value_of_the_trailing_expression_is_an_output(bench, magics):
    result = bench.run("n = 6", "n * 7", outputs={"_": "integer"}, magics=magics)
    assert result.parameters == {"last_value": 42}, result.stderr
    result = bench.run("import collections", "{1, 2}", outputs={"_": "Artifact"}, magics=magics)
    assert result.metadata("last_value")["weft_format"] == "json"
