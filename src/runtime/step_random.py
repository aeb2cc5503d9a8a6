"""The states of the generators that a process shares: they go from step to step as if they were values of names."""

from step_tagged import resolve

# As `src/notebook/names.ts` calls them.
GENERATORS = {
    "weft_random_numpy": "numpy.random:%s_state",
    "weft_random_python": "random:%sstate",
    "weft_random_torch": "torch.random:%s_rng_state",
}


def generator(name, action):
    """What does `get` or `set` the state of a generator."""
    return resolve(GENERATORS[name] % action)
