"""Runs cells as the module `__main__`, plainly or in IPython's shell, under names that tracebacks can show."""

import ast
import asyncio
import builtins
import codeop
import contextvars
import linecache
import os
import sys
import types

from step_errors import StepError, say
from step_record import forms
from step_shell import Shell

# `inspect.CO_COROUTINE`
COROUTINE = 128


class Parameters:
    """Puts parameters in the place of literals: `lr = 0.1` gets the value that the run was started with.

    Only where a name is first touched: a cell that read it before wanted the input itself.
    """

    def __init__(self, values):
        self._values = dict(values)

    def visit(self, module):
        """As IPython calls what transforms the trees of its cells."""
        for statement in module.body:
            for used in touched(statement):
                if used.id in self._values:
                    self._replace(statement, used, repr(self._values.pop(used.id)))
        return module

    def _replace(self, statement, used, value):
        targets = getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(statement, ast.AugAssign) or not isinstance(used.ctx, ast.Store):
            return
        try:
            ast.literal_eval(statement.value if targets == [used] else None)
            statement.value = ast.parse(value, mode="eval").body
        except (AttributeError, TypeError, ValueError):
            say(f"parameter `{used.id}` has no effect: line {used.lineno} computes it.")


def touched(node):
    """Names that a statement reads or binds while it runs.

    Bodies of functions, which have `args`, run later; targets of comprehensions, which have `ifs`, are names of theirs.
    """
    if isinstance(node, ast.Name):
        yield node
    hidden = "body" if hasattr(node, "args") else hasattr(node, "ifs") and "target"
    for field, value in ast.iter_fields(node):
        if field != hidden:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from touched(child)


class Notebook:
    """The cells of one step, the names under which they are compiled, and the module in which they run."""

    def __init__(self, step, values, names, record):
        self._path, self._names, self._record, self._value = step["notebook"], names, record, None
        self.main = sys.modules["__main__"] = types.ModuleType("__main__")
        vars(self.main).update(values)
        sys.argv[:] = [self._path]
        if "inline" in os.environ.get("MPLBACKEND", "inline"):
            os.environ["MPLBACKEND"] = "agg"
        folder = os.path.dirname(self._path)
        if os.path.isdir(folder):
            os.chdir(folder)
        self._parameters = Parameters(values)
        # statements such as `from __future__ import annotations` hold for what is compiled later
        self._compile = codeop.Compile()
        self._compile.flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        builtins.display = lambda *values, **_: any(record.show(forms(value)) for value in values) or None
        self._runner = Shell(self.main, self._parameters, record).run if step["magics"] else self._plain

    def prelude(self, slices, late=False):
        """Runs source copied from other cells, at the lines at which it stands there: what is late, or what is not."""
        for piece in slices:
            if piece.get("late", False) == late:
                line = piece["startLine"]
                name = self._name(piece["cell"], piece.get("index"), piece["source"], line)
                self._plain("\n" * (line - 1) + piece["source"], name)

    def run(self, cell, recorded):
        """Runs a cell; `value` is then that of its trailing expression."""
        name = self._name(cell["id"], cell["index"], cell["source"])
        self._record.start(recorded)
        try:
            self._value = self._runner(cell["source"], name)
        finally:
            self._record.figures()

    def found(self, name):
        """The value of an output."""
        values = {**vars(self.main), "_": self._value}
        if name not in values:
            raise StepError(f"`{name}` is an output of this step, and no cell of it makes it.")
        return values[name]

    def _name(self, cell, index, source, line=1):
        """A file name that counts cells as people do; in angle brackets `inspect` looks it up in linecache."""
        name = f"<{self._path} cell {cell if index is None else index + 1}>"
        self._names[name] = cell
        lines = linecache.cache.setdefault(name, (1, None, [], name))[2]
        lines += ["\n"] * (line - 1 - len(lines))
        lines[line - 1 : line + source.count("\n")] = [each + "\n" for each in source.split("\n")]
        return name

    def _plain(self, source, name):
        """Runs source with nothing but Python; the value of a trailing expression is shown."""
        tree = self._parameters.visit(ast.parse(source, name))
        last = tree.body[-1:]
        if source.rstrip().endswith(";") or not last or not isinstance(last[0], ast.Expr):
            return self._execute(tree, name, "exec")
        del tree.body[-1]
        self._execute(tree, name, "exec")
        value = self._execute(ast.Expression(last[0].value), name, "eval")
        if value is not None:
            self._record.result(forms(value))
        return value

    def _execute(self, tree, name, mode):
        code = self._compile(tree, name, mode)
        value, error, context = self._loop.run_until_complete(self._inside(code))
        for variable in context:
            variable.set(context[variable])
        if error:
            raise error
        return value

    async def _inside(self, code):
        """Cells run while an event loop does, as they do in Jupyter; errors are carried out of its reach.

        So are context variables, such as the precision of `decimal` and NumPy's print options: each task has its own.
        """
        value = failed = None
        try:
            value = eval(code, vars(self.main))
            if code.co_flags & COROUTINE:
                value = await value
        except BaseException as error:  # noqa: BLE001 - raised again outside
            failed = error
        return value, failed, contextvars.copy_context()
