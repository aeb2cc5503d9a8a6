"""The states of the generators that a process shares: they go from step to step as if they were values of names."""

import importlib

# As `src/notebook/names.ts` calls them: module, what gives its state, what sets it.
GENERATORS = {
    "weft_random_numpy": ("numpy.random", "get_state", "set_state"),
    "weft_random_python": ("random", "getstate", "setstate"),
}


def restore(name, state):
    """Sets a generator to where the step before left it; False for other names."""
    if name not in GENERATORS:
        return False
    module, _, put = GENERATORS[name]
    getattr(importlib.import_module(module), put)(state)
    return True


def states(names):
    """The present states of those generators that are among the names."""
    return {name: state(*GENERATORS[name][:2]) for name in names if name in GENERATORS}


def state(module, get):
    return getattr(importlib.import_module(module), get)()
