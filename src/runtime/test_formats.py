"""Values of libraries come back as they were, in safe formats or those of the library."""

import pytest


@pytest.mark.parametrize(
    ("library", "make", "check", "format"),
    [
        (
            "numpy",
            "import numpy as np\nx = {'b': np.arange(3), 'file': np.eye(2)}",
            "import numpy as np\nassert list(x) == ['b', 'file'] and x['file'].shape == (2, 2) and x['b'].dtype == int",
            "npz",
        ),
        (
            "numpy",
            "import numpy as np\nx = {'a': np.arange(3), 'n': 5}",
            "assert x['n'] == 5 and x['a'].sum() == 3",
            "pickle",
        ),
        (
            "scipy",
            "import scipy.sparse as s\nx = s.csr_matrix([[0, 1], [2, 0]])",
            "import scipy.sparse as s\nassert type(x) is s.csr_matrix and x[1, 0] == 2",
            "sparse",
        ),
        (
            "PIL",
            "from PIL import Image\nx = Image.new('RGBA', (2, 3), (1, 2, 3, 4))",
            "assert (x.mode, x.size, x.getpixel((1, 2))) == ('RGBA', (2, 3), (1, 2, 3, 4))",
            "png",
        ),
        (
            "PIL",
            "from PIL import Image\nx = Image.new('F', (2, 3), 0.5)",
            "assert (x.mode, x.getpixel((1, 2))) == ('F', 0.5)",
            "pickle",
        ),
        (
            "pyarrow",
            "import pandas as pd\nx = pd.Series([1, 2], index=[5, 6], name='n')",
            "import pandas as pd\npd.testing.assert_series_equal(x, pd.Series([1, 2], index=[5, 6], name='n'))",
            "parquet",
        ),
        (
            "pyarrow",
            "import pyarrow as pa\nx = pa.table({'a': [1, 2]})",
            "import pyarrow as pa\nassert x == pa.table({'a': [1, 2]})",
            "table",
        ),
        (
            "polars",
            "import polars as pl\nx = pl.DataFrame({'a': [1, 2]})",
            "import polars as pl\nassert x.equals(pl.DataFrame({'a': [1, 2]}))",
            "table",
        ),
        (
            "safetensors",
            "import torch\nx = torch.nn.Linear(2, 1).state_dict()",
            "import torch\ntorch.nn.Linear(2, 1).load_state_dict(x)",
            "safetensors",
        ),
        (
            "torch",
            "import torch\nx = [torch.ones(2, requires_grad=True)]",
            "assert x[0].requires_grad and x[0].sum() == 2",
            "torch",
        ),
        (
            "xgboost",
            "import xgboost\nx = xgboost.XGBClassifier(n_estimators=2).fit([[0], [1]], [0, 1])",
            "assert type(x).__name__ == 'XGBClassifier' and list(x.predict([[0], [1]])) in ([0, 0], [0, 1])",
            "xgboost",
        ),
    ],
)
def test_formats(bench, library, make, check, format):
    pytest.importorskip(library)
    first = bench.passed_on(make, check)
    metadata = first.metadata("x")
    assert metadata["weft_format"] == format
    assert metadata["weft_sha256"] and metadata["weft_python"]


ENUM = (
    "import enum\nclass Colour(enum.Enum):\n    RED = 'r'\nclass Bits(enum.IntFlag):\n    A = 1\n    B = 2\n"
)


def test_members_of_enumerations_are_json_and_the_same_there(bench):
    prelude = [{"cell": "p", "startLine": 1, "source": ENUM}]
    make = f"{ENUM}import http\nx = [Colour.RED, Bits.A | Bits.B, http.HTTPStatus.OK]"
    check = "import http\nassert x[0] is Colour.RED and x[1] == 3 and type(x[1]) is Bits and x[2] is http.HTTPStatus.OK"
    first = bench.passed_on(make, check, prelude=prelude)
    assert first.metadata("x")["weft_format"] == "json"


def test_data_of_another_version_of_a_package_is_read_with_a_word(bench):
    pytest.importorskip("sklearn")
    make = "from sklearn.linear_model import LinearRegression\nx = LinearRegression()"
    artifact = bench.run(make, outputs={"x": "Model"}).artifact("x")
    artifact["metadata"]["weft_package"] = "sklearn 0.1"
    result = bench.run("x;", inputs={"x": "Model"}, given={"x": artifact})
    assert result.status == 0, result.stderr
    assert "weft: `x` was stored as pickle by Python 3" in result.stderr
    assert "sklearn 0.1, and this step has" in result.stderr


def test_what_cannot_be_read_names_both_versions(bench):
    artifact = bench.run("x = {1, (2, object)}", outputs={"x": "Artifact"}).artifact("x")
    artifact["metadata"].update(weft_format="npy", weft_python="2.7", weft_package="numpy 0.1")
    result = bench.run("x", inputs={"x": "Artifact"}, given={"x": artifact})
    assert result.status == 1
    assert "was stored as npy by Python 2.7 numpy 0.1, and this step has 3" in result.failure["message"]
