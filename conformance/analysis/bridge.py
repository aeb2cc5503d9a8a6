"""Asks the analysis, which is loaded once, about many sources."""

import json
import os
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Thread

NODE = os.environ.get("NODE", "node")
SCRIPT = Path(__file__).with_name("bridge.mjs")


def ask(question, values):
    """Yields the answer to each value, in order; see bridge.mjs for the questions."""
    process = subprocess.Popen([NODE, SCRIPT, question], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write():
        # it is closed when the answers are no longer wanted
        with suppress(BrokenPipeError), process.stdin:
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
