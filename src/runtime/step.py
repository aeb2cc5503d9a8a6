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
from step_files import local_path, write_text
from step_parameters import parameter, recast
from step_record import Record
from step_report import page
from step_values import restore, store

LAST_VALUE = "last_value"


def main(packed, executor_input):
    """Runs the step; returns the status for the shell."""
    step, task = json.loads(zlib.decompress(base64.b64decode(packed))), json.loads(executor_input)
    names, record, status = {}, Record(), 0
    title, outputs = step["notebook"], task["outputs"]
    made = {}
    try:
        made[outputs["outputFile"]] = json.dumps(run(step, task, names, record))
    except KeyboardInterrupt:
        status = 130
    except BaseException as error:  # noqa: BLE001 - cells may raise anything, and nothing fails in silence
        report(error, title, names, record)
        status = 1
    artifacts = outputs.get("artifacts", {})
    for name, text in (("weft_notebook", record.notebook()), ("weft_report", page(title, record.cells))):
        if name in artifacts:
            made[local_path(artifacts[name]["artifacts"][0])] = text
    for path, text in made.items():
        write_text(path, text)
    return status


def run(step, task, names, record):
    """Source, stored values, which may be of classes that it defines, source that needs those, and the cells.

    `names` is filled with the file names under which cells are compiled, and the cells. Returns ExecutorOutput.
    """
    given, inputs, prelude = task.get("inputs", {}), step["inputs"], step["prelude"]
    parameters = {
        name: recast(name, value, inputs[name]["type"])
        for name, value in given.get("parameterValues", {}).items()
        if name in inputs
    }
    artifacts = {
        name: many.get("artifacts", []) for name, many in given.get("artifacts", {}).items() if name in inputs
    }
    copied = "\n".join(piece["source"] for piece in prelude)
    if copied:
        record.add("weft-prelude", copied, tags=["weft-prelude"])
    lines = [f"{name} = {value!r}" for name, value in parameters.items()]
    if lines:
        record.add("weft-inputs", "\n".join(lines), tags=["injected-parameters"])
    cells = [(cell, record.add(cell["id"], cell["source"])) for cell in step["cells"]]
    notebook = Notebook(step, parameters, names, record)
    notebook.prelude(prelude)
    for name, many in artifacts.items():
        restore(notebook.main, name, inputs[name], many)
    notebook.prelude(prelude, True)
    for cell in cells:
        notebook.run(*cell)
    return write_outputs(step["outputs"], task["outputs"], notebook)


def write_outputs(ports, outputs, notebook):
    """Stores what the step gives; the result names it when all is complete."""
    parameters, artifacts = {}, {}
    for name, port in ports.items():
        given = LAST_VALUE if name == "_" else name
        if port["artifact"]:
            artifact = outputs["artifacts"][given]["artifacts"][0]
            about = store(name, port, notebook, local_path(artifact))
            artifacts[given] = {"artifacts": [{**artifact, "metadata": about}]}
        else:
            parameters[given] = parameter(name, notebook.found(name), port["type"])
    return {"parameterValues": parameters, "artifacts": artifacts}


def report(error, notebook, names, record):
    """Prints a traceback of the cells and what they call, and a line for programs."""
    kind = type(error).__name__
    message = trace = str(error)
    where, place = notebook, {}
    if not isinstance(error, StepError):
        message = f"{kind}: {error}".split("\n")[0]
        trace, name, line = trim(traceback.TracebackException.from_exception(error), names)
        if name:
            where = f"{name[1:-1].replace(' cell', ', cell')}, line {line}"
            place = {"notebook": notebook, "cell": names[name], "line": line}
    record.fail(kind, str(error), trace)
    if place:
        print(trace, end="", file=sys.stderr)
    say(f"{where}: {message}")
    print("weft-failure:", json.dumps({"message": message, **place}), file=sys.stderr)


def trim(trace, names):
    """The traceback from the first cell on, and the innermost place that is in a cell."""
    each = trace
    while each:
        frames = [frame for frame in each.stack if "/IPython/core/" not in frame.filename]
        while frames and frames[0].filename not in names:
            del frames[0]
        each.stack[:] = frames
        each = each.__cause__ or each.__context__
    text = "".join(trace.format())
    if getattr(trace, "filename", None) in names:
        return text, trace.filename, int(trace.lineno or 1)
    name = line = body = None
    for frame in trace.stack:
        if frame.filename in names:
            name, line, body = frame.filename, frame.lineno, "run_cell_magic" in frame.line
        elif frame.filename == "<timed exec>" and body:
            line += frame.lineno
    return text, name, line
