"""What a step does and shows: the executed notebook (nbformat 4.5)."""

import base64
import functools
import io
import json
import re
import sys

# of the text of a cell, and of an image in the page
MOST_BYTES = 1 << 20
IMAGES = ("image/svg+xml", "image/png", "image/jpeg")
FORMS = ("text/html", "text/markdown", "text/latex", "application/json", *IMAGES)


class Record:
    """The cells of a notebook as they run, with their outputs."""

    def __init__(self):
        self.cells, self._outputs, self._count, self._room = [], [], 0, 0
        self._live = sys.stdout.write
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
            stream.write = functools.partial(self._text, stream.name[1:-1], stream.write)

    def add(self, cell, source, **more):
        """Adds a cell; its execution begins with `start`."""
        made = {
            "cell_type": "code",
            "execution_count": None,
            "id": cell,
            "metadata": more,
            "outputs": [],
            "source": source,
        }
        self.cells.append(made)
        return made

    def start(self, cell):
        self._count += 1
        cell["execution_count"] = self._count
        self._outputs, self._room = cell["outputs"], MOST_BYTES
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot:
            pyplot.show = lambda *_, **__: self.figures()

    def _text(self, name, write, text):
        """Passes text on as it comes, and keeps the first megabyte of each cell."""
        told = write(text)
        if text and self._room > 0:
            self._room -= len(text)
            if not self._outputs or self._outputs[-1].get("name") != name:
                self._outputs.append({"output_type": "stream", "name": name, "text": []})
            note = "\nThe rest is in the log.\n" if self._room <= 0 else ""
            self._outputs[-1]["text"].append(text + note)
        return told

    def show(self, data, metadata=None, kind="display_data", **_):
        """Keeps a value in all its forms, and prints its plain one."""
        data = {form: as_base64(value) if isinstance(value, bytes) else value for form, value in data.items()}
        count = {"execution_count": self._count} if kind == "execute_result" else {}
        self._outputs.append({"output_type": kind, "data": data, "metadata": metadata or {}, **count})
        if "text/plain" in data:
            self._live(data["text/plain"] + "\n")

    def clear(self, *_, **__):
        self._outputs.clear()

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
        self._outputs.append(
            {"output_type": "error", "ename": name, "evalue": value, "traceback": trace.splitlines()}
        )
        self._outputs = []

    def notebook(self):
        """The notebook as JSON; of lines that were written over, as progress bars are, the last text stays."""
        for cell in self.cells:
            for output in cell["outputs"]:
                if "text" in output:
                    output["text"] = re.sub(r".*\r(?![\r\n])|\r", "", "".join(output["text"]))
        kernel = {"kernelspec": {"display_name": "Python 3", "name": "python3"}}
        notebook = {"cells": self.cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
        return json.dumps(notebook, default=str)


def forms(value):
    """What a value looks like, by media type, as its class says (IPython's rich display)."""
    found = {"text/plain": repr(value)}
    for form in () if isinstance(value, type) else FORMS:
        try:
            made = getattr(value, "_repr_%s_" % re.split(r"\W", form)[1])()  # noqa: UP031 - 3.9 has no backslash in f-strings
        except Exception:  # noqa: BLE001, S112 - a value need not have every form
            continue
        if made is not None:
            found[form] = made[0] if isinstance(made, tuple) else made
    return found


def png(figure):
    image = io.BytesIO()
    figure.savefig(image, format="png", bbox_inches="tight")
    return image.getvalue()


def as_base64(raw):
    return base64.b64encode(raw).decode()
