"""How values are stored and read back: the format is chosen by the value, and named in the metadata."""

import functools
import json
import os
import pathlib
import sys
import time

from step_errors import StepError, class_of, say
from step_files import digest, keep, local_path, put, write_file
from step_formats import FORMATS
from step_pickle import PYTHON

STARTED = time.time()
METRICS = ("Metrics", "ClassificationMetrics")


def formats_for(value, port_type):
    """Names of formats to try, best first; pickles are the last resort."""
    if port_type in ("HTML", "Markdown"):
        return ["text"]
    names = [name for name, (_, _, fits) in FORMATS.items() if fits(value)]
    return sorted(names, key=lambda name: "pickle" in name)


def save(name, value, port_type, path):
    """Stores a value in the first format that holds it; returns the metadata that `load` needs."""
    if isinstance(value, pathlib.Path) and value.is_file() and value.stat().st_mtime > STARTED - 2:
        return keep(name, value, path)
    reason = None
    for format in formats_for(value, port_type):
        try:
            told = write_file(path, functools.partial(FORMATS[format][0], value, port_type))
        except (OSError, MemoryError, KeyboardInterrupt):
            raise
        except Exception as error:  # noqa: BLE001 - the next format may hold it
            reason = reason if isinstance(error, ImportError) else error
            continue
        root = type(value).__module__.split(".")[0]
        version = getattr(sys.modules.get(root), "__version__", None)
        return {
            "weft_format": format,
            "weft_class": class_of(value),
            "weft_sha256": digest(path),
            **({} if format in ("json", "text") else {"weft_python": PYTHON}),
            **({"weft_package": f"{root} {version}"} if version else {}),
            **(told or {}),
        }
    raise StepError(
        f"`{name}` ({class_of(value)}) cannot be stored: {reason}. Make it again in each step that uses it, "
        "or keep the cells that use it in one step."
    )


def load(name, artifact, port):
    """The value of an artifact; the path of its file when Weft did not store it."""
    path, metadata = local_path(artifact), artifact.get("metadata", {})
    format = metadata.get("weft_format")
    sha = metadata.get("weft_sha256")
    if sha and digest(path) != sha:
        raise StepError(
            f"`{name}` is not what the step before stored: {path} was changed, so it is not read."
        )
    if "file" in port or format == "file":
        return put(path, port.get("file") or metadata["weft_path"])
    if format is None and port["type"] in METRICS:
        return load_metrics(path, metadata)
    if format is None:
        return pathlib.Path(path)
    if format not in FORMATS:
        raise StepError(
            f"`{name}` is stored as {format}, which this step's Weft does not know: compile anew."
        )
    made_by, package = metadata.get("weft_python", PYTHON), metadata.get("weft_package", "")
    if format == "cloudpickle" and made_by != PYTHON:
        raise StepError(
            f"`{name}` holds code of Python {made_by}, and this step runs Python {PYTHON}: "
            "give both steps images with the same Python."
        )
    try:
        with open(path, "rb") as file:
            value = FORMATS[format][1](file, metadata)
    except Exception as error:  # noqa: BLE001 - stored code may raise anything
        raise StepError(
            f"`{name}` ({metadata.get('weft_class')}) was stored by Python {made_by} {package} and cannot be "
            f"read by Python {PYTHON} {version_here(package)}: {error}."
        ) from None
    here = version_here(package)
    if format in ("pickle", "torch") and (made_by, package) != (PYTHON, here):
        say(f"`{name}` was stored by Python {made_by} {package}, and this step has Python {PYTHON} {here}.")
    return value


def version_here(package):
    root = package.split(" ")[0]
    return f"{root} {getattr(sys.modules.get(root), '__version__', '')}".strip()


def load_metrics(path, metadata):
    """Metrics of other makers often have no file: their numbers are in the metadata."""
    if not os.path.exists(path):
        return metadata
    with open(path) as file:
        return json.load(file)
