"""Runs the cells of a notebook and writes down which names each takes from others, binds and deletes."""

import ast
import asyncio
import builtins
import dis
import sys
import warnings
from collections import namedtuple
from functools import lru_cache
from itertools import islice
from types import CodeType, CoroutineType, FunctionType

from thing import Stop

# reads: names that code of the cell took from outside while the cell ran; late: those that its functions take when they
# are called after it; taken: every name that came from another cell meanwhile, with that cell; bound, deleted: what the
# cell left, when it came to its end
Ran = namedtuple("Ran", "reads late taken bound deleted ended")


class Notebook:
    """One run from top to bottom. Every cell starts with an empty namespace; what it misses is brought, and noted."""

    def __init__(self, supply=None):
        # makes a value for a name that no cell bound; without it, cells run as they do elsewhere
        self.supply = supply
        self.values, self.origins = {}, {}
        self.loop = None if supply else asyncio.new_event_loop()
        self.names = Names(self)
        self.cell = None

    def run(self, source):
        """Runs the next cell."""
        self.cell = 0 if self.cell is None else self.cell + 1
        names = self.names
        names.clear()
        warnings.simplefilter("ignore", RuntimeWarning)
        names["__builtins__"] = Builtins(self)
        names["__name__"] = "__main__"
        self.reads, self.late, self.taken, self.gone, self.put = {}, {}, set(), set(), set()
        self.noted, self.stored, self.removed = self.reads, set(), set()
        ended = self.attempt(lambda: self.execute(source))
        bound = {name: value for name, value in names.items() if name not in PRESENT}
        deleted = self.gone - bound.keys()
        self.noted = self.late
        for value in list(bound.values()) if ended and self.supply else []:
            self.attempt(lambda value=value: self.use(value))
        for name in deleted:
            self.values.pop(name, None)
            self.origins.pop(name, None)
        self.values |= bound
        self.origins |= dict.fromkeys(bound, self.cell)
        # a function of another cell may have deleted it by its global statement, which nobody sees in this one
        lost = self.put - self.gone - self.removed - PRESENT
        left = (bound.keys() | lost) & self.stored
        return Ran(set(self.reads), set(self.late), self.taken, left, deleted, ended)

    def execute(self, source):
        code, self.stored, self.removed = compiled(source, self.file())
        done = eval(code, self.names)
        if isinstance(done, CoroutineType):
            finish(done) if self.supply else self.loop.run_until_complete(done)

    def use(self, value):
        """Calls what the cell defined."""
        if isinstance(value, type) and value.__module__ == "__main__":
            for method in vars(value).values():
                if isinstance(method, FunctionType) and self.own(method.__code__):
                    self.attempt(lambda method=method: finish(method(*self.arguments(method))))
        elif isinstance(value, FunctionType) and self.own(value.__code__):
            finish(value(*self.arguments(value)))

    def arguments(self, function):
        return [self.supply(name) for name in function.__code__.co_varnames[: function.__code__.co_argcount]]

    def attempt(self, work):
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(depth() + 80 if self.supply else limit)
        watch = Watch(self.noted)
        sys.settrace(watch if self.supply else None)
        try:
            work()
        except (Exception, Stop) as error:  # noqa: BLE001 - cells may do anything
            # what is still read while the cell fails makes no difference
            for name in list(self.noted)[watch.first(error) :]:
                del self.noted[name]
            return False
        else:
            return True
        finally:
            sys.settrace(None)
            sys.setrecursionlimit(limit)

    def bring(self, name, frame):
        """The value of a name that the running cell has not bound."""
        if name == "__annotations__":
            # Python before 3.14 makes it for a cell only where it sees that one may be needed
            return self.names.setdefault(name, {})
        if name in self.gone:
            raise KeyError(name)
        if self.asked_by_own(frame):
            self.noted[name] = True
        if name in self.values:
            self.taken.add((name, self.origins[name]))
            return self.values[name]
        if self.supply is None:
            raise KeyError(name)
        self.values[name] = self.supply(name)
        self.origins[name] = None
        return self.values[name]

    def asked_by_own(self, frame):
        """Code of the cell asks, and was not called by code of another cell, which may know it by name only."""
        files = []
        while frame:
            files.append(frame.f_code.co_filename)
            frame = frame.f_back
        cells = [file for file in files if file.startswith("<cell ")]
        return set(cells) == {self.file()}

    def own(self, code: CodeType):
        return code.co_filename == self.file()

    def file(self):
        return f"<cell {self.cell}>"


