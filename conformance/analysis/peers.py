"""What other tools say that cells need and bind; runs in an environment of its own, in which they are installed.

Reads a JSON list of sources; writes, by tool, its version and an answer for each source: the names, or why it refused.
"""

import ast
import builtins
import json
import sys
from importlib.metadata import PackageNotFoundError, version


def main():
    sources = json.load(sys.stdin)
    found = {}
    for tool, (package, start) in TOOLS.items():
        try:
            answer = start()
            about = version(package)
        except (ImportError, PackageNotFoundError) as error:
            print(f"{tool} is left out: {error}", file=sys.stderr)
            continue
        found[tool] = {
            "version": f"{package} {about}",
            "answers": [said(answer, source) for source in sources],
        }
    json.dump(found, sys.stdout)


def said(answer, source):
    try:
        defines, needs = answer(source)
    except Exception as error:  # noqa: BLE001 - a refusal is an answer
        return {"refused": f"{type(error).__name__}: {error}"}
    return {"defines": sorted(set(defines)), "needs": sorted(set(needs) - set(dir(builtins)))}


def marimo():
    from marimo._ast.visitor import ScopedVisitor

    def answer(source):
        # names with an underscore are private to a cell in marimo, which marks those it binds with a prefix
        visitor = ScopedVisitor(mangle_prefix="private")
        visitor.visit(ast.parse(source))
        return {name.removeprefix("_private") for name in visitor.defs}, visitor.refs

    return answer


def pyflakes():
    """As Kale does it: undefined names are needs, and any name that is mentioned may be taken from a cell."""
    from pyflakes.checker import Checker
    from pyflakes.messages import UndefinedName

    def answer(source):
        tree = ast.parse(source)
        messages = Checker(tree, filename="cell").messages
        needs = {message.message_args[0] for message in messages if isinstance(message, UndefinedName)}
        return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - set(dir(builtins)), needs

    return answer


def kale():
    from kale.common.astutils import get_marshal_candidates
    from kale.common.flakeutils import pyflakes_report

    return lambda source: (get_marshal_candidates(source) - set(dir(builtins)), pyflakes_report(source))


TOOLS = {"marimo": ("marimo", marimo), "pyflakes": ("pyflakes", pyflakes), "Kale": ("kubeflow-kale", kale)}

if __name__ == "__main__":
    main()
