"""A value that takes part in anything, so that any generated code runs; what it decides, it decides by chance."""

from random import Random
from types import FunctionType


class Stop(BaseException):
    """The cell ran long enough."""


class World:
    """The chance of one run: how tests come out, and whether calls fail."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.failing = self.random.choice([0, 0, 0.2])
        self.steps = 0

    def chance(self, share=0.5):
        self.steps += 1
        if self.steps > 3000:
            raise Stop
        return self.random.random() < share

    def coin(self):
        return self.chance()

    def risky(self, *_, **__):
        if self.chance():
            raise ValueError("by chance")
        return Thing(self)

    def supply(self, name):
        if name in ("coin", "risky"):
            return getattr(self, name)
        return Thing(self)


class Thing:
    def __init__(self, world):
        object.__setattr__(self, "_world", world)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Thing(self._world)

    def __setattr__(self, name, value):
        self._world.chance()

    __delattr__ = __setitem__ = __delitem__ = lambda self, *_: None

    def __call__(self, *args, **kwargs):
        if self._world.chance(self._world.failing):
            raise ValueError("by chance")
        given = [one for one in args if isinstance(one, (FunctionType, type))]
        if len(args) == 1 and given:
            # as a decorator does, which does not call what it is given
            return args[0] if self._world.chance() else Thing(self._world)
        for one in given:
            one()
        return Thing(self._world)

    def __bool__(self):
        return self._world.chance()

    def __iter__(self):
        for _ in range(2 if self._world.chance() else 1):
            yield Thing(self._world)

    def __next__(self):
        return Thing(self._world)

    def __contains__(self, _):
        return self._world.chance()

    def __exit__(self, *_):
        return False

    def __hash__(self):
        return 1

    def __len__(self):
        return 2

    def __index__(self):
        return 1

    def __format__(self, _):
        return ""

    def __mro_entries__(self, _):
        return ()

    def __await__(self):
        return Thing(self._world)
        yield

    async def __aenter__(self):
        return Thing(self._world)

    async def __aexit__(self, *_):
        return False

    async def __aiter__(self):
        for one in self:
            yield one


def _made(self, *_):
    self._world.chance()
    return Thing(self._world)


OPERATIONS = [
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "matmul",
    "and",
    "or",
    "xor",
    "lshift",
    "rshift",
    "pow",
]
for _name in [f"{side}{one}" for one in OPERATIONS for side in ("", "r", "i")]:
    setattr(Thing, f"__{_name}__", _made)
for _name in ["lt", "le", "gt", "ge", "eq", "ne", "neg", "pos", "invert", "getitem", "enter"]:
    setattr(Thing, f"__{_name}__", _made)
