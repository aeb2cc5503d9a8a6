"""What a live kernel knows of names: their types, their sizes, and how a step would store them.

Runs inside the kernel of a user, between two of their cells: it binds no name there, calls nothing that the user
wrote, and gives up on what would take long.
"""

import importlib.metadata
import io
import itertools
import json
import pickle
import sys
import time
import types
import warnings

import step_libraries  # noqa: F401 - adds its formats
from step_errors import class_of
from step_values import FORMATS, formats_for

MIME = "application/vnd.weft.kernel-facts+json"
# Values that are stored for trial, and what all the work on one request may take.
SMALL, SECONDS = 1 << 20, 0.4
OBJECTS, SAMPLE = 20_000, 100
ATOMS = (bool, int, float, complex, str, bytes, bytearray, type(None))
CONTAINERS = (list, tuple, set, frozenset, dict)
OWN = ("__reduce__", "__reduce_ex__", "__getstate__", "__getnewargs__", "__getnewargs_ex__")
TYPES = (type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType)


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


def measure(value, end):
    """Bytes of a value, whether all of it was counted, and whether it is small enough to be stored for trial."""
    total, exact, seen = 0, True, set()
    stack = [(value, 1.0)]
    while stack:
        item, share = stack.pop()
        if id(item) in seen or (isinstance(item, TYPES) and item is not value):
            continue
        seen.add(id(item))
        if len(seen) > OBJECTS or time.monotonic() > end:
            exact = False
            break
        size, parts = size_of(item)
        total += share * size
        if parts is not None:
            taken = list(itertools.islice(parts, SAMPLE if len(parts) > OBJECTS else None))
            each = share * (len(parts) / len(taken) if taken else 1)
            exact = exact and len(taken) == len(parts)
            stack.extend((part, each) for part in taken)
    return round(total), exact, exact and total <= SMALL


def size_of(item):
    """Bytes of an object alone, and what it holds besides."""
    kind = type(item)
    if kind in ATOMS:
        return sys.getsizeof(item), None
    if kind is dict:
        return sys.getsizeof(item), Pairs(item)
    if kind in CONTAINERS:
        return sys.getsizeof(item), item
    for base in kind.__mro__:
        known = LIBRARIES.get((base.__module__.partition(".")[0], base.__name__))
        if known:
            try:
                return int(known(item)), None
            except Exception:  # noqa: BLE001, S110 - sizes are estimates
                pass
    try:
        held = object.__getattribute__(item, "__dict__")
    except AttributeError:
        held = None
    inner = Pairs(held) if type(held) is dict and not isinstance(item, TYPES) else None
    return alone(item), inner


def alone(item):
    """Bytes of an object without what it holds; a method of the user's is not asked."""
    kind = type(item)
    method = next(vars(base)["__sizeof__"] for base in kind.__mro__ if "__sizeof__" in vars(base))
    return kind.__basicsize__ if isinstance(method, types.FunctionType) else method(item)


class Pairs:
    """Keys and values of a dictionary, side by side."""

    def __init__(self, held):
        self.held = held

    def __len__(self):
        return 2 * len(self.held)

    def __iter__(self):
        return itertools.chain.from_iterable(self.held.items())


def frame_bytes(frame):
    """Texts are measured in the first rows alone."""
    rows = len(frame)
    head = frame.head(SAMPLE)
    deep = head.memory_usage(index=True, deep=True)
    total = deep.sum() if hasattr(deep, "sum") else deep
    return total * (rows / SAMPLE if rows > SAMPLE else 1)


LIBRARIES = {
    ("numpy", "ndarray"): lambda item: item.nbytes,
    ("numpy", "generic"): lambda item: item.nbytes,
    ("pandas", "DataFrame"): frame_bytes,
    ("pandas", "Series"): frame_bytes,
    ("pandas", "Index"): lambda item: item.memory_usage(),
    ("polars", "DataFrame"): lambda item: item.estimated_size(),
    ("pyarrow", "Table"): lambda item: item.nbytes,
    ("scipy", "_data_matrix"): lambda item: item.data.nbytes + item.nnz * 8,
    ("torch", "Tensor"): lambda item: item.element_size() * item.nelement(),
    ("torch", "Module"): lambda item: sum(
        each.element_size() * each.nelement() for each in item.parameters()
    ),
}


def version_of(module, distribution):
    """Name and version of the distribution that a module comes from; None when it is not installed."""
    try:
        return [distribution, importlib.metadata.version(distribution)]
    except (importlib.metadata.PackageNotFoundError, ValueError):
        pass
    owners = getattr(importlib.metadata, "packages_distributions", dict)().get(module, [])
    return [owners[0], importlib.metadata.version(owners[0])] if owners else None
