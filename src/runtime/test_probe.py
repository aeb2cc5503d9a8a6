"""A kernel tells of its names what a step would make of them, and is afterwards what it was before."""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ASK = f"""
import json, sys
sys.path.insert(0, {str(HERE)!r})
def ask(names, modules=(), seconds=60):
    import probe
    probe.SECONDS = seconds
    names = json.dumps({{"names": names, "modules": dict(modules)}})
    return probe.answer(globals(), names).data
"""


def kernel(code, names, modules=()):
    """What is known of names after some code ran as `__main__`."""
    program = f"{ASK}\n{code}\nprint('facts', json.dumps(ask({list(names)!r}, {dict(modules)!r})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.rsplit("facts ", 1)[1])


def facts(*codes):
    """What is known of the `x` of each code, in the same kernel."""
    parts = [f"{code}\nx{i} = x\n" for i, code in enumerate(codes)]
    found = kernel("".join(parts), [f"x{i}" for i in range(len(codes))])["values"]
    return [found[f"x{i}"] for i in range(len(codes))]


def test_small_values_are_stored_for_trial():
    rows = [
        ("x = [1, 'a', {'b': (2, None)}]", "list", "json"),
        ("import numpy; x = numpy.zeros((10, 10))", "numpy.ndarray", "npy"),
        ("import collections; x = collections.OrderedDict(a=1)", "collections.OrderedDict", "pickle"),
        ("class C: pass\nx = C()", "__main__.C", "pickle"),
        ("x = lambda: 1", "function", "cloudpickle"),
    ]
    for found, (_, kind, form) in zip(facts(*(row[0] for row in rows)), rows):
        assert (found["type"], found["storable"], found["tried"]) == (kind, True, True)
        assert found["format"] == form


def test_what_cannot_be_stored_says_why():
    rows = [
        ("x = (i for i in range(3))", "generator"),
        ("import threading; x = threading.Lock()", "_thread.lock"),
        ("x = open(sys.argv[0] if False else sys.executable, 'rb')", "_io.BufferedReader"),
        ("import sqlite3; x = sqlite3.connect(':memory:')", "sqlite3.Connection"),
        ("x = [1, (i for i in range(3))]", "list"),
    ]
    for found, (_, kind) in zip(facts(*(row[0] for row in rows)), rows):
        assert (found["type"], found["storable"]) == (kind, False)
        assert found["reason"]


def test_the_runtime_stores_values_as_the_probe_says(bench):
    codes = [
        "x = [1, {'a': None}]",
        "x = {1, 2}",
        "import numpy; x = numpy.arange(5)",
        "import numpy; x = numpy.float64(2)",
        "import numpy; x = {'a': numpy.arange(5)}",
        "import pandas; x = pandas.DataFrame({'a': [1, 2]})",
        "import pandas; x = pandas.Series([1, 2])",
        "import sklearn.linear_model as m; x = m.LinearRegression().fit([[1], [2]], [1, 2])",
        "x = lambda: 1",
    ]
    cells = [f"{code}\nx{i} = x" for i, code in enumerate(codes)]
    done = bench.run(*cells, outputs={f"x{i}": "Artifact" for i in range(len(codes))})
    for i, found in enumerate(facts(*codes)):
        assert found["format"] == done.metadata(f"x{i}")["weft_format"], codes[i]


def test_sizes_are_about_right():
    rows = [
        ("import numpy; x = numpy.zeros(10**6)", 8_000_000, 8_000_100),
        ("import pandas; x = pandas.DataFrame({'a': ['text'] * 100_000})", 4e6, 9e6),
        ("x = ['text' + str(i) for i in range(200_000)]", 8e6, 20e6),
        ("x = {i: [i] for i in range(1000)}", 50_000, 400_000),
        ("class C: pass\nx = C(); x.big = b'a' * 10**6", 10**6, 10**6 + 5000),
    ]
    for found, (code, least, most) in zip(facts(*(row[0] for row in rows)), rows):
        assert least <= found["bytes"] <= most, code


def test_large_values_are_not_stored_for_trial():
    [found] = facts("import numpy; x = numpy.zeros(10**7)")
    assert (found["storable"], found["tried"], found["format"]) == (True, False, "npy")


def test_no_code_of_the_user_runs():
    code = """
class C:
    def __reduce__(self): raise SystemExit("reduced")
    def __getattr__(self, name): raise SystemExit("asked for " + name) if name != "dtype" else AttributeError
    def __sizeof__(self): raise SystemExit("sized")
    def __repr__(self): raise SystemExit("shown")
    def __len__(self): raise SystemExit("counted")
class D(C):
    pass
x = [D()]
"""
    [found] = facts(code)
    assert (found["storable"], found["tried"]) == (True, False)


def test_generators_and_iterators_are_not_used_up():
    code = """
x = (i for i in range(3))
y = iter([1, 2, 3])
ask(["x", "y"])
assert (list(x), list(y)) == ([0, 1, 2], [1, 2, 3])
"""
    assert kernel(code, ["x"])["values"]["x"]["storable"] is False


def test_time_is_bounded():
    code = (
        "import time, probe\nx = [[object() for _ in range(100)] for _ in range(20_000)]\nstart = time.time()"
    )
    found = kernel(
        f"{code}\nask(['x'], seconds=0.2)\nspent = time.time() - start\nassert spent < 3, spent", ["x"]
    )
    assert found["values"]["x"]["exact"] is False


def test_versions_of_what_is_imported():
    asked = {"sklearn": "scikit-learn", "numpy": "no-such-distribution", "nowhere": "nowhere"}
    found = kernel("", [], asked)
    import numpy
    import sklearn

    expected = {"sklearn": ["scikit-learn", sklearn.__version__]}
    if sys.version_info >= (3, 10):
        expected["numpy"] = ["numpy", numpy.__version__]
    assert found["versions"] == expected
    assert found["python"] == ".".join(map(str, sys.version_info[:3]))
