"""What can go wrong in a step, and how it is said."""

import importlib.util
import sys


class StepError(Exception):
    """A sentence for the person who drew the step; shown without a traceback."""


class Unsuitable(Exception):
    """A format cannot hold a value as it is."""


def say(text):
    """Tells something that is not the cells' own output."""
    print("weft:", text, file=sys.stderr, flush=True)


def class_of(value):
    """The name of a value's class, as messages and metadata give it."""
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def has(module):
    return importlib.util.find_spec(module) is not None
