"""Each value comes back as it was, in the format that its metadata names."""

import pathlib
import sys

import pytest

JSON_VALUES = [
    "None",
    "True",
    "10**30",
    "-0.0",
    "'snow \\u2603 \\ud800'",
    "[1, [2.5, 'a'], {'k': None}]",
    "(1, (2,), [3])",
    "{1, 2, 3}",
    "frozenset({'a'})",
    "{1: 'a', (1, 2): 'b'}",
    "{'$tuple': [1]}",
    "b'\\x00\\xff'",
    "1 + 2j",
    "float('inf')",
    "datetime.datetime(2024, 2, 29, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)",
    "datetime.date(2024, 2, 29)",
    "datetime.time(1, 2)",
    "datetime.timedelta(days=-1, microseconds=5)",
    "decimal.Decimal('1.10')",
    "uuid.UUID(int=5)",
    "pathlib.Path('a/b')",
]
IMPORTS = "import datetime, decimal, uuid, pathlib, collections, math\n"


@pytest.mark.parametrize("value", JSON_VALUES)
def test_json_gives_back_what_it_took(bench, value):
    check = f"{IMPORTS}want = {value}\nassert (type(x), repr(x)) == (type(want), repr(want)), x"
    first = bench.passed_on(f"{IMPORTS}x = {value}", check)
    assert first.metadata("x")["weft_format"] == "json"


def test_nan_and_order_of_a_set_do_not_change_the_file(bench):
    first = bench.passed_on("x = {'n': float('nan')}", "import math\nassert math.isnan(x['n'])")
    assert first.metadata("x")["weft_format"] == "json"
    files = {
        pathlib.Path(
            bench.run("x = {'a', 'b', 'c', 'd'}", outputs={"x": "Artifact"}).artifact("x")["uri"]
        ).read_text()
        for _ in range(3)
    }
    assert files == {'{"$set": ["a", "b", "c", "d"]}'}


@pytest.mark.parametrize(
    ("make", "check"),
    [
        ("a = [1]; x = [a, a]", "x[0].append(2); assert x == [[1, 2], [1, 2]]"),
        ("x = []; x.append(x)", "assert x[0] is x"),
        ("import collections; x = collections.OrderedDict(a=1)", "assert type(x).__name__ == 'OrderedDict'"),
        ("import io; x = io.BytesIO(b'ab')", "assert x.read() == b'ab'"),
    ],
)
def test_what_json_would_change_is_pickled(bench, make, check):
    first = bench.passed_on(make, check)
    assert first.metadata("x")["weft_format"] == "pickle"


@pytest.mark.parametrize(
    ("value", "format"),
    [
        ("np.arange(6.0).reshape(2, 3)", "npy"),
        ("np.float32(1.5)", "npy"),
        ("np.array(7)", "npy"),
        ("np.array(['a', 'bc'])", "npy"),
        ("np.array([1, 'a', None], dtype=object)", "pickle"),
        ("np.ma.masked_array([1, 2], mask=[True, False])", "pickle"),
    ],
)
def test_arrays(bench, value, format):
    check = (
        f"import numpy as np\nwant = {value}\nassert type(x) is type(want) and x.dtype == want.dtype, type(x)\n"
        "np.testing.assert_array_equal(x, want)"
    )
    first = bench.passed_on(f"import numpy as np\nx = {value}", check)
    assert first.metadata("x")["weft_format"] == format


def frame_check(frame):
    return f"import pandas as pd\npd.testing.assert_frame_equal(x, {frame}, check_exact=True)"


FRAME = "pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']}, index=pd.Index([5, 6], name='k'))"


def test_frames_come_back_with_their_index(bench):
    first = bench.passed_on(f"import pandas as pd\nx = {FRAME}", frame_check(FRAME), "Dataset")
    assert first.metadata("x")["weft_class"].endswith("DataFrame")


def test_frames_are_parquet_where_that_changes_nothing(bench):
    pytest.importorskip("pyarrow")
    first = bench.passed_on(f"import pandas as pd\nx = {FRAME}", frame_check(FRAME), "Dataset")
    assert first.metadata("x")["weft_format"] == "parquet"
    mixed = "pd.DataFrame({'a': [(1, 2), None]}, dtype=object)"
    first = bench.passed_on(f"import pandas as pd\nx = {mixed}", frame_check(mixed), "Dataset")
    assert first.metadata("x")["weft_format"] == "pickle"


