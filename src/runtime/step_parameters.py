"""Values that travel inside the spec: parameters, with what the wire does to numbers undone."""

import json
import math

from step_errors import StepError, class_of

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
