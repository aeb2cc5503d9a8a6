"""How cells run in a step: as `__main__`, with parameters in the place of literals, and failures that have a place."""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from bench import CALL, packed


def test_cells_run_as_main_and_share_names(bench):
    result = bench.run(
        "def f(v):\n    return v + k",
        "k = 2\nimport sys\nassert sys.modules['__main__'].f is f and __name__ == '__main__'",
        "import pickle; pickle.loads(pickle.dumps(f))(1)",
    )
    assert (result.status, result.stdout, result.stderr) == (0, "3\n", "")


@pytest.mark.parametrize("magics", [False, True])
def test_a_trailing_expression_is_shown(bench, magics):
    cells = ["'a'", "'b';", "None", "1\nx = 2", "display('d', 5)"]
    result = bench.run(*cells, magics=magics)
    assert result.stdout == "'a'\n'd'\n5\n"


def test_await_at_top_level_in_one_loop(bench):
    result = bench.run(
        "import asyncio\ntask = asyncio.create_task(asyncio.sleep(0, 'slept'))",
        "await task",
    )
    assert (result.status, result.stdout) == (0, "'slept'\n")


def test_future_statements_hold_for_later_cells(bench):
    result = bench.run("from __future__ import annotations", "def f(a: Unknown): pass")
    assert result.status == 0, result.stderr


def test_source_of_functions_can_be_had(bench):
    prelude = [
        {"cell": "p", "startLine": 3, "source": "def g():\n    return 1", "index": 7},
        {"cell": "p", "startLine": 6, "source": "def h():\n    return 2", "index": 7},
    ]
    cells = [
        "import inspect",
        "x = 1\ndef f():\n    return 0",
        "[print(inspect.getsource(e), end='') for e in (f, g, h)];",
    ]
    result = bench.run(*cells, prelude=prelude)
    assert result.stdout == "def f():\n    return 0\ndef g():\n    return 1\ndef h():\n    return 2\n"


def test_output_is_streamed_while_the_cell_runs(bench):
    task = '{"outputs": {"outputFile": "out.json"}}'
    cell = "import sys\nprint('started')\nsys.stdin.readline()"
    process = subprocess.Popen(
        [sys.executable, "-c", CALL, packed([cell]), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=bench.folder,
    )
    assert process.stdout.readline() == "started\n"
    process.communicate("go on\n", timeout=60)
    assert process.returncode == 0


def test_paths_are_those_of_the_folder_of_the_notebook(bench):
    (bench.folder / "sub").mkdir()
    (bench.folder / "sub" / "tools_of_mine.py").write_text("A = 5")
    result = bench.run(
        "import os, tools_of_mine\nos.path.basename(os.getcwd()), tools_of_mine.A", notebook="sub/n.ipynb"
    )
    assert result.stdout == "('sub', 5)\n"


@pytest.mark.parametrize(
    "call",
    [
        "import joblib\nlist(joblib.Parallel(2)(joblib.delayed(double)(v) for v in (1, 2)))",
        "import multiprocessing\nwith multiprocessing.get_context('fork').Pool(2) as pool:\n    r = pool.map(double, [1, 2])\nr",
    ],
)
def test_functions_of_cells_run_in_other_processes(bench, call):
    result = bench.run("def double(v):\n    return 2 * v", call)
    assert (result.status, result.stdout) == (0, "[2, 4]\n"), result.stderr


def test_libraries_that_look_names_up_in_main_find_them(bench):
    result = bench.run(
        "from __future__ import annotations\nimport dataclasses, typing",
        "class A: pass\n@dataclasses.dataclass\nclass B:\n    a: A\n    n: typing.ClassVar[int] = 1",
        "typing.get_type_hints(B)['a'] is A, [f.name for f in dataclasses.fields(B)]",
    )
    assert (result.status, result.stdout) == (0, "(True, ['a'])\n"), result.stderr


# ---- failures -----------------------------------------------------------------------------------------------

FAILING = {"id": "9f3a", "index": 4, "source": "a = 1\n\ndef f():\n    return a / 0\n\nf()"}


def test_a_failure_has_a_place_and_a_traceback_of_the_cells_alone(bench):
    result = bench.run(FAILING, "print('never')", outputs={"a": "integer"})
    assert result.status == 1 and result.output is None and result.stdout == ""
    assert result.failure == {
        "message": "ZeroDivisionError: division by zero",
        "notebook": "churn.ipynb",
        "cell": "9f3a",
        "line": 4,
    }
    assert 'File "<churn.ipynb cell 5>", line 4, in f' in result.stderr
    assert "    return a / 0" in result.stderr
    assert "weft: churn.ipynb, cell 5, line 4: ZeroDivisionError: division by zero" in result.stderr
    assert "step" not in result.stderr


def test_a_failure_in_a_library_is_placed_in_the_cell(bench):
    result = bench.run("import json\n\njson.loads('{')")
    assert result.failure["cell"] == "c0" and result.failure["line"] == 3
    assert "decoder.py" in result.stderr


def test_a_failure_in_copied_source_is_placed_where_it_stands(bench):
    prelude = [{"cell": "p", "startLine": 3, "source": "def g():\n    return nope"}]
    result = bench.run("g()", prelude=prelude)
    assert (result.failure["cell"], result.failure["line"]) == ("p", 4)


def test_a_chain_of_errors_shows_each(bench):
    result = bench.run("try:\n    {}['k']\nexcept KeyError as e:\n    raise ValueError('wrapped') from e")
    assert "KeyError: 'k'" in result.stderr and "direct cause" in result.stderr
    assert result.failure["line"] == 4


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\ny = = 2", 2, "SyntaxError"),
        ("x = 1\nreturn", 2, "SyntaxError"),
        ("import sys\nsys.exit()", 2, "SystemExit"),
        ("async def f():\n    raise OSError('gone')\nawait f()", 2, "OSError: gone"),
        ("raise ValueError('a\\nb')", 1, "ValueError: a"),
        ("next(iter([]))", 1, "StopIteration"),
    ],
)
def test_every_way_to_fail_fails_the_task(bench, source, line, message):
    result = bench.run(source)
    assert result.status == 1
    assert result.failure["line"] == line and result.failure["message"].startswith(message)


