"""Marks in the place of names that no one else sees of a Python program: see open_program.py.

Names that are imported or built in stay, and so do keywords, and attributes but for private ones.
"""

import ast
import builtins
import keyword
import re
from collections import Counter

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
# parameters that libraries give by keyword: IPython's DisplayPublisher.publish
GIVEN = ("data", "metadata")


def fixed(tree):
    """Names that others see too: what is imported or built in, and keywords of calls that may be of our functions."""
    names = {*keyword.kwlist, *dir(builtins), *GIVEN}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
    imported = {*names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and root(node.func) not in imported:
            names.update(word.arg for word in node.keywords if word.arg)
    return names


def root(node):
    """The name that a dotted one begins with."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def local_names(unit):
    """Names that a function binds, and the functions, comprehensions and classes in it."""
    names = Counter()
    for node in ast.walk(unit):
        if isinstance(node, ast.Name):
            names[node.id] += 1
        elif isinstance(node, ast.arg):
            names[node.arg] += 1
    own = {node.arg for node in ast.walk(unit) if isinstance(node, ast.arg)}
    own |= {
        node.id for node in ast.walk(unit) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    own |= {node.name for node in ast.walk(unit) if isinstance(node, ast.ExceptHandler) and node.name}
    own |= {node.name for node in ast.walk(unit) if isinstance(node, DEFINITIONS) and node is not unit}
    return [name for name, _ in names.most_common() if name in own]


def units(node):
    """Functions, methods and lambdas that are in no other."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, SCOPES):
            yield child
        else:
            yield from units(child)


class Renamed(ast.NodeTransformer):
    def __init__(self, names):
        self.names = names

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node

    def visit_definition(self, node):
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ExceptHandler = visit_definition

    def visit_ClassDef(self, node):
        """Methods keep their names: they are attributes."""
        names = [getattr(each, "name", None) for each in node.body]
        self.visit_definition(node)
        for each, name in zip(node.body, names):
            if name is not None:
                each.name = self.names.get(f".{name}", name)
        return node

    def visit_Attribute(self, node):
        self.generic_visit(node)
        node.attr = self.names.get(f".{node.attr}", node.attr)
        return node

    def visit_Global(self, node):
        node.names = [self.names.get(name, name) for name in node.names]
        return node


def private(tree):
    """Attributes of our own classes alone, by the custom of Python: one underscore in front."""
    found = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return sorted(name for name in found if re.match("_[a-z]", name))


def mark(tree, globals_):
    """Gives each name that may change a mark in its place."""
    kept = fixed(tree)
    attributes = [f".{name}" for name in private(tree)]
    for number, unit in enumerate(units(tree), 1):
        names = [name for name in local_names(unit) if name not in kept and name not in globals_]
        called = getattr(unit, "name", None)
        Renamed({name: f"z{number}_{i}_" for i, name in enumerate(names)}).visit(unit)
        unit.name = called
    names = {name: f"z0_{i}_" for i, name in enumerate(sorted(globals_ - kept))}
    names.update((name, f"z{number + 1}_{i}_") for i, name in enumerate(attributes))
    Renamed(names).visit(tree)
