"""Pickle: classes and functions of the notebook by name where the reader has them, else by value.

Plain pickle finds them only by name, and cloudpickle only by value, which makes a second class beside the one that
the reading step was given as source.
"""

import functools
import pickle
import sys
import types

from step_record import MOST_BYTES
from step_tagged import resolve

PYTHON = "%d.%d" % sys.version_info[:2]  # noqa: UP031 - shorter when packed


def dump(value, file, base):
    """Reads back what it pickled, if that is small: pickle writes some values that it cannot make again, such as errors
    of classes with an `__init__` of their own (https://github.com/python/cpython/issues/76877).
    """
    pickler = base(file, protocol=5)
    pickler.persistent_id = by_name
    pickler.dump(value)
    if file.tell() < MOST_BYTES:
        file.seek(0)
        load_pickle(file, None)


def by_name(value):
    """What pickle writes in the place of a value; None for the value itself."""
    if isinstance(value, (type, types.FunctionType)) and value.__module__ == "__main__":
        name = value.__qualname__
        if getattr(sys.modules["__main__"], name, None) is value:
            return by_value(name)


@functools.lru_cache(None)
def by_value(name):
    """The same object each time: pickle writes that but once."""
    code = None
    try:
        code = resolve("cloudpickle").dumps(getattr(sys.modules["__main__"], name))
    except Exception:  # noqa: BLE001, S110 - whatever it holds: the reader must define it
        pass
    return name, PYTHON, code


def load_pickle(file, _):
    unpickler = pickle.Unpickler(file)
    unpickler.persistent_load = looked_up
    return unpickler.load()


def looked_up(pid):
    name, python, code = pid
    known = sys.modules["__main__"]
    if not hasattr(known, name):
        if code is None or python != PYTHON:
            raise ValueError(f"`{name}` is not defined here: add the cell that defines it")
        setattr(known, name, pickle.loads(code))
    return getattr(known, name)