def test_an_output_that_no_cell_defines(bench):
    result = bench.run("a = 1", outputs={"model": "Model"})
    assert result.failure == {"message": "`model` is an output of this step, and no cell of it makes it."}


def test_an_interrupted_step_writes_no_half_file(bench):
    cell = (
        "class Slow:\n    def __reduce__(self):\n        import time\n        print('storing', flush=True)\n"
        "        time.sleep(60)\nx = [b'much' * 10**6, Slow()]"
    )
    task = '{"outputs": {"outputFile": "out.json", "artifacts": {"x": {"artifacts": [{"name": "x", "uri": "o/x"}]}}}}'
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen(
            [sys.executable, "-c", CALL, packed([cell], outputs={"x": "Artifact"}), task],
            stdout=subprocess.PIPE,
            text=True,
            cwd=bench.folder,
        )
        assert process.stdout.readline() == "storing\n"
        process.send_signal(number)
        process.wait(60)
        assert process.returncode in (130, -signal.SIGTERM)
        assert not (bench.folder / "o" / "x").exists() and not (bench.folder / "out.json").exists()


# ---- parameters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "given", "want"),
    [
        ("integer", 5.0, "5"),
        ("number", 5, "5.0"),
        ("string", "a", "'a'"),
        ("string", 5, "'5'"),
        ("boolean", True, "True"),
        ("boolean", "False", "False"),
        ("list", [1.0, 2.5, "a"], "[1, 2.5, 'a']"),
        ("object", {"a": [1.0]}, "{'a': [1]}"),
        ("list", "[1]", "[1]"),
    ],
)
def test_parameters_arrive_as_their_type(bench, kind, given, want):
    assert bench.run("p", inputs={"p": kind}, given={"p": given}).stdout == want + "\n"


@pytest.mark.parametrize(
    ("kind", "given"), [("integer", 1.5), ("integer", "a"), ("list", {}), ("boolean", "yes")]
)
def test_a_parameter_of_another_type_is_refused_by_name(bench, kind, given):
    result = bench.run("p", inputs={"p": kind}, given={"p": given})
    assert result.status == 1
    assert "`p` is" in result.failure["message"] and kind in result.failure["message"]


