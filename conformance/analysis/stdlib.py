"""The sources of Python's standard library, with its tests where they are installed."""

import ast
import hashlib
import os
import sysconfig
import tokenize
import warnings
from collections import namedtuple
from pathlib import Path

# name: path within the library; text: line ends are LF; tree: CPython's
Source = namedtuple("Source", "name text tree")

FOLDER = Path(sysconfig.get_path("stdlib"))
SAMPLE = 90


def sources():
    """Every source that this Python compiles; a sample, always the same, unless WEFT_STDLIB is `all`."""
    paths = sorted(path for path in FOLDER.rglob("*.py") if "site-packages" not in path.parts)
    if os.environ.get("WEFT_STDLIB") != "all":
        paths = sorted(
            paths, key=lambda path: hashlib.sha256(path.relative_to(FOLDER).as_posix().encode()).digest()
        )
        paths = paths[:SAMPLE]
    for path in paths:
        source = read(path)
        if source:
            yield source


def read(path):
    try:
        with tokenize.open(path) as file:
            text = file.read()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
            compile(tree, path, "exec", dont_inherit=True)
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return None
    return Source(path.relative_to(FOLDER).as_posix(), text, tree)
