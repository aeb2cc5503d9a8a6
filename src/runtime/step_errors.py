"""What can go wrong in a step, and how it is said."""

import sys


class StepError(Exception):
    """A sentence for the person who drew the step; shown without a traceback."""


def say(text):
    """Tells something that is not the cells' own output."""
    print("weft:", text, file=sys.stderr)


def class_of(value):
    """The name of a value's class, as messages and metadata give it."""
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}".replace("builtins.", "")
