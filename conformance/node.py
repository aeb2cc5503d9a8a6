"""Runs programs of this project by Node."""

import os
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
NODE = os.environ.get("NODE", "node")


def node_script(name, *arguments):
    script = [NODE, HERE.parent / name, *arguments]
    done = subprocess.run(script, check=False, cwd=HERE.parent, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
