"""Runs steps in processes of their own that are forked with the libraries loaded, since loading takes the longest.

Reads one job a line from standard input, {command, input, folder, log}, and answers each with the status of its
process. A forked process differs from a fresh one in what is loaded alone: generators are seeded anew, as at a start.
"""

import base64
import importlib
import json
import os
import sys
import zlib

LIBRARIES = (
    "IPython.core.interactiveshell",
    "PIL.ImageDraw",
    "matplotlib.pyplot",
    "numpy.random",
    "pandas",
    "sklearn.ensemble",
    "sklearn.inspection",
    "sklearn.model_selection",
    "sklearn.pipeline",
)


def main():
    os.environ["MPLBACKEND"] = "agg"
    for name in LIBRARIES:
        importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        pid = os.fork()
        if pid == 0:
            run(job)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def run(job):
    """What `sh -ec` of the command does (see pack.ts), in this process; never returns."""
    *_, runtime, packed = job["command"]
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(job["folder"])
    # `random` sees to itself after a fork
    sys.modules["numpy"].random.seed()
    sys.argv[:] = ["-c", packed, job["input"]]
    status = 1
    try:
        exec(zlib.decompress(base64.b64decode(runtime)), {"__name__": "__main__"})  # noqa: S102
    except SystemExit as end:
        status = end.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
