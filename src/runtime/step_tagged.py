"""JSON with tags: what JSON itself would change (tuples, sets, bytes, dates, decimals ...) comes back as it was."""

import base64
import datetime
import decimal
import enum
import json
import math
import pathlib
import pkgutil
import uuid

from step_errors import Unsuitable, class_of

TAGS = {
    "$bytes": (bytes, lambda v: base64.b64encode(v).decode(), base64.b64decode),
    "$complex": (complex, repr, complex),
    "$date": (datetime.date, datetime.date.isoformat, datetime.date.fromisoformat),
    "$datetime": (datetime.datetime, datetime.datetime.isoformat, datetime.datetime.fromisoformat),
    "$decimal": (decimal.Decimal, str, decimal.Decimal),
    "$float": (float, repr, float),
    "$path": (type(pathlib.Path()), str, pathlib.Path),
    "$time": (datetime.time, datetime.time.isoformat, datetime.time.fromisoformat),
    "$timedelta": (
        datetime.timedelta,
        lambda v: [v.days, v.seconds, v.microseconds],
        lambda v: datetime.timedelta(*v),
    ),
    "$uuid": (uuid.UUID, str, uuid.UUID),
}
SEQUENCES = {"$frozenset": frozenset, "$set": set, "$tuple": tuple}
TAG_OF = {row[0]: tag for tag, row in TAGS.items()}
TAG_OF.update({kind: tag for tag, kind in SEQUENCES.items()})


def to_json(value, seen):
    """JSON for a value; raises Unsuitable for other types, and for a list or dict that occurs twice."""
    kind = type(value)
    if value is None or kind in (bool, int, str) or (kind is float and math.isfinite(value)):
        return value
    if kind in (list, dict, set):
        if id(value) in seen:
            raise Unsuitable("it holds one object twice")
        seen.add(id(value))
    if kind is list:
        return [to_json(item, seen) for item in value]
    if kind is dict:
        if all(type(key) is str and not key.startswith("$") for key in value):
            return {key: to_json(item, seen) for key, item in value.items()}
        return {"$dict": [[to_json(key, seen), to_json(item, seen)] for key, item in value.items()]}
    if isinstance(value, enum.Enum):
        return {"$enum": [f"{kind.__module__}:{kind.__qualname__}", to_json(value.value, seen)]}
    tag = TAG_OF.get(kind)
    if tag is None or getattr(value, "tzinfo", None) not in (None, datetime.timezone.utc):
        raise Unsuitable(f"it holds {class_of(value)}")
    if tag in SEQUENCES:
        items = [to_json(item, seen) for item in value]
        return {tag: items if kind is tuple else sorted(items, key=json.dumps)}
    return {tag: TAGS[tag][1](value)}


def from_json(value):
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    tag = next(iter(value), None)
    if tag == "$dict":
        return {from_json(key): from_json(item) for key, item in value[tag]}
    if tag == "$enum":
        return pkgutil.resolve_name(value[tag][0])(from_json(value[tag][1]))
    if tag in SEQUENCES:
        return SEQUENCES[tag](from_json(item) for item in value[tag])
    if tag in TAGS:
        return TAGS[tag][2](value[tag])
    return {key: from_json(item) for key, item in value.items()}
