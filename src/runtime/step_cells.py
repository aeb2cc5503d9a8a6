"""Runs cells as the module `__main__`, plainly or in IPython's shell, under names that tracebacks can show."""

import __future__

import ast
import asyncio
import builtins
import contextvars
import inspect
import linecache
import os
import sys
import types

from step_errors import say
from step_record import forms
from step_shell import Shell

FUTURES = 0
for _name in __future__.all_feature_names:
    FUTURES |= getattr(__future__, _name).compiler_flag


class Parameters(ast.NodeTransformer):
    """Puts parameters in the place of literals: `lr = 0.1` gets the value that the run was started with.

    Only where a name is first touched: a cell that read it before wanted the input itself.
    """

    def __init__(self, values):
        self.values = dict(values)

    def visit_Module(self, module):
        for statement in module.body if self.values else ():
            targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
            name = targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else None
            adds = isinstance(statement, ast.AugAssign)
            if name in self.values and not adds and literal(getattr(statement, "value", None)):
                value = ast.parse(repr(self.values.pop(name)), mode="eval").body
                for node in ast.walk(value):
                    ast.copy_location(node, statement.value)
                statement.value = value
            for used in touched(statement):
                computed = isinstance(used.ctx, ast.Store) and not adds
                if self.values.pop(used.id, None) is not None and computed:
                    say(f"parameter `{used.id}` has no effect: line {used.lineno} computes it.")
        return module


def literal(node):
    try:
        ast.literal_eval(node)
    except (TypeError, ValueError):
        return False
    return True


def touched(node):
    """Names that a statement reads or binds while it runs: bodies of functions run later."""
    if isinstance(node, ast.Name):
        yield node
    later = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and "body"
    inner = isinstance(node, ast.comprehension) and "target"
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in (later, inner):
                yield from touched(child)


class Plain:
    """Runs source with nothing but Python; the value of a trailing expression is shown."""

    def __init__(self, main, parameters, record):
        self.main, self.parameters, self.record, self.flags = main, parameters, record, 0
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        builtins.display = lambda *values, **_: [record.show(forms(value)) for value in values] and None

    def run(self, source, filename):
        tree = self.parameters.visit(ast.parse(source, filename))
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";"):
            last = ast.Expression(tree.body.pop().value)
        self.execute(tree, filename, "exec")
        value = self.execute(last, filename, "eval") if last else None
        if value is not None:
            self.record.result(forms(value))
        return value

    def execute(self, tree, filename, mode):
        flags = self.flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code = compile(tree, filename, mode, flags, dont_inherit=True)
        self.flags |= code.co_flags & FUTURES
        value, error, context = self.loop.run_until_complete(self.inside(code))
        for variable in context:
            variable.set(context[variable])
        if error:
            raise error
        return value

    async def inside(self, code):
        """Cells run while an event loop does, as they do in Jupyter; errors are carried out of its reach.

        So are context variables, such as the precision of `decimal` and NumPy's print options: each task has its own.
        """
        value = failed = None
        try:
            value = eval(code, self.main.__dict__)
            if code.co_flags & inspect.CO_COROUTINE:
                value = await value
        except BaseException as error:  # noqa: BLE001 - raised again outside
            failed = error
        return value, failed, contextvars.copy_context()


class Notebook:
    """The cells of one step, the names under which they are compiled, and the module in which they run."""

    def __init__(self, step, parameters, names, record):
        self.path, self.names, self.record, self.value = step["notebook"], names, record, None
        self.main = sys.modules["__main__"] = types.ModuleType("__main__")
        vars(self.main).update(parameters)
        sys.argv[:] = [self.path]
        if "inline" in os.environ.setdefault("MPLBACKEND", "agg"):
            os.environ["MPLBACKEND"] = "agg"
        folder = os.path.dirname(self.path)
        if os.path.isdir(folder):
            os.chdir(folder)
        replace = Parameters(parameters)
        self.plain = Plain(self.main, replace, record)
        self.runner = Shell(self.main, replace, record) if step["magics"] else self.plain

    def prelude(self, slices, late=False):
        """Runs source copied from other cells, at the lines at which it stands there: what is late, or what is not."""
        lines = {}
        for piece in slices:
            above = lines.setdefault(self.name(piece["cell"], piece.get("index")), [])
            above += [""] * (piece["startLine"] - 1 - len(above)) + piece["source"].split("\n")
        for name, above in lines.items():
            linecache.cache[name] = (1, None, [line + "\n" for line in above], name)
        for piece in slices:
            if piece.get("late", False) != late:
                continue
            name = self.name(piece["cell"], piece.get("index"))
            self.plain.run("\n" * (piece["startLine"] - 1) + piece["source"], name)

    def run(self, cell, recorded):
        """Runs a cell; `value` is then that of its trailing expression."""
        name = self.name(cell["id"], cell["index"])
        linecache.cache[name] = (1, None, [line + "\n" for line in cell["source"].split("\n")], name)
        self.record.start(recorded)
        try:
            self.value = self.runner.run(cell["source"], name)
        finally:
            self.record.figures()

    def name(self, cell, index):
        """A file name that counts cells as people do; in angle brackets `inspect` looks it up in linecache."""
        name = f"<{self.path} cell {cell if index is None else index + 1}>"
        self.names[name] = cell
        return name