@pytest.mark.parametrize(
    ("kind", "value", "want"),
    [
        ("integer", "np.int32(3)", 3),
        ("number", "np.float32(0.5)", 0.5),
        ("number", "2", 2),
        ("boolean", "np.bool_(True)", True),
        ("string", "'a'", "a"),
        ("list", "(1, np.int64(2))", [1, 2]),
        ("list", "np.array([1.5, 2])", [1.5, 2.0]),
        ("object", "{'a': np.float64(1)}", {"a": 1.0}),
    ],
)
def test_outputs_become_parameters(bench, kind, value, want):
    result = bench.run(f"import numpy as np\nv = {value}", outputs={"v": kind})
    assert result.status == 0, result.stderr
    assert result.parameters == {"v": want} and type(result.parameters["v"]) is type(want)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "1.5"),
        ("integer", "True"),
        ("integer", "2**53 + 1"),
        ("number", "float('nan')"),
        ("string", "5"),
        ("list", "{1}"),
        ("list", "[object()]"),
        ("object", "{1: 2}"),
        ("boolean", "1"),
    ],
)
def test_what_is_not_of_the_type_of_its_output_is_named(bench, kind, value):
    result = bench.run(f"v = {value}", outputs={"v": kind})
    assert result.status == 1 and result.output is None
    assert result.failure["message"].startswith("`v` ")


@pytest.mark.parametrize("magics", [False, True])
def test_a_parameter_takes_the_place_of_a_literal(bench, magics):
    cell = "before = 1\nlr = 0.1  # default\nrate: float = lr * 10\nnames = ['a']\nprint(lr, rate, names)"
    inputs = {"lr": "number", "names": "list"}
    result = bench.run(cell, inputs=inputs, given={"lr": 0.5, "names": ["b"]}, magics=magics)
    assert (result.stdout, result.stderr) == ("0.5 5.0 ['b']\n", "")


def test_only_the_first_assignment_and_only_before_the_first_use(bench):
    result = bench.run("a = 1\nprint(a)\na = 2\nprint(a)", inputs={"a": "integer"}, given={"a": 7})
    assert result.stdout == "7\n2\n"
    result = bench.run("print(a)\na = 2\nprint(a)", inputs={"a": "integer"}, given={"a": 7})
    assert result.stdout == "7\n2\n"
    result = bench.run("def f(): return a", "a = 2", "f()", inputs={"a": "integer"}, given={"a": 7})
    assert result.stdout == "7\n"


def test_a_parameter_takes_the_place_of_a_copied_literal(bench):
    prelude = [{"cell": "p", "startLine": 1, "source": "a = 1"}]
    result = bench.run("a", inputs={"a": "integer"}, given={"a": 7}, prelude=prelude)
    assert result.stdout == "7\n"


def test_what_a_step_adds_to_a_parameter_stays(bench):
    result = bench.run("a += 1\na", inputs={"a": "integer"}, given={"a": 7})
    assert (result.stdout, result.stderr) == ("8\n", "")


def test_a_name_of_its_own_in_a_comprehension_is_another_name(bench):
    result = bench.run("[0 for a in 'bc'];\na = 1\na", inputs={"a": "integer"}, given={"a": 7})
    assert (result.stdout, result.stderr) == ("7\n", "")


def test_a_parameter_that_the_code_computes_is_told(bench):
    result = bench.run("a = len('abc')\na", inputs={"a": "integer"}, given={"a": 7})
    assert result.stdout == "3\n"
    assert "weft: parameter `a` has no effect: line 1 computes it." in result.stderr


# ---- IPython ------------------------------------------------------------------------------------------------


def test_magics_and_shell_lines(bench):
    result = bench.run(
        "%env WEFT_A=5",
        "!echo $WEFT_A",
        "%%capture out\nprint('hidden')",
        "out.stdout",
        "%time b = 2",
        "",
        "b",
        magics=True,
    )
    assert result.status == 0, result.stderr
    assert "5\n" in result.stdout and "'hidden\\n'" in result.stdout and result.stdout.endswith("2\n")
    assert "Out[" not in result.stdout


