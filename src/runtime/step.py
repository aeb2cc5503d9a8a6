"""Runs one step of notebook cells: in a container on Kubeflow, or under the subprocess runner of its SDK.

Needs Python 3.9 and nothing else but what the cells import. Called with the packed step (see pack.ts) and
Kubeflow's ExecutorInput as JSON; writes ExecutorOutput (pipeline_spec.proto, v2alpha1) where that one says.
"""

import base64
import json
import sys
import traceback
import zlib

import step_libraries  # noqa: F401 - adds its formats
from step_cells import Notebook
from step_errors import StepError, say
from step_files import keep, local_path, write_file
from step_metrics import save_metrics
from step_parameters import parameter, recast
from step_random import restore, states
from step_record import Record
from step_report import page
from step_values import METRICS, load, save

LAST_VALUE = "last_value"


def main(packed, executor_input):
    """Runs the step; returns the status for the shell."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    step, task = json.loads(zlib.decompress(base64.b64decode(packed))), json.loads(executor_input)
    names, record, result, status = {}, Record(), None, 0
    try:
        result = run(step, task, names, record)
    except KeyboardInterrupt:
        status = 130
    except BaseException as error:  # noqa: BLE001 - cells may raise anything, and nothing fails in silence
        report(error, step["notebook"], names, record)
        status = 1
    write_record(step["notebook"], record, task["outputs"].get("artifacts", {}))
    if result:
        write_file(task["outputs"]["outputFile"], lambda file: file.write(json.dumps(result).encode()))
    return status


def run(step, task, names, record):
    """Source, stored values, which may be of classes that it defines, source that needs those, and the cells.

    `names` is filled with the file names under which cells are compiled, and the cells. Returns ExecutorOutput.
    """
    given = task.get("inputs", {})
    parameters = {
        name: recast(name, value, step["inputs"][name]["type"])
        for name, value in given.get("parameterValues", {}).items()
        if name in step["inputs"]
    }
    artifacts = {
        name: given.get("artifacts", {}).get(name, {}).get("artifacts", []) for name in step["inputs"]
    }
    copied = "\n".join(piece["source"] for piece in step["prelude"])
    if copied:
        record.add("weft-prelude", copied, "weft-prelude")
    lines = [f"{name} = {value!r}" for name, value in parameters.items()]
    lines += [f"# {name}: {each.get('uri')}" for name, many in artifacts.items() for each in many]
    if lines:
        record.add("weft-inputs", "\n".join(lines), "injected-parameters")
    cells = [(cell, record.add(cell["id"], cell["source"])) for cell in step["cells"]]
    notebook = Notebook(step, parameters, names, record)
    notebook.prelude(step["prelude"])
    for name, port in step["inputs"].items():
        values = [load(name, artifact, port) for artifact in artifacts[name]]
        if values and "file" not in port and not restore(name, values[0]):
            setattr(notebook.main, name, values if len(values) > 1 else values[0])
    notebook.prelude(step["prelude"], True)
    for cell, recorded in cells:
        notebook.run(cell, recorded)
    found = {**vars(notebook.main), **states(step["outputs"]), "_": notebook.value}
    return write_outputs(step["outputs"], task["outputs"], found)


def write_outputs(ports, outputs, found):
    """Stores what the step gives; the result names it when all is complete."""
    missing = [name for name, port in ports.items() if name not in found and "file" not in port]
    if missing:
        raise StepError(f"`{missing[0]}` is an output of this step, and no cell of it defines it.")
    result = {"parameterValues": {}, "artifacts": {}}
    kept = []
    for name, port in ports.items():
        given, kind = LAST_VALUE if name == "_" else name, port["type"]
        if not port["artifact"]:
            result["parameterValues"][given] = parameter(name, found[name], kind)
            continue
        artifact = outputs["artifacts"][given]["artifacts"][0]
        path = local_path(artifact)
        if "file" in port:
            metadata = keep(name, port["file"], path)
        else:
            value = found[name]
            twin = next((other for other in kept if found[other] is value), None)
            if twin and type(value) not in (bool, int, float, str, type(None)):
                say(f"`{twin}` and `{name}` are one object here; steps that read both get two.")
            kept.append(name)
            metadata = (save_metrics if kind in METRICS else save)(name, value, kind, path)
        entry = {"name": artifact["name"], "uri": artifact["uri"], "metadata": metadata}
        result["artifacts"][given] = {"artifacts": [entry]}
    return result


def write_record(title, record, artifacts):
    """The executed notebook and the page made of it, whatever became of the step."""
    made = {"weft_notebook": record.notebook()}
    made["weft_report"] = page(title, record.cells)
    for name, text in made.items():
        if name in artifacts:
            data = text.encode("utf-8", "backslashreplace")
            write_file(local_path(artifacts[name]["artifacts"][0]), lambda file, data=data: file.write(data))


def report(error, notebook, names, record):
    """Prints a traceback of the cells and what they call, and a line for programs."""
    kind, text = type(error).__name__, str(error)
    message, place = text, {}
    trace = f"weft: {text}"
    if not isinstance(error, StepError):
        message = f"{kind}: {text}".split("\n")[0]
        trace, place = trim(traceback.TracebackException.from_exception(error), names)
    where = f"{notebook}: "
    if place:
        where = f"{place['name'][1:-1].replace(' cell', ', cell')}, line {place['line']}: "
        place = {"notebook": notebook, "cell": names[place["name"]], "line": place["line"]}
        print(trace, end="", file=sys.stderr.live, flush=True)
    record.fail(kind, text, trace)
    say(where + message)
    print("weft-failure:", json.dumps({"message": message, **place}), file=sys.stderr, flush=True)


def trim(trace, names):
    """The traceback from the first cell on, and the innermost place that is in a cell."""
    part = trace
    while part:
        frames = list(part.stack)
        first = next((i for i, frame in enumerate(frames) if frame.filename in names), len(frames))
        part.stack[:] = [frame for frame in frames[first:] if "/IPython/core/" not in frame.filename]
        part = part.__cause__ or (None if part.__suppress_context__ else part.__context__)
    text = "".join(trace.format())
    if getattr(trace, "filename", None) in names:
        return text, {"name": trace.filename, "line": int(trace.lineno or 1)}
    place = {}
    for frame in trace.stack:
        if frame.filename in names:
            place = {"name": frame.filename, "line": frame.lineno}
            body = "run_cell_magic" in frame.line
        elif frame.filename == "<timed exec>" and place and body:
            place["line"] += frame.lineno
    return text, place