class Watch:
    """Traces cells: stops them after a number of lines, and notes where they fail."""

    def __init__(self, noted):
        self.left, self.noted = LINES, noted
        # by exception: how many names had been read when it was raised
        self.read = {}

    def first(self, error):
        """How many names had been read when the failure began that led to an error."""
        first, seen = len(self.noted), set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            first = min(first, self.read.get(id(error), first))
            error = error.__context__
        return first

    def __call__(self, frame, event, more):
        if not frame.f_code.co_filename.startswith("<cell "):
            return None
        if event == "exception":
            self.read.setdefault(id(more[1]), len(self.noted))
        self.left -= event == "line"
        if self.left < 0:
            raise Stop
        return self


LINES = 400
PRESENT = {"__builtins__", "__doc__", "__warningregistry__", "__name__", "__annotations__"}


def depth():
    frame, count = sys._getframe(), 0
    while frame:
        frame, count = frame.f_back, count + 1
    return count


class OnceAtLeast(ast.NodeTransformer):
    """Makes every loop over something run once at least, as the analysis assumes, and a few times at most."""

    def visit_For(self, node):
        name = ast.Name("once_at_least", ast.Load())
        node.iter = ast.copy_location(ast.Call(name, [node.iter], []), node.iter)
        return ast.fix_missing_locations(self.generic_visit(node))

    def visit_comprehension(self, node):
        return node if node.is_async else self.visit_For(node)


@lru_cache(64)
def compiled(source, file):
    """The code of a cell, and the names of the notebook that it binds, and that it deletes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = OnceAtLeast().visit(ast.parse(source))
        code = compile(tree, file, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return code, set(names_of(code, "STORE")), set(names_of(code, "DELETE"))


def names_of(code, how):
    """The names of the notebook that some code binds or deletes, that of its functions included."""
    for step in dis.get_instructions(code):
        if step.opname == f"{how}_GLOBAL" or (step.opname == f"{how}_NAME" and code.co_name == "<module>"):
            yield step.argval
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from names_of(one, how)


class Names(dict):
    def __init__(self, notebook):
        super().__init__()
        self.notebook = notebook

    def __delitem__(self, name):
        if name not in self:
            self.notebook.bring(name, sys._getframe(1))
        else:
            super().__delitem__(name)
        self.notebook.gone.add(name)

    def __setitem__(self, name, value):
        if hasattr(self.notebook, "gone"):
            self.notebook.gone.discard(name)
            self.notebook.put.add(name)
        super().__setitem__(name, value)


class Builtins(dict):
    """Looked at last, also from the bodies of functions and classes: what is missing here is missing everywhere."""

    def __init__(self, notebook):
        super().__init__(vars(builtins))
        self["print"] = lambda *_, **__: None
        self["once_at_least"] = self.once_at_least
        self.notebook = notebook

    def once_at_least(self, values):
        if not self.notebook.supply:
            return values
        return list(islice(values, 5)) or [self.notebook.supply("item")]

    def __missing__(self, name):
        return self.notebook.bring(name, sys._getframe(1))


def finish(value):
    """Runs a coroutine or a generator to its end; nothing in it waits."""
    if isinstance(value, CoroutineType):
        try:
            value.send(None)
        except StopIteration:
            return
    elif hasattr(value, "__next__") and hasattr(value, "gi_code"):
        for _ in zip(value, range(3)):
            pass
