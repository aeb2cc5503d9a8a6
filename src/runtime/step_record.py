"""What a step does and shows: the executed notebook (nbformat 4.5)."""

import base64
import io
import json
import re
import sys

MOST_TEXT = 1 << 20
FORMS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "application/json": "_repr_json_",
}


class Stream:
    """Passes text on as it comes, and keeps the first megabyte of each cell."""

    def __init__(self, record, name):
        self.record, self.name, self.live = record, name, getattr(sys, name)
        setattr(sys, name, self)

    def write(self, text):
        self.record.text(self.name, text)
        return self.live.write(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __getattr__(self, name):
        if name == "live":  # of a copy that has none yet
            raise AttributeError(name)
        return getattr(self.live, name)


class Record:
    """The cells of a notebook as they run, with their outputs."""

    def __init__(self):
        self.cells, self.count, self.outputs, self.room = [], 0, [], 0
        self.live = sys.stdout
        Stream(self, "stdout")
        Stream(self, "stderr")

    def add(self, cell, source, *tags):
        """Adds a cell; its execution begins with `start`."""
        made = {
            "cell_type": "code",
            "execution_count": None,
            "id": cell,
            "metadata": {"tags": [*tags]} if tags else {},
            "outputs": [],
            "source": source,
        }
        self.cells.append(made)
        return made

    def start(self, cell):
        self.count += 1
        cell["execution_count"] = self.count
        self.outputs, self.room = cell["outputs"], MOST_TEXT
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot:
            pyplot.show = lambda *_, **__: self.figures()

    def text(self, name, text):
        if text and self.room > 0:
            self.room -= len(text)
            if not self.outputs or self.outputs[-1].get("name") != name:
                self.outputs.append({"output_type": "stream", "name": name, "text": []})
            note = "\nThe rest of the output is in the log alone.\n" if self.room <= 0 else ""
            self.outputs[-1]["text"].append(text + note)

    def show(self, data, metadata=None, kind="display_data", **_):
        """Keeps a value in all its forms, and prints its plain one."""
        data = {
            form: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for form, value in data.items()
        }
        output = {"output_type": kind, "data": data, "metadata": metadata or {}}
        if kind == "execute_result":
            output["execution_count"] = self.count
        self.outputs.append(output)
        if "text/plain" in data:
            print(data["text/plain"], file=self.live)

    def result(self, data, metadata=None):
        self.show(data, metadata, "execute_result")

    def figures(self):
        """Shows the open figures of matplotlib and closes them, as its backend for notebooks does."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        for number in pyplot.get_fignums() if pyplot else ():
            figure = pyplot.figure(number)
            self.show({"image/png": png(figure), "text/plain": repr(figure)})
            pyplot.close(figure)

    def fail(self, name, value, trace):
        """The error that ends the notebook: what is said of it later is for the log."""
        self.outputs.append(
            {"output_type": "error", "ename": name, "evalue": value, "traceback": trace.splitlines()}
        )
        self.outputs = []

    def notebook(self):
        """The notebook as JSON; of lines that were written over, as progress bars are, the last text stays."""
        for output in (output for cell in self.cells for output in cell["outputs"]):
            if "text" in output:
                text = "".join(output["text"]).replace("\r\n", "\n")
                output["text"] = re.sub(r"[^\n]*\r(?!\n)", "", text)
        language = {"name": "python", "version": sys.version.split()[0]}
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        metadata = {"kernelspec": kernel, "language_info": language}
        notebook = {"cells": self.cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
        return json.dumps(notebook, indent=1, default=str)


def forms(value):
    """What a value looks like, by media type, as its class says (IPython's rich display)."""
    found = {"text/plain": repr(value)}
    for form, method in FORMS.items() if not isinstance(value, type) else ():
        try:
            made = getattr(value, method)()
        except Exception:  # noqa: BLE001, S112 - a value need not have every form
            continue
        if made is not None:
            found[form] = made[0] if isinstance(made, tuple) else made
    return found


def png(figure):
    image = io.BytesIO()
    figure.savefig(image, format="png", bbox_inches="tight")
    return image.getvalue()
