"""What cells showed, from executed notebooks, in a form that is equal when people saw the same."""

import hashlib
import json
import re

TIMES = re.compile(r"^(CPU times:|Wall time:).*$", re.MULTILINE)
ADDRESS = re.compile(r"\bat 0x[0-9A-Fa-f]+")


def shown(path):
    """By cell id: the outputs of each cell of the notebook that its step ran itself."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return {
        cell["id"]: outputs(cell["outputs"])
        for cell in cells
        if cell["cell_type"] == "code" and not cell["metadata"].get("tags")
    }


def outputs(given):
    """Pieces of one stream count as one; where the two streams met is a matter of buffers."""
    found, streams = [], {}
    for output in given:
        kind = output["output_type"]
        if kind == "stream":
            name = output["name"]
            streams[name] = streams.get(name, "") + "".join(output["text"])
        elif kind == "error":
            found.append(("error", output["ename"], output["evalue"]))
        else:
            forms = sorted(output["data"].items())
            found.append((kind, *((form, form_value(form, value)) for form, value in forms)))
    return [*((name, settled(text)) for name, text in sorted(streams.items()) if text), *found]


def form_value(form, value):
    text = value if isinstance(value, str) else json.dumps(value)
    text = "".join(value) if isinstance(value, list) else text
    return hashlib.sha256(text.encode()).hexdigest() if form.startswith("image/") else settled(text)


def settled(text):
    """Without what differs from run to run: how long `%time` took, and where in memory an object lies."""
    return ADDRESS.sub("at 0x", TIMES.sub(r"\1", text))