def test_an_estimator_is_a_pickle_that_joblib_reads(bench):
    make = (
        "from sklearn.linear_model import LogisticRegression\n"
        "x = LogisticRegression().fit([[0.0], [1.0]], [0, 1])"
    )
    check = "assert type(x).__name__ == 'LogisticRegression' and list(x.predict([[0.0], [1.0]])) == [0, 1]"
    first = bench.passed_on(make, check, "Model")
    metadata = first.metadata("x")
    assert metadata["weft_format"] == "pickle"
    assert metadata["weft_package"].startswith("sklearn ")
    import joblib

    assert joblib.load(first.artifact("x")["uri"]).coef_.shape == (1, 1)


CLASS = "class Scale:\n    def __init__(self, k): self.k = k\n    def __call__(self, v): return self.k * v\n"
PRELUDE = [{"cell": "p", "startLine": 1, "source": CLASS}]


def test_an_object_of_a_class_of_the_notebook_is_of_the_class_that_the_reader_has(bench):
    bench.passed_on(f"{CLASS}x = Scale(3)", "assert isinstance(x, Scale) and x(2) == 6", prelude=PRELUDE)


def test_a_reader_without_the_class_gets_it_too(bench):
    bench.passed_on(f"{CLASS}x = [Scale(3), Scale(4)]", "assert type(x[0]) is type(x[1]) and x[1](2) == 8")


def test_a_lambda_and_a_closure_are_the_marked_last_resort(bench):
    first = bench.passed_on("k = 3\nx = lambda v: k * v", "assert x(2) == 6")
    assert first.metadata("x")["weft_format"] == "cloudpickle"
    assert first.metadata("x")["weft_python"].count(".") == 1


BAD_ROW = (
    "class BadRow(Exception):\n"
    "    def __init__(self, row, why):\n"
    "        super().__init__(f'{row}: {why}')\n"
    "        self.row = row\n"
)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        ("x = (i for i in [1])", "generator"),
        ("import threading; x = threading.Lock()", "lock"),
        ("x = open('f', 'w')", "TextIOWrapper"),
        ("import sqlite3; x = sqlite3.connect(':memory:')", "sqlite3.Connection"),
        (f"{BAD_ROW}x = BadRow(3, 'empty')", "(__main__.BadRow) cannot be stored: "),
        (
            f"{BAD_ROW}x = [BadRow(3, 'empty')]",
            "missing 1 required positional argument: 'why'. Make it in each",
        ),
        ("class Pair(str):\n  def __new__(c, a, b): return str.__new__(c, a)\nx = Pair(1, 2)", "Pair"),
    ],
)
def test_what_cannot_be_stored_is_named(bench, make, kind):
    result = bench.run(make, outputs={"x": "Artifact"})
    assert result.status == 1
    assert result.failure["message"].startswith("`x` (")
    assert kind in result.failure["message"] and "cannot be stored" in result.failure["message"]
    assert "Traceback" not in result.stderr
    assert result.output is None
    assert not list(bench.folder.glob("step1/x*"))


def test_an_error_that_can_be_made_again_is_stored(bench):
    bench.passed_on(
        f"{BAD_ROW}    def __reduce__(self): return BadRow, (self.row, 'again')\nx = {{'first': BadRow(3, 'empty')}}",
        "assert (x['first'].row, str(x['first'])) == (3, '3: again')",
    )


def test_a_pickle_that_was_changed_on_the_way_is_not_read(bench):
    artifact = bench.run("x = {1, (2, object)}", outputs={"x": "Artifact"}).artifact("x")
    with open(artifact["uri"], "ab") as file:
        file.write(b".")
    result = bench.run("print(x)", inputs={"x": "Artifact"}, given={"x": artifact})
    assert result.status == 1
    message = f"`x` is not what the step before stored: {artifact['uri']} was changed. Run that step again."
    assert result.failure["message"] == message


def test_code_of_another_python_is_refused(bench):
    artifact = bench.run("x = lambda: 1", outputs={"x": "Artifact"}).artifact("x")
    artifact["metadata"]["weft_python"] = "2.7"
    result = bench.run("x()", inputs={"x": "Artifact"}, given={"x": artifact})
    assert result.status == 1
    here = "%d.%d" % sys.version_info[:2]  # noqa: UP031
    assert result.failure["message"] == (
        f"`x` was stored as cloudpickle by Python 2.7, and this step has {here}: "
        "only Python 2.7 reads it. Give both steps one image."
    )


