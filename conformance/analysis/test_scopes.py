"""Our scopes and the kinds of the names in them are those of CPython's `symtable`, over the standard library."""

import ast
import symtable
import sys
from collections import Counter

import pytest
from bridge import ask
from stdlib import sources

KINDS = {1: "local", 2: "global", 3: "global", 4: "free", 5: "cell"}
# Bound without a definition, or not by name, or put in by Weft
GIVEN = {"__class__", "__qualname__", "__module__", "*", "weft_random_python", "weft_random_numpy"}

UNUSED = "A function declares a name as nonlocal and does nothing with it."
NEVER_RUN = (
    "In a notebook, as in a step, `__name__` is `__main__` and 1 is true: the other branch is not read."
)
# Sources that do not agree, and why
KNOWN = {
    "lib2to3/tests/data/py3_test_grammar.py": UNUSED,
    "test/test_coroutines.py": UNUSED,
    "test/test_grammar.py": UNUSED,
    "types.py": UNUSED,
    "test/test_decimal.py": NEVER_RUN,
    "test/test_inspect/inspect_fodder2.py": NEVER_RUN,
    "test/test_math.py": NEVER_RUN,
}


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="later versions list the names of comprehensions elsewhere"
)
def test_scopes_of_the_standard_library_are_those_of_symtable():
    found = list(sources())
    different, names = {}, 0
    for source, ours in zip(found, ask("scopes", (source.text for source in found))):
        want = Counter(theirs(symtable.symtable(evaluated(source), source.name, "exec")))
        got = Counter(of_ours(ours, annotations=not lazy(source.tree)))
        names += sum(len(items) for _, items in want.elements())
        if want != got:
            different[source.name] = difference(want - got, got - want)
    print(f"{len(found) - len(different)} of {len(found)} sources agree, {names} names")
    for name, found in different.items():
        print(f"{name}: {found}\n  {KNOWN.get(name, 'not explained')}")
    assert different.keys() <= KNOWN.keys()


def lazy(tree):
    """Whether annotations are never evaluated."""
    return any(
        isinstance(one, ast.ImportFrom)
        and one.module == "__future__"
        and any(alias.name == "annotations" for alias in one.names)
        for one in tree.body
    )


def evaluated(source):
    """The source without the annotations of local variables, which are never evaluated."""
    local = LocalAnnotations()
    tree = local.visit(ast.parse(source.text))
    return ast.unparse(tree) if local.found else source.text


class LocalAnnotations(ast.NodeTransformer):
    def __init__(self):
        self.inside, self.found = False, False

    def visit_block(self, node):
        inside, self.inside = self.inside, not isinstance(node, ast.ClassDef)
        self.generic_visit(node)
        self.inside = inside
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_block

    def visit_AnnAssign(self, node):
        if self.inside:
            self.found = True
            node.annotation = ast.Constant(0)
        return self.generic_visit(node)


def theirs(table, path=(), inside=None):
    """Yields each scope as its path and its names with their kinds."""
    path = (*path, table.get_name())
    inside = table.get_name() if table.get_type() == "class" else inside
    items = {
        (plain(symbol.get_name(), inside), kind(table, symbol))
        for symbol in table.get_symbols()
        if not symbol.get_name().startswith(".") and symbol.get_name() not in GIVEN and kind(table, symbol)
    }
    yield path, frozenset(items)
    for child in table.get_children():
        yield from theirs(child, path, inside)


def kind(table, symbol):
    # what functions declare as global counts as such in the module, even if it does nothing with the name
    if table.get_type() == "module" and symbol._Symbol__scope == 2:
        bound = symbol.is_assigned() or symbol.is_imported()
        return "local" if bound else "global" if symbol.is_referenced() else None
    return KINDS[symbol._Symbol__scope]


def plain(name, inside):
    """A private name of a class as it is written."""
    prefix = f"_{inside.lstrip('_')}__" if inside else None
    return name.removeprefix(prefix[:-2]) if prefix and name.startswith(prefix) else name


def of_ours(scopes, annotations):
    """The same of our scopes; those that only hold type parameters, which 3.11 has not, belong to what is around."""
    real = [at if one["kind"] != "annotation" else None for at, one in enumerate(scopes)]
    for at, one in enumerate(scopes):
        real[at] = at if real[at] is not None else real[one["parent"]]
    kinds = [
        {**dict.fromkeys(one["locals"], "local"), **dict.fromkeys(one["globals"], "global")} for one in scopes
    ]
    for at, one in enumerate(scopes):
        uses = {**one["annotations"], **one["uses"]} if annotations else one["uses"]
        for name, owner in uses.items():
            use(scopes, kinds, real[at], name, owner)
    paths = {None: ()}
    for at, one in enumerate(scopes):
        inner = real[at] == at and (one["name"] or kinds[at])
        parent = None if one["parent"] is None else real[one["parent"]]
        paths[at] = (*paths[parent], one["name"]) if inner else paths[parent]
        if inner:
            yield paths[at], frozenset(item for item in kinds[at].items() if item[0] not in GIVEN)


def use(scopes, kinds, at, name, owner):
    """Notes the use of a name of another scope; the scopes between hand it on."""
    if owner is None:
        kinds[at].setdefault(name, "global")
    while owner is not None and at != owner:
        if scopes[at]["kind"] != "annotation":
            kinds[at].setdefault(name, "free")
        at = scopes[at]["parent"]
        if at == owner:
            kinds[at][name] = "cell"


def difference(want, got):
    """The first scope that is not alike, and what of it."""
    for path, items in want:
        other = next((theirs for where, theirs in got if where == path), frozenset())
        return f"{'.'.join(path)}: {sorted(items - other)} instead of {sorted(other - items)}"
    return f"{next(iter(got))} is invented"