def test_matplotlib_inline_needs_no_screen(bench):
    result = bench.run(
        "%matplotlib inline\nimport matplotlib.pyplot as plt", "plt.plot([1, 2])\nplt.show()", magics=True
    )
    assert result.status == 0, result.stderr


def test_a_failure_in_ipython_has_a_place(bench):
    cells = ["%env WEFT_A=5", "x = 1\nraise ValueError('bad')"]
    result = bench.run(*cells, magics=True)
    assert result.status == 1
    assert (result.failure["cell"], result.failure["line"]) == ("c1", 2)
    assert 'File "<churn.ipynb cell 2>", line 2' in result.stderr and "IPython" not in result.stderr
    assert "bad" not in result.stdout
    result = bench.run("x = 1\ny = = 2", magics=True)
    assert (result.status, result.failure["line"]) == (1, 2)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("%%time\nx = 1\nraise ValueError('bad')", 3),
        ("%time x = 1\n%time raise ValueError('bad')", 2),
        ("%%capture out\nx = 1\n\nraise ValueError('bad')", 4),
        ("\n%%time\n%%capture out\nx = 1\nraise ValueError('bad')", None),
        ("%%bash\nfalse", 1),
        ("%nonsense", 1),
    ],
)
def test_a_failure_in_a_magic_fails_the_task_at_its_line(bench, source, line):
    result = bench.run(source, magics=True)
    assert result.status == 1
    assert line in (None, result.failure["line"])
    assert "/IPython/core/" not in result.stderr


def test_pickles_of_a_class_made_in_ipython(bench):
    cell = "class A:\n    pass\nx = A()"
    bench.passed_on(cell, "assert type(x).__name__ == 'A'", magics=True)


def test_magics_without_ipython_say_so(bench):
    bare = shutil.which("python3", path="/usr/bin")
    if (
        bare is None
        or subprocess.run([bare, "-c", "import IPython"], capture_output=True, check=False).returncode == 0
    ):
        pytest.skip("no Python without IPython at hand")
    result = bench.run("%time 1", magics=True, python=bare)
    assert result.status == 1
    assert "IPython, which is not in the image" in result.failure["message"]


@pytest.mark.parametrize("name", ["python3.9", "python3.10", "python3.12", "python3.13", "python3.14"])
def test_other_pythons(bench, name):
    python = shutil.which(name)
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    if (
        python is None
        or subprocess.run([python, "-c", ""], capture_output=True, check=False, env=env).returncode != 0
    ):
        pytest.skip(f"no {name} at hand")
    cells = ["class A:\n    k = 1\na = (A(), {1})", "import asyncio\nawait asyncio.sleep(0)", "n = 3"]
    first = bench.run(*cells, outputs={"a": "Artifact", "n": "integer"}, python=python, env=env)
    assert first.status == 0, first.stderr
    cell = "a[1], n\nraise ValueError"
    prelude = [{"cell": "p", "startLine": 1, "source": "class A: pass"}]
    given = {"a": first.artifact("a"), "n": 3}
    result = bench.run(
        cell, inputs={"a": "Artifact", "n": "integer"}, given=given, prelude=prelude, python=python, env=env
    )
    assert result.failure["line"] == 2


def test_copied_source_that_needs_an_input_runs_once_it_is_there(bench):
    prelude = [
        {"cell": "p", "startLine": 1, "source": "def f(x=k): return x", "index": 0, "late": True},
        {"cell": "p", "startLine": 2, "source": "def g(): return k", "index": 0},
    ]
    result = bench.run(
        "[f(), g()]", inputs={"k": "integer", "v": "Artifact"}, given={"k": 7}, prelude=prelude
    )
    assert result.stdout == "[7, 7]\n", result.stderr
    first = bench.run("k = {1: 'a'}", outputs={"k": "Artifact"})
    given = {"k": first.artifact("k")}
    result = bench.run("[f(), g()]", inputs={"k": "Artifact"}, given=given, prelude=prelude)
    assert result.stdout == "[{1: 'a'}, {1: 'a'}]\n", result.stderr
