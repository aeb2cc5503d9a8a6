"""Components whose code is more than one function: notebooks, embedded folders, extra functions, descriptions."""

import json
import tempfile
from pathlib import Path

from kfp import dsl
from kfp.dsl import Dataset, Input, Model, Output
from sdk.parts import IMAGE, dataset, say

FOLDER = Path(tempfile.mkdtemp())
NOTEBOOK = FOLDER / "train.ipynb"
CELL = {
    "cell_type": "code",
    "id": "one",
    "source": "x = 1",
    "metadata": {},
    "outputs": [],
    "execution_count": None,
}
NOTEBOOK.write_text(json.dumps({"cells": [CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
(FOLDER / "words.txt").write_text("a\nb\n")


@dsl.notebook_component(notebook_path=str(NOTEBOOK), base_image=IMAGE)
def run_it(rate: float):
    dsl.run_notebook(rate=rate)


@dsl.pipeline
def notebook(rate: float = 0.1):
    run_it(rate=rate)


@dsl.component(base_image=IMAGE, embedded_artifact_path=str(FOLDER / "words.txt"))
def with_words(words: dsl.EmbeddedInput[Dataset]) -> str:
    return Path(words.path).read_text()


@dsl.pipeline
def embedded():
    with_words()


def twice(value):
    return value * 2


@dsl.component(base_image=IMAGE, additional_funcs=[twice])
def with_function(value: int) -> int:
    return twice(value)


@dsl.pipeline
def extra_function():
    with_function(value=2)


@dsl.component(base_image=IMAGE)
def described(data: Input[Dataset], model: Output[Model], rate: float = 0.1) -> float:
    """Fits a model.

    Args:
        data: What to learn from.
        rate: How fast to learn.

    Returns:
        model: What was learnt.
        Output: How well.
    """
    return rate


@dsl.pipeline
def descriptions(word: str = "a") -> str:
    """Says a word.

    Args:
        word: The word.

    Returns:
        The word again.
    """
    described(data=dataset().outputs["data"])
    return say(value=word).output
