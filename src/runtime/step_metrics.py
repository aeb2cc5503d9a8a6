"""Metrics as Kubeflow shows them."""

import json

from step_errors import StepError, class_of
from step_files import write_text
from step_parameters import mapped, parameter, plain, travels

METRICS = ("Metrics", "ClassificationMetrics")


def flat(values, prefix="", kinds=(int, float, str)):
    """Numbers by name; inner names are joined by dots, and numbers that Kubeflow has not are texts.

    Texts beside numbers are notes on those; one that stands alone is none.
    """
    found = {}
    for key, value in values.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            found.update(flat(value, name + "."))
        elif isinstance(value, kinds):
            found[name] = value if travels(value) else str(value)
        else:
            raise StepError(f"metric `{name}` ({class_of(value)}) is not a number.")
    return found


def confusion(name, value, rows):
    """What Kubeflow's page draws: a confusion matrix, or its own keys as they are."""
    if isinstance(rows, dict):
        return parameter(name, rows, "object")
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == len(rows) for row in rows):
        raise StepError(f"`{name}` ({class_of(value)}) is not a square of counts.")
    labels = getattr(value, "index", len)
    specs = [{"displayName": str(label)} for label in (range(len(rows)) if callable(labels) else labels)]
    return {"confusionMatrix": {"annotationSpecs": specs, "rows": [{"row": row} for row in rows]}}


def save_metrics(name, value, port_type, path):
    """Stores metrics as Kubeflow shows them, in the metadata, and as JSON in the file."""
    made = mapped(numbers(value), numbers)
    about = (
        flat(made)
        if isinstance(made, dict)
        else flat({name: made}, "", (int, float))
        if port_type == METRICS[0]
        else confusion(name, value, made)
    )
    write_text(path, json.dumps(made))
    return about


def numbers(value):
    """What is in a frame, an array or a scalar of NumPy; a dict has a method `values`."""
    inner = getattr(value, "values", value)
    return plain(value if callable(inner) else inner)
