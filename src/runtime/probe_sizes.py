"""How large values are: estimates that ask nothing of the user's own classes, and that end soon."""

import itertools
import sys
import time
import types

# Values up to this are small enough to be stored for trial.
SMALL = 1 << 20
OBJECTS, SAMPLE = 20_000, 100
ATOMS = (bool, int, float, complex, str, bytes, bytearray, type(None))
CONTAINERS = (list, tuple, set, frozenset, dict)
TYPES = (type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType)


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
