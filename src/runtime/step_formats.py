"""How values are written to files and read back: one row for each format, safe ones first; see also step_libraries."""

import json
import sys

from step_record import as_base64, png
from step_tagged import ATOMS, TAG_OF, kind_of, resolve, to_json, untagged


def load_npy(file, about):
    value = resolve("numpy").load(file)
    return value if about["weft_class"] == "numpy.ndarray" else value[()]


def save_parquet(value, _, file):
    """Only frames that parquet gives back as they were."""
    frame = value
    if hasattr(value, "to_frame"):
        frame = value.to_frame("0" if value.name is None else value.name)
    names = [*frame.columns, *frame.index.names]
    if (
        value.attrs
        or len({*names}) < len(names)
        or not all(isinstance(name, str) for name in frame)
        or any(
            frame[name].dtype == object
            and resolve("pandas").api.types.infer_dtype(frame[name], skipna=False) != "string"
            for name in frame
        )
    ):
        raise ValueError
    frame.to_parquet(file, engine="pyarrow")


def load_parquet(file, about):
    frame = resolve("pandas").read_parquet(file)
    is_series = about["weft_class"].endswith("Series")
    return frame.iloc[:, 0].rename(about.get("weft_name")) if is_series else frame


def as_text(value, port_type):
    if isinstance(value, str):
        return value
    kind = port_type.lower()
    for method in (f"_repr_{kind}_", f"to_{kind}"):
        text = getattr(value, method, str)()
        if isinstance(text, str) and text:
            return text
    figure = getattr(value, "figure", value)
    if not hasattr(figure, "savefig"):
        raise ValueError(f"it has no {port_type} form: make it a text")
    source = "data:image/png;base64," + as_base64(png(figure))
    return f'<img src="{source}">' if kind == "html" else f"![]({source})"


def is_array(value):
    numpy = sys.modules.get("numpy")
    return numpy and (type(value) is numpy.ndarray or isinstance(value, numpy.generic))


# How a value is written, how it is read, and which values it is for, by a function or by the names of their classes;
# they are tried in this order, and raise an error for what they would change.
FORMATS = {
    "json": (
        lambda value, _, file: file.write(json.dumps(to_json(value, {})).encode()),
        lambda file, _: json.load(file, object_hook=untagged),
        lambda value: kind_of(value) in (*ATOMS, list, *TAG_OF),
    ),
    "text": (
        lambda value, port_type, file: file.write(as_text(value, port_type).encode()),
        lambda file, _: file.read().decode(),
        "$",
    ),
    "npy": (
        lambda value, _, file: resolve("numpy").save(file, value, allow_pickle=False),
        load_npy,
        is_array,
    ),
    "parquet": (save_parquet, load_parquet, "pandas.*(DataFrame|Series)$"),
}
