"""The `weft` command of the wheel: hands its arguments to the bundled script."""

import os
import subprocess
import sys

from .node_process import bundle, node


def main() -> int:
    """Runs the command; its exit status is ours."""
    arguments = [node(), bundle("weft"), *sys.argv[1:]]
    environment = {**os.environ, "WEFT_PYTHON": os.environ.get("WEFT_PYTHON", sys.executable)}
    if sys.platform != "win32":
        os.execve(arguments[0], arguments, environment)
    return subprocess.call(arguments, env=environment)


if __name__ == "__main__":
    sys.exit(main())
