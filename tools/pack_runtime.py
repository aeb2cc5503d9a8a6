"""Packs the step runtime (src/runtime/step*.py) into one small program, and writes it to step-runtime.ts.

Run by `npm run build:runtime` and committed, so that no build needs Python. With --check it writes nothing and fails
when the sources are not those that were packed; with --print it prints the program.

The program is the modules in one namespace, without documentation, with short names for what no one else sees: local
names, and the functions, classes and constants of the modules. Attributes, keywords, and names that are imported stay.
"""

import ast
import builtins
import hashlib
import io
import itertools
import json
import keyword
import pathlib
import re
import string
import sys
import tokenize
from collections import Counter

ROOT = pathlib.Path(__file__).parent.parent
SOURCES = ROOT / "src" / "runtime"
TARGET = SOURCES / "step-runtime.ts"
# what every step carries, each after those it imports
CORE = (
    "step_errors",
    "step_files",
    "step_parameters",
    "step_random",
    "step_record",
    "step_report",
    "step_cells",
    "step",
)
# what only some steps carry: see runtime-parts.ts
PARTS = {
    "values": ("step_tagged", "step_pickle", "step_formats", "step_libraries", "step_values"),
    "metrics": ("step_metrics",),
    "shell": ("step_shell",),
}
MODULES = (*CORE, *(module for modules in PARTS.values() for module in modules))
# the last line of a program, after the parts that it carries
START = "start"
# parameters that libraries give by keyword: IPython's DisplayPublisher.publish
GIVEN = ("data", "metadata")
START_SOURCE = "sys.exit(main(*sys.argv[1:]))"
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def merged():
    """The statements of all modules but documentation and imports of each other, and the names they define."""
    names, bodies = set(), {}
    for module in MODULES:
        imports, body = set(), []
        for node in ast.parse((SOURCES / f"{module}.py").read_text("utf-8")).body:
            if isinstance(node, ast.Import):
                imports.update(alias.name for alias in node.names if alias.name not in MODULES)
            elif isinstance(node, ast.ImportFrom):
                assert node.module in MODULES, f"{module} imports {node.module}"
            elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                body.append(node)
        own = {name for node in body for name in defined(node)}
        twice = sorted(name for name in own & names if not name.startswith("_"))
        assert not twice, f"{module} defines {twice}, and so does another module"
        names |= own
        bodies[module] = (imports, body)
    return bodies, names


def program(bodies, names):
    """Statements of some modules as one, with their imports in front."""
    imports = sorted(set().union(*(bodies[name][0] for name in names)))
    head = [ast.Import([ast.alias(name) for name in imports])] if imports else []
    tree = ast.Module([*head, *(node for name in names for node in bodies[name][1])], [])
    for node in ast.walk(tree):
        if isinstance(node, DEFINITIONS) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def defined(node):
    """Names that a statement of a module defines; variables of comprehensions are none."""
    if isinstance(node, DEFINITIONS):
        return [node.name]
    return [
        name.id
        for target in getattr(node, "targets", [])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    ]


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
                each.name = name
        return node

    def visit_Global(self, node):
        node.names = [self.names.get(name, name) for name in node.names]
        return node


def shorten(tree, globals_):
    """Names of one letter in each function, the same ones again and again, and of two in the module."""
    kept = fixed(tree)
    used = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    free = (a + b for a, b in itertools.product(string.ascii_uppercase, string.ascii_letters))
    own = sorted(globals_ - kept, key=lambda name: (-used[name], name))
    outer = {name: next(free) for name in own if not name.startswith("_")}
    for unit in units(tree):
        taken = {node.id for node in ast.walk(unit) if isinstance(node, ast.Name)} | kept
        names = [name for name in local_names(unit) if name not in kept and name not in globals_]
        letters = (
            letter
            for letter in string.ascii_lowercase + string.ascii_uppercase
            if letter not in taken - set(names)
        )
        called = getattr(unit, "name", None)
        Renamed(dict(zip(names, letters))).visit(unit)
        unit.name = called
    Renamed(outer).visit(tree)


