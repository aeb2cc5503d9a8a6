"""How values are written to files and read back: one row for each format, safe ones first; see also step_libraries."""

import base64
import enum
import importlib
import io
import json
import pickle
import sys

from step_errors import Unsuitable, class_of, has
from step_pickle import Unpickler, pickler
from step_record import png
from step_tagged import TAG_OF, from_json, to_json

library = importlib.import_module


def save_json(value, _, file):
    try:
        file.write(json.dumps(to_json(value, set()), allow_nan=False).encode())
    except RecursionError:
        raise Unsuitable("it is nested too deeply") from None


def save_npy(value, _, file):
    library("numpy").save(file, value, allow_pickle=False)


def load_npy(file, metadata):
    value = library("numpy").load(file, allow_pickle=False)
    return value if metadata["weft_class"] == "numpy.ndarray" else value[()]


def save_parquet(value, _, file):
    """Only frames that parquet gives back as they were."""
    from pandas.api.types import infer_dtype

    frame, told = value, {}
    if type(value).__name__ == "Series":
        frame, told = value.to_frame("0"), {} if value.name is None else {"weft_name": value.name}
    names = [*frame.columns, *frame.index.names]
    mixed = [
        name
        for name in frame
        if not isinstance(name, str)
        or (frame[name].dtype == object and infer_dtype(frame[name], skipna=False) != "string")
    ]
    if value.attrs or mixed or len(set(names)) < len(names) or type(value.name if told else "") is not str:
        raise Unsuitable("parquet would change it")
    frame.to_parquet(file, engine="pyarrow")
    return told


def load_parquet(file, metadata):
    frame = library("pandas").read_parquet(file, engine="pyarrow")
    return (
        frame["0"].rename(metadata.get("weft_name")) if metadata["weft_class"].endswith("Series") else frame
    )


def save_text(value, port_type, file):
    file.write(as_text(value, port_type).encode())


def as_text(value, port_type):
    if isinstance(value, str):
        return value
    kind = port_type.lower()
    for method in (f"_repr_{kind}_", f"to_{kind}"):
        text = getattr(value, method)() if hasattr(value, method) else None
        if isinstance(text, str):
            return text
    figure = value if hasattr(value, "savefig") else getattr(value, "figure", None)
    if not hasattr(figure, "savefig"):
        raise Unsuitable(f"it has no {port_type} form: make it a text first")
    source = "data:image/png;base64," + base64.b64encode(png(figure)).decode()
    return f'<img src="{source}">' if kind == "html" else f"![]({source})"


def save_cloudpickle(value, _, file):
    import cloudpickle

    pickler(cloudpickle.Pickler, file).dump(value)


def is_simple(value):
    known = value is None or type(value) in (bool, int, str, float, list, dict) or type(value) in TAG_OF
    return known or isinstance(value, enum.Enum)


def is_array(value):
    numpy = sys.modules.get("numpy")
    return numpy and (type(value) is numpy.ndarray or isinstance(value, numpy.generic))


def is_frame(value):
    return class_of(value).startswith("pandas.") and type(value).__name__ in ("DataFrame", "Series")


# How a value is written, how it is read, and which values it is for; reading what pickle wrote runs code.
FORMATS = {
    "json": (save_json, lambda file, _: from_json(json.load(file)), is_simple),
    "text": (save_text, lambda file, _: file.read().decode(), lambda _: False),
    "npy": (save_npy, load_npy, is_array),
    "parquet": (save_parquet, load_parquet, is_frame),
    "pickle": (
        lambda value, _, file: pickler(pickle.Pickler, file).dump(value),
        lambda file, _: Unpickler(file).load(),
        lambda _: True,
    ),
    "cloudpickle": (
        save_cloudpickle,
        lambda file, _: Unpickler(file).load(),
        lambda value: has("cloudpickle") and not isinstance(value, io.IOBase),
    ),
}
