"""Runs cells as the module `__main__`, plainly or in IPython's shell, under names that tracebacks can show."""

import __future__

import ast
import asyncio
import builtins
import inspect
import linecache
import os
import sys
import tempfile
import types

from step_errors import StepError, say
from step_values import has

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
    """Runs source with nothing but Python; the value of a trailing expression is printed."""

    def __init__(self, main, parameters):
        self.main, self.parameters, self.flags = main, parameters, 0
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        builtins.display = lambda *values, **_: print(*map(repr, values), sep="\n")

    def run(self, source, filename):
        tree = self.parameters.visit(ast.parse(source, filename))
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";"):
            last = ast.Expression(tree.body.pop().value)
        self.execute(tree, filename, "exec")
        if last:
            value = self.execute(last, filename, "eval")
            if value is not None:
                print(repr(value))

    def execute(self, tree, filename, mode):
        flags = self.flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code = compile(tree, filename, mode, flags, dont_inherit=True)
        self.flags |= code.co_flags & FUTURES
        value, error = self.loop.run_until_complete(self.inside(code))
        if error:
            raise error
        return value

    async def inside(self, code):
        """Cells run while an event loop does, as they do in Jupyter; errors are carried out of its reach."""
        try:
            value = eval(code, self.main.__dict__)
            return (await value if code.co_flags & inspect.CO_COROUTINE else value), None
        except BaseException as error:  # noqa: BLE001 - raised again outside
            return None, error


class Shell:
    """Runs source in IPython's shell, for magics and shell lines."""

    def __init__(self, main, parameters):
        if not has("IPython"):
            raise StepError(
                "its cells use IPython syntax, and IPython is not in the image: add it, or use plain Python."
            )
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        config = Config()
        config.HistoryManager.enabled = False
        self.folder = tempfile.TemporaryDirectory(prefix="weft-ipython-")
        self.shell = InteractiveShell.instance(config=config, ipython_dir=self.folder.name, user_module=main)
        self.shell.ast_transformers.append(parameters)
        self.shell.showtraceback = self.shell.showsyntaxerror = lambda *_, **__: None
        self.shell.enable_gui = lambda *_: None
        self.shell.displayhook.write_output_prompt = lambda: None
        self.shell.compile.get_code_name = lambda *_: self.filename

        self.run_cell = self.shell.run_cell
        self.shell.run_cell = self.inside

    def run(self, source, filename):
        self.source, self.filename, self.error = source, filename, None
        self.inside(source)
        if self.error:
            raise self.error

    def inside(self, source, *args, **kwargs):
        """Cell magics run their bodies by this too, and some are silent about errors in them."""
        above, found, _ = self.source.partition(source.rstrip())
        if found and not source.startswith("%%"):
            source = "#\n" * above.count("\n") + source
        result = self.run_cell(source, *args, **kwargs)
        self.error = self.error or result.error_before_exec or result.error_in_exec
        return result


class Notebook:
    """The cells of one step, the names under which they are compiled, and the module in which they run."""

    def __init__(self, step, parameters, names):
        self.path = step["notebook"]
        self.names = names
        self.main = sys.modules["__main__"] = types.ModuleType("__main__")
        vars(self.main).update(parameters)
        sys.argv[:] = [self.path]
        if "inline" in os.environ.setdefault("MPLBACKEND", "agg"):
            os.environ["MPLBACKEND"] = "agg"
        folder = os.path.dirname(self.path)
        if os.path.isdir(folder):
            os.chdir(folder)
        replace = Parameters(parameters)
        self.plain = Plain(self.main, replace)
        self.runner = Shell(self.main, replace) if step["magics"] else self.plain

    def prelude(self, slices):
        """Runs source copied from other cells, at the lines at which it stands there."""
        lines = {}
        for piece in slices:
            above = lines.setdefault(self.name(piece["cell"], piece.get("index")), [])
            above += [""] * (piece["startLine"] - 1 - len(above)) + piece["source"].split("\n")
        for name, above in lines.items():
            linecache.cache[name] = (1, None, [line + "\n" for line in above], name)
        for piece in slices:
            name = self.name(piece["cell"], piece.get("index"))
            self.plain.run("\n" * (piece["startLine"] - 1) + piece["source"], name)

    def run(self, cell):
        name = self.name(cell["id"], cell["index"])
        linecache.cache[name] = (1, None, [line + "\n" for line in cell["source"].split("\n")], name)
        self.runner.run(cell["source"], name)

    def name(self, cell, index):
        """A file name that counts cells as people do; in angle brackets `inspect` looks it up in linecache."""
        name = f"<{self.path} cell {cell if index is None else index + 1}>"
        self.names[name] = cell
        return name
