"""Asks the analysis, which is loaded once, about many sources."""

import json
import os
import subprocess
from pathlib import Path
from threading import Thread

NODE = os.environ.get("NODE", "node")
SCRIPT = Path(__file__).with_name("bridge.mjs")


def ask(question, values):
    """Yields the answer to each value, in order; see bridge.mjs for the questions."""
    process = subprocess.Popen([NODE, SCRIPT, question], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write():
        with process.stdin:
            for value in values:
                process.stdin.write(json.dumps(value).encode() + b"\n")

    writer = Thread(target=write, daemon=True)
    writer.start()
    try:
        for line in process.stdout:
            yield json.loads(line)
        writer.join()
        assert process.wait() == 0
    finally:
        process.kill()
        process.wait()
