"""Values that travel inside the spec: parameters, with what the wire does to numbers undone, and metrics."""

import json
import math

from step_errors import StepError, class_of, say
from step_values import write_file

METRICS = ("Metrics", "ClassificationMetrics")
KINDS = {
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "string": (str,),
    "list": (list, tuple),
    "object": (dict,),
}


def parameter(name, value, port_type):
    """A value as Kubeflow carries it: its numbers are doubles (protobuf's Value)."""
    value = scalar(value)
    if port_type == "list" and hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, KINDS[port_type]) or (
        isinstance(value, bool) and port_type in ("integer", "number")
    ):
        raise StepError(f"`{name}` ({class_of(value)}) cannot be stored as {port_type}.")
    return wire(name, value)


def wire(name, value):
    value = scalar(value)
    if isinstance(value, (list, tuple)):
        return [wire(name, item) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: wire(name, item) for key, item in value.items()}
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and abs(value) > 2**53:
        raise StepError(
            f"`{name}` holds {value}, which Kubeflow's numbers cannot hold: export it as an Artifact."
        )
    if isinstance(value, (int, float)) and math.isfinite(value):
        return value
    raise StepError(f"`{name}` holds {value!r} ({class_of(value)}), which no parameter can hold.")


def recast(name, value, port_type):
    """Undoes what the wire does to numbers: 5 may arrive as 5.0 and 5.0 as 5."""
    if port_type == "string" and not isinstance(value, str):
        return json.dumps(value)
    try:
        if port_type == "number":
            return float(value)
        if port_type == "integer" and float(value).is_integer():
            return int(value)
        if port_type == "boolean" and isinstance(value, str):
            return {"true": True, "false": False}[value.lower()]
        if port_type in ("list", "object") and isinstance(value, str):
            value = json.loads(value)
    except (KeyError, TypeError, ValueError):
        raise StepError(f"parameter `{name}` is {value!r}, which is not of type {port_type}.") from None
    if port_type in KINDS and not isinstance(value, KINDS[port_type]):
        raise StepError(f"parameter `{name}` is {value!r}, which is not of type {port_type}.")
    return whole(value) if port_type in ("list", "object") else value


def whole(value):
    if isinstance(value, list):
        return [whole(item) for item in value]
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def scalar(value):
    """The Python value in a numpy scalar, or in a tensor of no dimension."""
    return value.item() if hasattr(value, "item") and getattr(value, "ndim", 1) == 0 else value


def flat(name, value):
    """Numbers of a metric by name; inner names are joined by dots."""
    value = scalar(value)
    if isinstance(value, dict):
        inner = [flat(f"{name}.{key}" if name else str(key), item).items() for key, item in value.items()]
        return dict(pair for pairs in inner for pair in pairs)
    if isinstance(value, float) and not math.isfinite(value):
        say(f"metric {name} is {value}; Kubeflow keeps it as a text.")
        return {name: str(value)}
    if isinstance(value, (bool, int, float, str)):
        return {name: value}
    raise StepError(f"metric `{name}` ({class_of(value)}) is not a number.")


def confusion(name, value):
    """What Kubeflow's page draws: a confusion matrix, or its own keys as they are."""
    if isinstance(value, dict):
        return parameter(name, value, "object")
    labels = getattr(value, "index", None)
    rows = value.values.tolist() if hasattr(value, "values") else getattr(value, "tolist", lambda: value)()
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == len(rows) for row in rows):
        raise StepError(f"`{name}` ({class_of(value)}) is not a confusion matrix: give a square of counts.")
    labels = range(len(rows)) if labels is None or callable(labels) else labels
    specs = [{"displayName": str(label)} for label in labels]
    return {"confusionMatrix": {"annotationSpecs": specs, "rows": [{"row": row} for row in rows]}}


def save_metrics(name, value, port_type, path):
    """Stores metrics as Kubeflow shows them, in the metadata, and as JSON in the file."""
    metadata = confusion(name, value) if port_type == "ClassificationMetrics" else flat("", value)
    write_file(path, lambda file: file.write(json.dumps(plain(value)).encode()))
    return {key or name: item for key, item in metadata.items()}


def plain(value):
    value = value.tolist() if hasattr(value, "tolist") else value
    if hasattr(value, "values") and not isinstance(value, dict):
        return plain(value.values)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value
