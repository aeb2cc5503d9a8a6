"""How values are stored in files and read back: the format is chosen by the value, and named in the metadata."""

import base64
import functools
import hashlib
import importlib.util
import io
import json
import os
import pathlib
import pickle
import sys

from step_errors import StepError, Unsuitable, class_of, say
from step_pickle import PYTHON, Unpickler, pickler
from step_tagged import TAG_OF, from_json, to_json

MOUNTS = {"s3://": "/s3/", "minio://": "/minio/", "gs://": "/gcs/"}


def save_json(value, _, file):
    try:
        file.write(json.dumps(to_json(value, set()), allow_nan=False).encode())
    except RecursionError:
        raise Unsuitable("it is nested too deeply") from None


def save_npy(value, _, file):
    import numpy

    numpy.save(file, value, allow_pickle=False)


def load_npy(file, metadata):
    import numpy

    value = numpy.load(file, allow_pickle=False)
    return value if metadata["weft_class"] == "numpy.ndarray" else value[()]


def save_parquet(value, _, file):
    """Only frames that parquet gives back as they were."""
    from pandas.api.types import infer_dtype

    names = [*value.columns, *value.index.names]
    plain = all(isinstance(name, str) for name in value.columns) and len(set(names)) == len(names)
    mixed = any(
        value[name].dtype == object and infer_dtype(value[name], skipna=False) != "string" for name in value
    )
    if value.attrs or mixed or not plain:
        raise Unsuitable("parquet would change it")
    value.to_parquet(file, engine="pyarrow")


def load_parquet(file, _):
    import pandas

    return pandas.read_parquet(file, engine="pyarrow")


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
    image = io.BytesIO()
    figure.savefig(image, format="png", bbox_inches="tight")
    source = "data:image/png;base64," + base64.b64encode(image.getvalue()).decode()
    return f'<img src="{source}">' if kind == "html" else f"![]({source})"


def save_cloudpickle(value, _, file):
    import cloudpickle

    pickler(cloudpickle.Pickler, file).dump(value)


FORMATS = {
    "json": (save_json, lambda file, _: from_json(json.load(file))),
    "text": (save_text, lambda file, _: file.read().decode()),
    "npy": (save_npy, load_npy),
    "parquet": (save_parquet, load_parquet),
    "pickle": (
        lambda v, _, file: pickler(pickle.Pickler, file).dump(v),
        lambda file, _: Unpickler(file).load(),
    ),
    "cloudpickle": (save_cloudpickle, lambda file, _: Unpickler(file).load()),
}


def has(module):
    return importlib.util.find_spec(module) is not None


def formats_for(value, port_type):
    """Names of formats to try, best first; pickles are the last resort."""
    if port_type in ("HTML", "Markdown"):
        return ["text"]
    kind = class_of(value)
    names = []
    if value is None or type(value) in (bool, int, str, float, list, dict) or type(value) in TAG_OF:
        names.append("json")
    if kind.startswith("numpy.") and hasattr(value, "dtype") and kind not in ("numpy.ma.MaskedArray",):
        names.append("npy")
    if type(value).__name__ == "DataFrame" and kind.startswith("pandas.") and has("pyarrow"):
        names.append("parquet")
    names.append("pickle")
    if has("cloudpickle") and not isinstance(value, io.IOBase):
        names.append("cloudpickle")
    return names


def write_file(path, write):
    """Writes under another name first: a step that is stopped leaves no half file."""
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            write(file)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)


def digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            sha.update(block)
    return sha.hexdigest()


def save(name, value, port_type, path):
    """Stores a value in the first format that holds it; returns the metadata that `load` needs."""
    reason = None
    for format in formats_for(value, port_type):
        try:
            write_file(path, functools.partial(FORMATS[format][0], value, port_type))
        except (OSError, MemoryError, KeyboardInterrupt):
            raise
        except Exception as error:  # noqa: BLE001 - the next format may hold it
            reason = reason if isinstance(error, ImportError) else error
            continue
        metadata = {"weft_format": format, "weft_class": class_of(value)}
        if "pickle" in format:
            root = type(value).__module__.split(".")[0]
            version = getattr(sys.modules.get(root), "__version__", None)
            metadata.update(weft_python=PYTHON, weft_sha256=digest(path))
            metadata.update({"weft_package": f"{root} {version}"} if version else {})
        return metadata
    raise StepError(
        f"`{name}` ({class_of(value)}) cannot be stored: {reason}. Make it again in each step that uses it, "
        "or keep the cells that use it in one step."
    )


def load(name, artifact, port_type):
    """The value of an artifact; the path of its file when Weft did not store it."""
    path, metadata = local_path(artifact), artifact.get("metadata", {})
    format = metadata.get("weft_format")
    if format is None and port_type in ("Metrics", "ClassificationMetrics"):
        return load_metrics(path, metadata)
    if format is None:
        return pathlib.Path(path)
    if format not in FORMATS:
        raise StepError(
            f"`{name}` is stored as {format}, which this step's Weft does not know: compile anew."
        )
    made_by = metadata.get("weft_python", PYTHON)
    if format == "cloudpickle" and made_by != PYTHON:
        raise StepError(
            f"`{name}` holds code of Python {made_by}, and this step runs Python {PYTHON}: "
            "give both steps images with the same Python."
        )
    if made_by != PYTHON:
        say(f"`{name}` was stored by Python {made_by}, and this step runs Python {PYTHON}.")
    if "weft_sha256" in metadata and digest(path) != metadata["weft_sha256"]:
        raise StepError(
            f"`{name}` is not what the step before stored: {path} was changed, so it is not read."
        )
    try:
        with open(path, "rb") as file:
            return FORMATS[format][1](file, metadata)
    except Exception as error:  # noqa: BLE001 - stored code may raise anything
        by = ", ".join(filter(None, [f"Python {made_by}", metadata.get("weft_package")]))
        raise StepError(
            f"`{name}` ({metadata.get('weft_class')}, stored by {by}) cannot be read: {error}."
        ) from None


def load_metrics(path, metadata):
    """Metrics of other makers often have no file: their numbers are in the metadata."""
    if not os.path.exists(path):
        return metadata
    with open(path) as file:
        return json.load(file)


def local_path(artifact):
    """Where Kubeflow's launcher puts an artifact (kfp.dsl.Artifact.path)."""
    uri = artifact.get("customPath") or artifact.get("uri", "")
    for scheme, mount in MOUNTS.items():
        if uri.startswith(scheme):
            return mount + uri[len(scheme) :]
    return uri
