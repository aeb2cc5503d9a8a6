"""Metrics as Kubeflow shows them."""

import json
import math

from step_errors import StepError, class_of, say
from step_files import write_file
from step_parameters import parameter, scalar


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
