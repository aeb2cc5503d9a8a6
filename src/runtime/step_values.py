"""How values are stored and read back: the format is chosen by the value, and named in the metadata."""

import json
import pathlib
import re
import sys
import time

from step_errors import StepError, class_of, say
from step_files import digest, keep, local_path, put, write_file
from step_libraries import FORMATS
from step_metrics import METRICS, save_metrics
from step_pickle import PYTHON
from step_random import GENERATORS, generator
from step_tagged import ATOMS

STARTED = time.time()
STORED = {}


def formats_for(value, port_type):
    """Names of formats to try, best first; pickles are the last resort."""
    if port_type in ("HTML", "Markdown"):
        return ["text"]
    return [
        name
        for name, (_, _, fits) in FORMATS.items()
        if (fits(value) if callable(fits) else re.match(fits, class_of(value)))
    ]


def store(name, port, notebook, path):
    """Stores an output; returns its metadata."""
    if "file" in port:
        return keep(name, port["file"], path)
    value = generator(name, "get")() if name in GENERATORS else notebook.found(name)
    twin, _ = STORED.setdefault(id(value), (name, value))
    if twin != name and type(value) not in (*ATOMS, float):
        say(f"`{twin}` and `{name}` are one object here and two in other steps.")
    return (save_metrics if port["type"] in METRICS else save)(name, value, port["type"], path)


def restore(module, name, port, artifacts):
    """Brings the values of an input to where cells find them."""
    values = [load(name, artifact, port) for artifact in artifacts]
    if name in GENERATORS:
        generator(name, "set")(*values)
    elif values and "file" not in port:
        setattr(module, name, values if len(values) > 1 else values[0])


def save(name, value, port_type, path):
    """Stores a value in the first format that holds it; returns the metadata that `load` needs."""
    if isinstance(value, pathlib.Path) and value.is_file() and value.stat().st_mtime > STARTED - 2:
        return keep(name, value, path)
    reason = None
    for form in formats_for(value, port_type):
        try:
            write_file(path, lambda file, form=form: FORMATS[form][0](value, port_type, file))
        except (OSError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - the next format may hold it
            reason = reason if isinstance(error, ImportError) else error
            continue
        about = {
            "weft_format": form,
            "weft_class": class_of(value),
            "weft_sha256": digest(path),
            "weft_python": PYTHON,
        }
        package = versioned(type(value).__module__)
        if " " in package:
            about["weft_package"] = package
        if form == "parquet" and isinstance(getattr(value, "name", None), str):
            about["weft_name"] = value.name
        return about
    fix = " Make it in each step that uses it." * (form != "text")
    raise StepError(f"`{name}` ({class_of(value)}) cannot be stored: {reason}.{fix}")


def load(name, artifact, port):
    """The value of an artifact; the path of its file when Weft did not store it."""
    path, about = local_path(artifact), artifact.get("metadata", {})
    form, sha = about.get("weft_format"), about.get("weft_sha256")
    if sha and digest(path) != sha:
        raise StepError(
            f"`{name}` is not what the step before stored: {path} was changed. Run that step again."
        )
    if "file" in port or form == "file":
        return put(path, port.get("file") or about["weft_path"])
    if form is None:
        # metrics of other makers often have no file: their numbers are in the metadata
        file = pathlib.Path(path)
        if port["type"] not in METRICS:
            return file
        return json.loads(file.read_text()) if file.exists() else about
    python, package = about.get("weft_python"), about.get("weft_package", "")
    value = failed = None
    try:
        if form == "cloudpickle" and python != PYTHON:
            raise ValueError(f"only Python {python} reads it")
        with open(path, "rb") as file:
            value = FORMATS[form][1](file, about)
    except Exception as error:  # noqa: BLE001 - stored code may raise anything
        failed = error
    there, here = f"{python} {package}".strip(), f"{PYTHON} {versioned(package)}".strip()
    story = f"`{name}` was stored as {form} by Python {there}, and this step has {here}"
    if failed:
        raise StepError(f"{story}: {failed}. Give both steps one image.")
    if form in ("pickle", "torch") and there != here:
        say(story)
    return value


def versioned(module):
    """The package of a module, with its version if it is imported and has one."""
    root = re.split("[ .]", module)[0]
    return f"{root} {getattr(sys.modules.get(root), '__version__', '')}".strip()
