"""What a live kernel knows of names: their types, their sizes, and how a step would store them.

Runs inside the kernel of a user, between two of their cells: it binds no name there, calls nothing that the user
wrote, and gives up on what would take long.
"""

import importlib.metadata
import io
import json
import pickle
import sys
import time
import types
import warnings

from probe_sizes import SMALL, measure
from step_errors import class_of
from step_values import FORMATS, formats_for

MIME = "application/vnd.weft.kernel-facts+json"
# What all the work on one request may take.
SECONDS = 0.4
OWN = ("__reduce__", "__reduce_ex__", "__getstate__", "__getnewargs__", "__getnewargs_ex__")


class Untried(Exception):
    """It is too large to be stored for trial, or that would run the user's code."""


class Facts:
    """Shown by IPython as data, whatever formatters the user has."""

    def __init__(self, data):
        self.data = data

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {MIME: self.data}


def answer(namespace, request):
    """The facts that a request asks for: `names`, and `modules` with the distributions they may come from."""
    asked = json.loads(request)
    end = time.monotonic() + SECONDS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = {name: value_fact(namespace[name], end) for name in asked["names"] if name in namespace}
        versions = {name: version_of(name, hint) for name, hint in asked["modules"].items()}
    return Facts(
        {
            "python": ".".join(map(str, sys.version_info[:3])),
            "values": values,
            "versions": {name: version for name, version in versions.items() if version},
        }
    )


def value_fact(value, end):
    size, exact, fits = measure(value, end)
    fact = {"type": class_of(value), "bytes": size, "exact": exact}
    return {**fact, **storage(value, fits, end)}


def storage(value, fits, end):
    """The first format that holds a value; found by trial where the value is small."""
    try:
        formats = formats_for(value, "Artifact")
    except Exception:  # noqa: BLE001 - classes may answer anything
        return {"storable": True, "tried": False}
    reason = None
    for name in formats if fits else ():
        try:
            attempt(value, name, end)
            return {"storable": True, "tried": True, "format": name}
        except (Untried, MemoryError):
            return {"storable": True, "tried": False, "format": name}
        except ImportError:
            continue
        except Exception as error:  # noqa: BLE001 - the next format may hold it
            reason = f"{error}" or type(error).__name__
    if fits or never(value):
        return {
            "storable": False,
            "tried": fits,
            "reason": reason or f"cannot pickle '{type(value).__name__}' object",
        }
    return {"storable": True, "tried": False, "format": formats[0]}


def never(value):
    """Values that no format holds, told without a trial."""
    kinds = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.FrameType, io.IOBase)
    return issubclass(type(value), kinds) and type(value) not in (io.BytesIO, io.StringIO)


def attempt(value, name, end):
    file = Bounded(end)
    if "pickle" not in name:
        FORMATS[name][0](value, "Artifact", file)
        return
    base = pickle.Pickler
    if name == "cloudpickle":
        import cloudpickle

        base = cloudpickle.Pickler

    class Trial(base):
        """Like the runtime's (step_pickle.py), but for what it would cost to take definitions by value."""

        def persistent_id(self, item):
            file.check()
            kind = type(item)
            if kind.__module__ == "__main__" and any(
                method in vars(each) for each in own(kind) for method in OWN
            ):
                raise Untried
            named = isinstance(item, (type, types.FunctionType)) and item.__module__ == "__main__"
            found = named and getattr(sys.modules["__main__"], item.__qualname__, None) is item
            return item.__qualname__ if found else None

    Trial(file, protocol=5).dump(value)


def own(kind):
    return [each for each in kind.__mro__ if each.__module__ == "__main__"]


class Bounded(io.RawIOBase):
    """Takes what is small, and keeps it: some formats read back what they wrote."""

    def __init__(self, end):
        self.end, self.file = end, io.BytesIO()

    def check(self):
        if time.monotonic() > self.end:
            raise Untried

    def write(self, data):
        self.check()
        if self.file.tell() + memoryview(data).nbytes > 2 * SMALL:
            raise Untried
        return self.file.write(data)

    def seek(self, *place):
        return self.file.seek(*place)

    def tell(self):
        return self.file.tell()

    def readinto(self, buffer):
        return self.file.readinto(buffer)

    def readable(self):
        return True

    writable = seekable = readable


def version_of(module, distribution):
    """Name and version of the distribution that a module comes from; None when it is not installed."""
    try:
        return [distribution, importlib.metadata.version(distribution)]
    except (importlib.metadata.PackageNotFoundError, ValueError):
        pass
    owners = getattr(importlib.metadata, "packages_distributions", dict)().get(module, [])
    return [owners[0], importlib.metadata.version(owners[0])] if owners else None