def tight(text):
    """The same tokens with no more space between them than they need, and short blocks on one line."""
    lines = re.sub(r"^(?: {4})+", lambda found: " " * (len(found[0]) // 4), text, flags=re.MULTILINE)
    lines = [squeezed(line) for line in lines.split("\n") if line.strip()]
    result = []
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        last = result[-1] if result else ""
        depth = len(last) - len(last.lstrip(" "))
        if last and indent == depth and simple(line) and simple(last):
            result[-1] = f"{last};{line.lstrip(' ')}"
        else:
            result.append(line)
    joined = []
    for i, line in enumerate(result):
        above = joined[-1] if joined else ""
        depth, indent = (len(each) - len(each.lstrip(" ")) for each in (above, line))
        below = result[i + 1] if i + 1 < len(result) else ""
        if (
            above.endswith(":")
            and indent == depth + 1
            and simple(line)
            and len(below) - len(below.lstrip(" ")) <= depth
        ):
            joined[-1] = above + line.lstrip(" ")
        else:
            joined.append(line)
    return "\n".join(joined) + "\n"


COMPOUND = re.compile(r" *(?:if|elif|else|for|while|with|try|except|finally|def|class|async)\b|@| *@")


def simple(line):
    return not COMPOUND.match(line)


def squeezed(line):
    """A logical line without brackets and spaces that separate nothing."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    made, end, inside = indent, None, 0
    for token in plain(tokens_of(line.lstrip(" "))):
        gap = token.line[end : token.start[1]] if end is not None and inside else ""
        word = made[-1:].isalnum() or made[-1:] == "_"
        made += gap or (" " if word and (token.string[0].isalnum() or token.string[0] == "_") else "")
        made += token.line[token.start[1] : token.end[1]]
        inside += {"FSTRING_START": 1, "FSTRING_END": -1}.get(tokenize.tok_name[token.type], 0)
        end = token.end[1]
    return made


LAYOUT = (tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)


def tokens_of(line):
    read = tokenize.generate_tokens(io.StringIO(line + "\n").readline)
    return [token for token in read if token.type not in LAYOUT]


def plain(tokens):
    """Without brackets around tuples that stand alone after `=` or `return`, and generators that do in a call."""
    partner, open_ = {}, []
    for i, token in enumerate(tokens):
        if token.string in OPENING:
            open_.append(i)
        elif token.string in CLOSING and open_:
            partner[open_.pop()] = i
    dropped = set()
    for start, end in partner.items():
        if tokens[start].string != "(" or start == 0 or end == start + 1:
            continue
        outer = [each for each in range(start + 1, end) if depth_of(tokens, start, each) == 1]
        words = {tokens[each].string for each in outer}
        before, is_last = tokens[start - 1].string, end == len(tokens) - 1
        if ":=" in words or "yield" in words:
            continue
        top = not any(a < start < b for a, b in partner.items())
        alone = before in ("=", "return") and is_last and top and "for" not in words
        doubled = before == "(" and partner.get(start - 1) == end + 1 and "," not in words
        called = doubled and start > 1 and tokens[start - 2].type == tokenize.NAME
        if alone or (called and tokens[start - 2].string not in keyword.kwlist):
            dropped |= {start, end}
    return [token for i, token in enumerate(tokens) if i not in dropped]


OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")


def depth_of(tokens, start, place):
    texts = [token.string for token in tokens[start:place]]
    return sum(text in OPENING for text in texts) - sum(text in CLOSING for text in texts)


def packed():
    """The program that every step carries, the parts by their names, and the line that starts it."""
    assert sys.version_info < (3, 12), "newer Pythons write f-strings that older ones cannot read: take 3.11"
    bodies, names = merged()
    bodies[START] = (set(), ast.parse(START_SOURCE).body)
    shorten(program(bodies, (*MODULES, START)), names)
    core, *parts, start = (
        tight(ast.unparse(ast.fix_missing_locations(program(bodies, modules))))
        for modules in (CORE, *PARTS.values(), (START,))
    )
    return core, dict(zip(PARTS, parts)), start


def digest():
    """Of all that the program is made from."""
    texts = [(SOURCES / f"{module}.py").read_bytes() for module in MODULES]
    return hashlib.sha256(b"\0".join([pathlib.Path(__file__).read_bytes(), *texts])).hexdigest()


def written():
    core, parts, start = packed()
    return (
        "// Written by tools/pack_runtime.py from step*.py; change those, then run `npm run build:runtime`.\n\n"
        f"/** Of the sources that were packed. */\nexport const RUNTIME_DIGEST = '{digest()}';\n\n"
        "/** What every step carries, as Python. */\n// prettier-ignore\n"
        f"export const RUNTIME_CORE = {json.dumps(core)};\n\n"
        "/** What only some steps carry besides. */\n// prettier-ignore\n"
        f"export const RUNTIME_PARTS = {json.dumps(parts, indent=2)} as const;\n\n"
        f"/** Comes last. */\nexport const RUNTIME_START = {json.dumps(start)};\n"
    )


def main(options):
    if "--print" in options:
        core, parts, start = packed()
        print(core, *parts.values(), start, sep="", end="")
    elif "--check" not in options:
        TARGET.write_text(written(), "utf-8")
    elif f"'{digest()}'" not in TARGET.read_text("utf-8"):
        return 'src/runtime/step-runtime.ts is not up to date; run "npm run build:runtime" and commit it.'
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
