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

from step_errors import class_of
from step_record import as_base64

# A module, or what is in one, by its full name.
resolve = pkgutil.resolve_name
# For each tag the type, what stands for a value, and what makes the value of that.
TAGS = {
    "$bytes": (bytes, as_base64, base64.b64decode),
    "$dict": (dict, lambda v: [list(pair) for pair in v.items()], dict),
    "$enum": (enum.Enum, lambda v: [class_of(v), v.value], lambda v: resolve(v[0])(v[1])),
    "$path": (type(pathlib.Path()), str, pathlib.Path),
    "$timedelta": (
        datetime.timedelta,
        lambda v: [v.days, v.seconds, v.microseconds],
        lambda v: datetime.timedelta(*v),
    ),
}
for _write, *_kinds in (
    (str, complex, decimal.Decimal, float, uuid.UUID),
    (list, frozenset, set, tuple),
):
    for _kind in _kinds:
        TAGS["$" + _kind.__name__.lower()] = (_kind, _write, _kind)
for _kind in (datetime.date, datetime.datetime, datetime.time):
    TAGS["$" + _kind.__name__] = (_kind, _kind.isoformat, _kind.fromisoformat)
TAG_OF = {v[0]: k for k, v in TAGS.items()}
ATOMS = (bool, int, str, type(None))


def kind_of(value):
    return enum.Enum if isinstance(value, enum.Enum) else type(value)


def to_json(value, seen):
    """JSON for a value; raises ValueError for other types, and for a list or dict that occurs twice.

    `seen` holds objects by their ids, and so keeps them from being freed meanwhile.
    """
    kind = kind_of(value)
    if kind in ATOMS or (kind is float and math.isfinite(value)):
        return value
    if kind in (list, dict, set):
        if id(value) in seen:
            raise ValueError
        seen[id(value)] = value
    if kind is list:
        return [to_json(item, seen) for item in value]
    if kind is dict and all(type(key) is str and not key.startswith("$") for key in value):
        return {key: to_json(item, seen) for key, item in value.items()}
    if kind not in TAG_OF or getattr(value, "tzinfo", None) not in (None, datetime.timezone.utc):
        raise ValueError
    made = to_json(TAGS[TAG_OF[kind]][1](value), seen)
    return {TAG_OF[kind]: sorted(made, key=json.dumps) if kind in (set, frozenset) else made}


def untagged(made):
    """What a dict that JSON gave stands for; those that it holds were asked before."""
    tag = next(iter(made), None)
    return TAGS[tag][2](made[tag]) if tag in TAGS else made
