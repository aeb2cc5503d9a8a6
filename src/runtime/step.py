"""Runs one step of notebook cells: in a container on Kubeflow, or under the subprocess runner of its SDK.

Needs Python 3.9 and nothing else but what the cells import. Called with the packed step (see pack.ts) and
Kubeflow's ExecutorInput as JSON; writes ExecutorOutput (pipeline_spec.proto, v2alpha1) where that one says.
"""

import base64
import json
import sys
import traceback
import zlib

from step_cells import Notebook
from step_errors import StepError, say
from step_parameters import METRICS, parameter, recast, save_metrics
from step_values import load, local_path, save, write_file


def main(packed, executor_input):
    """Runs the step; returns the status for the shell."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    step = json.loads(zlib.decompress(base64.b64decode(packed)))
    names = {}
    try:
        run(step, json.loads(executor_input), names)
    except KeyboardInterrupt:
        return 130
    except BaseException as error:  # noqa: BLE001 - cells may raise anything, and nothing fails in silence
        report(error, step["notebook"], names)
        return 1
    return 0


def run(step, task, names):
    """Source first, then stored values, which may be of classes that it defines, then the cells.

    `names` is filled with the file names under which cells are compiled, and the cells.
    """
    given = task.get("inputs", {})
    parameters = {
        name: recast(name, value, step["inputs"][name]["type"])
        for name, value in given.get("parameterValues", {}).items()
        if name in step["inputs"]
    }
    notebook = Notebook(step, parameters, names)
    notebook.prelude(step["prelude"])
    for name, port in step["inputs"].items():
        artifacts = given.get("artifacts", {}).get(name, {}).get("artifacts", [])
        values = [load(name, artifact, port["type"]) for artifact in artifacts]
        if values:
            setattr(notebook.main, name, values if len(values) > 1 else values[0])
    for cell in step["cells"]:
        notebook.run(cell)
    write_outputs(step["outputs"], task["outputs"], vars(notebook.main))


def write_outputs(ports, outputs, found):
    """Stores what the step gives. ExecutorOutput is written last: it names only what is complete."""
    missing = [name for name in ports if name not in found]
    if missing:
        raise StepError(f"`{missing[0]}` is an output of this step, and no cell of it defines it.")
    result = {"parameterValues": {}, "artifacts": {}}
    for name, port in ports.items():
        if not port["artifact"]:
            result["parameterValues"][name] = parameter(name, found[name], port["type"])
    files = [name for name, port in ports.items() if port["artifact"]]
    for name in files:
        twin = next((other for other in files if other < name and found[other] is found[name]), None)
        if twin and type(found[name]) not in (bool, int, float, str, type(None)):
            say(f"`{twin}` and `{name}` are one object here; steps that read both get two.")
        artifact = outputs["artifacts"][name]["artifacts"][0]
        keep = save_metrics if ports[name]["type"] in METRICS else save
        metadata = keep(name, found[name], ports[name]["type"], local_path(artifact))
        entry = {"name": artifact["name"], "uri": artifact["uri"], "metadata": metadata}
        result["artifacts"][name] = {"artifacts": [entry]}
    write_file(outputs["outputFile"], lambda file: file.write(json.dumps(result).encode()))


def report(error, notebook, names):
    """Prints a traceback of the cells and what they call, and a line for programs."""
    if isinstance(error, StepError):
        message, place = str(error), {}
    else:
        message = f"{type(error).__name__}: {error}".split("\n")[0]
        place = trim(traceback.TracebackException.from_exception(error), names)
    where = f"{notebook}: "
    if place:
        where = f"{place['name'][1:-1].replace(' cell', ', cell')}, line {place['line']}: "
        place = {"notebook": notebook, "cell": names[place["name"]], "line": place["line"]}
    say(where + message)
    print("weft-failure:", json.dumps({"message": message, **place}), file=sys.stderr, flush=True)


def trim(trace, names):
    """Prints the traceback from the first cell on; returns the innermost place that is in a cell."""
    part = trace
    while part:
        frames = list(part.stack)
        first = next((i for i, frame in enumerate(frames) if frame.filename in names), len(frames))
        part.stack[:] = [frame for frame in frames[first:] if "/IPython/core/" not in frame.filename]
        part = part.__cause__ or (None if part.__suppress_context__ else part.__context__)
    print("".join(trace.format()), end="", file=sys.stderr, flush=True)
    if getattr(trace, "filename", None) in names:
        return {"name": trace.filename, "line": int(trace.lineno or 1)}
    place = {}
    for frame in trace.stack:
        if frame.filename in names:
            place = {"name": frame.filename, "line": frame.lineno}
            body = "run_cell_magic" in frame.line
        elif frame.filename == "<timed exec>" and place and body:
            place["line"] += frame.lineno
    return place
