"""A page made of an executed notebook; nothing that a cell showed runs there."""

import html
import re

from step_record import IMAGES, MOST_BYTES, as_base64

STYLE = "pre{white-space:pre-wrap}.i{background:#eee}.e{background:#fdd}iframe{width:100%}img{max-width:100%}"


def page(title, cells):
    """HTML of the cells with their outputs."""
    title = html.escape(title)
    body = "".join(
        f"<p>[{cell['execution_count'] or ' '}]"
        + pre(cell["source"], "i")
        + "".join(map(part, cell["outputs"]))
        for cell in cells
    )
    head = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}<style>{STYLE}</style><h1>{title}</h1>{body}"


def pre(text, kind=""):
    text = re.sub(r"\x1b\[[\d;]*m", "", str(text))
    return f'<pre class="{kind}">{html.escape(text)}</pre>'


def part(output):
    if "data" not in output:
        text = "\n".join(output.get("traceback", [output.get("text")]))
        return pre(text, "" if output.get("name") == "stdout" else "e")
    shown = output["data"]
    text = shown.get("text/html")
    if text:
        rows = min(40, 4 + 2 * text.count("<tr"))
        return f'<iframe sandbox style="height:{rows}em" srcdoc="{html.escape(text)}"></iframe>'
    text = shown.get("text/plain", "")
    for form in IMAGES:
        image = shown.get(form, "")
        if len(image) > MOST_BYTES:
            return pre("An image is in the executed notebook.")
        if image:
            if form == IMAGES[0]:
                image = as_base64(image.encode())
            return f'<img src="data:{form};base64,{image}" alt="{html.escape(text)}">'
    return pre(shown.get("text/markdown", text))