def test_data_of_another_python_is_read_with_a_word(bench):
    artifact = bench.run("x = {1, (2, object)}", outputs={"x": "Artifact"}).artifact("x")
    artifact["metadata"]["weft_python"] = "2.7"
    result = bench.run("print(len(x))", inputs={"x": "Artifact"}, given={"x": artifact})
    assert (result.status, result.stdout) == (0, "2\n")
    assert "weft: `x` was stored as pickle by Python 2.7" in result.stderr


def test_a_file_that_weft_did_not_store_is_given_as_a_path(bench):
    data = bench.folder / "data.csv"
    data.write_text("a\n1\n")
    result = bench.run(
        "print(x.read_text())", inputs={"x": "Dataset"}, given={"x": {"name": "x", "uri": str(data)}}
    )
    assert result.stdout == "a\n1\n\n"


def test_remote_artifacts_are_read_where_the_launcher_mounts_them(bench):
    given = {"x": {"name": "x", "uri": "s3://bucket/a/b.csv"}}
    assert bench.run("print(x)", inputs={"x": "Dataset"}, given=given).stdout == "/s3/bucket/a/b.csv\n"
    given = {"x": {"name": "x", "uri": "gs://bucket/b", "customPath": "/kfp-workspace/b"}}
    assert bench.run("print(x)", inputs={"x": "Dataset"}, given=given).stdout == "/kfp-workspace/b\n"


@pytest.mark.parametrize(
    ("make", "starts"),
    [
        ("x = '<b>hi</b>'", "<b>hi</b>"),
        ("import pandas as pd; x = pd.DataFrame({'a': [1]})", "<div>"),
        ("import matplotlib.pyplot as plt; x, ax = plt.subplots()", '<img src="data:image/png;base64,iVBOR'),
        ("import matplotlib.pyplot as plt; _, x = plt.subplots()", '<img src="data:image/png;base64,iVBOR'),
    ],
)
def test_html(bench, make, starts):
    first = bench.passed_on(make, f"assert x.startswith({starts!r})", "HTML")
    assert pathlib.Path(first.artifact("x")["uri"]).read_text().startswith(starts)


def test_what_has_no_html_form_says_so(bench):
    result = bench.run("x = 5", outputs={"x": "HTML"})
    assert result.failure["message"] == "`x` (int) cannot be stored: it has no HTML form: make it a text."


def test_two_outputs_that_are_one_object_are_told(bench):
    result = bench.run("a = [1]; b = a", outputs={"a": "Artifact", "b": "Artifact"})
    assert result.status == 0
    assert "weft: `a` and `b` are one object here" in result.stderr


def test_metrics_are_shown_and_read(bench):
    make = "import numpy as np\nx = {'f1': np.float64(0.5), 'n': np.int64(3), 'by': {'a': 1}, 'bad': float('nan')}"
    first = bench.passed_on(make, "assert x['f1'] == 0.5 and x['by'] == {'a': 1}", "Metrics")
    assert first.metadata("x") == {"f1": 0.5, "n": 3, "by.a": 1, "bad": "nan"}
    first = bench.passed_on("x = 0.25", "assert x == 0.25", "Metrics")
    assert first.metadata("x") == {"x": 0.25}
    result = bench.run("x = object()", outputs={"x": "Metrics"})
    assert result.failure["message"] == "metric `x` (object) is not a number."
    result = bench.run("x = 'good'", outputs={"x": "Metrics"})
    assert result.failure["message"] == "metric `x` (str) is not a number."
    result = bench.run("x = {'a': [1]}", outputs={"x": "Metrics"})
    assert result.failure["message"] == "metric `a` (list) is not a number."


def test_metrics_without_a_file_are_their_metadata(bench):
    given = {"x": {"name": "x", "uri": "/nowhere/x", "metadata": {"auc": 0.5}}}
    assert bench.run("print(x)", inputs={"x": "Metrics"}, given=given).stdout == "{'auc': 0.5}\n"


def test_a_confusion_matrix(bench):
    make = "import pandas as pd\nx = pd.DataFrame([[5, 1], [0, 4]], index=['no', 'yes'])"
    first = bench.passed_on(make, "assert x == [[5, 1], [0, 4]]", "ClassificationMetrics")
    assert first.metadata("x") == {
        "confusionMatrix": {
            "annotationSpecs": [{"displayName": "no"}, {"displayName": "yes"}],
            "rows": [{"row": [5, 1]}, {"row": [0, 4]}],
        }
    }
    first = bench.passed_on("import numpy as np\nx = np.eye(2, dtype=int)", "x", "ClassificationMetrics")
    assert first.metadata("x")["confusionMatrix"]["rows"] == [{"row": [1, 0]}, {"row": [0, 1]}]
