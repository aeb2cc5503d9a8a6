"""Packs the step runtime (src/runtime/step*.py) into small programs, and writes those to step-runtime.ts.

Run by `npm run build:runtime` and committed, so that no build needs Python. With --check it writes nothing and fails
when the sources are not those that were packed; with --print it prints all of the program.

A program is some of the modules in one namespace, without documentation, and with short names. It is compressed by
Zopfli (`pip install zopfli`), which finds what any zlib reads, and takes longer than others to make that smaller.
"""

import ast
import base64
import hashlib
import itertools
import json
import pathlib
import sys

from open_program import OpenProgram
from short_names import DEFINITIONS, mark
from tight_python import tight

ROOT = pathlib.Path(__file__).parent.parent
SOURCES = ROOT / "src" / "runtime"
TARGET = SOURCES / "step-runtime.ts"
# what every step carries, each after those it imports
CORE = (
    "step_errors",
    "step_files",
    "step_parameters",
    "step_record",
    "step_report",
    "step_cells",
    "step",
)
# what only some steps carry: see runtime-parts.ts
PARTS = {
    "values": (
        "step_tagged",
        "step_random",
        "step_pickle",
        "step_formats",
        "step_libraries",
        "step_metrics",
        "step_values",
    ),
    "shell": ("step_shell",),
}
MODULES = (*CORE, *(module for modules in PARTS.values() for module in modules))
START = "sys.exit(main(*sys.argv[1:]))"
# What is called most often of what is built in, and its name among ours.
LONG, SHORT = "isinstance", "is_a"
# How often names change places to make the program smaller.
TRIES = 200_000
MOST_BYTES = 8192


def statements(module):
    """A module without documentation, and the modules of Python that it imports."""
    imports, body = set(), []
    tree = ast.parse((SOURCES / f"{module}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == LONG:
            node.id = SHORT
        if isinstance(node, (*DEFINITIONS, ast.Module)) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    for node in tree.body:
        if isinstance(node, ast.Import):
            imports.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module in MODULES, f"{module} imports {node.module}"
        else:
            body.append(node)
    return imports, body


def defined(node):
    """Names that a statement of a module defines; variables of comprehensions are none."""
    if isinstance(node, DEFINITIONS):
        return [node.name]
    if isinstance(node, ast.For):
        own = [each.id for each in ast.walk(node.target) if isinstance(each, ast.Name)]
        return [*own, *(name for each in node.body for name in defined(each))]
    return [
        name.id
        for target in getattr(node, "targets", [])
        for name in ast.walk(target)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    ]


def parts():
    """The statements of each part, and all names that they define.

    In front stand imports of what the parts before have not imported, then definitions, which all have what they use
    by the time that they are called.
    """
    imported, names, trees = set(), {SHORT}, {}
    for part, modules in {"core": CORE, **PARTS}.items():
        imports, body = set(), []
        for module in modules:
            found, rest = statements(module)
            imports |= found
            own = {name for node in rest for name in defined(node)}
            twice = sorted(name for name in own & names if not name.startswith("_"))
            assert not twice, f"{module} defines {twice}, and so does another module"
            names |= own
            body += rest
        body.sort(key=lambda node: not isinstance(node, DEFINITIONS))
        new = [ast.alias(name) for name in sorted(imports - imported - set(MODULES))]
        imported |= imports
        trees[part] = [*([ast.Import(new)] if new else []), *body]
    trees["core"] += ast.parse(f"{SHORT} = {LONG}").body
    trees["start"] = ast.parse(START).body
    return trees, names


def packed():
    """What every step carries, the parts by their names, and the line that starts the program, as texts."""
    assert sys.version_info < (3, 12), "newer Pythons write f-strings that older ones cannot read: take 3.11"
    trees, names = parts()
    mark(ast.Module([node for nodes in trees.values() for node in nodes], []), names)
    program = OpenProgram({part: texts(nodes) for part, nodes in trees.items()})
    program.improve(TRIES)
    return {part: program.text(part) for part in trees}


def texts(nodes):
    """Definitions one by one, and what stands between them as it is."""
    kinds = itertools.groupby(nodes, lambda node: node if isinstance(node, DEFINITIONS) else None)
    trees = [ast.fix_missing_locations(ast.Module([*found], [])) for _, found in kinds]
    return [tight(ast.unparse(tree)) for tree in trees]


def programs():
    """The program with each choice of the parts, by the names of those, joined by a space."""
    core, *found, start = packed().items()
    chosen = {"": core[1]}
    for part, text in found:
        chosen.update({f"{names} {part}".strip(): before + text for names, before in chosen.items()})
    return {names: text + start[1] for names, text in chosen.items()}


def compressed(text):
    import zopfli.zlib

    return zopfli.zlib.compress(text.encode(), numiterations=1000)


def digest():
    """Of all that the program is made from."""
    sources = [SOURCES / f"{module}.py" for module in MODULES]
    texts = [path.read_bytes() for path in [*sorted(pathlib.Path(__file__).parent.glob("*.py")), *sources]]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def written():
    made = {names: compressed(text) for names, text in programs().items()}
    for names, data in made.items():
        print(f"{names or 'core'}: {len(data)} bytes", file=sys.stderr)
        assert len(data) <= MOST_BYTES, f"the runtime with {names} takes more than {MOST_BYTES} bytes"
    texts = {names: base64.b64encode(data).decode() for names, data in made.items()}
    return (
        "// Written by tools/pack_runtime.py from step*.py; change those, then run `npm run build:runtime`.\n\n"
        f"/** Of the sources that were packed. */\nexport const RUNTIME_DIGEST = '{digest()}';\n\n"
        "/** Programs in Python by the parts they hold, deflated, in base64. */\n// prettier-ignore\n"
        f"export const RUNTIMES = {json.dumps(texts, indent=2)} as const;\n"
    )


def main(options):
    if "--print" in options:
        print([*programs().values()][-1], end="")
    elif "--check" not in options:
        TARGET.write_text(written(), "utf-8")
    elif f"'{digest()}'" not in TARGET.read_text("utf-8"):
        return 'src/runtime/step-runtime.ts is not up to date; run "npm run build:runtime" and commit it.'
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
