"""Values that travel inside the spec: parameters, with what the wire does to numbers undone."""

import json
import math

from step_errors import StepError, class_of

KINDS = {
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "string": str,
    "list": list,
    "object": dict,
}


def mapped(value, change):
    """What lists and dictionaries hold, changed one by one."""
    if isinstance(value, (list, tuple)):
        return [mapped(item, change) for item in value]
    if isinstance(value, dict):
        return {key: mapped(item, change) for key, item in value.items()}
    return change(value)


def plain(value):
    """The Python value in a numpy scalar, an array or a tensor."""
    return value.tolist() if hasattr(value, "tolist") else value


def travels(value):
    """Whether JSON and Kubeflow's numbers, which are doubles (protobuf's Value), leave a value as it is."""
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value) and travels([*value.values()])
    if isinstance(value, (list, tuple)):
        return all(map(travels, value))
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, str) or (isinstance(value, int) and abs(value) <= 2**53)


def parameter(name, value, port_type):
    """A value as Kubeflow carries it."""
    return checked(name, mapped(plain(value), plain), port_type)


def recast(name, value, port_type):
    """Undoes what the wire does to numbers: 5 may arrive as 5.0 and 5.0 as 5; texts in the place of others are read."""
    if port_type == "string":
        return value if isinstance(value, str) else json.dumps(value)
    if isinstance(value, str):
        try:
            value = json.loads(value.lower() if port_type == "boolean" else value)
        except ValueError:
            pass
    value = checked(name, mapped(value, whole), port_type)
    return float(value) if port_type == "number" else value


def whole(value):
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def checked(name, value, port_type):
    is_bool = isinstance(value, bool)
    if is_bool == (port_type == "boolean") and isinstance(value, KINDS[port_type]) and travels(value):
        return value
    raise StepError(f"`{name}` is {value!r:.99} ({class_of(value)}), no {port_type} for Kubeflow.")
