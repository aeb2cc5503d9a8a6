"""A page made of an executed notebook; nothing that a cell showed runs there."""

import base64
import html
import re

LARGEST_IMAGE = 1 << 20
STYLE = (
    "body{font:14px sans-serif;margin:2em}pre{white-space:pre-wrap;margin:.3em 0}"
    ".i{background:#f5f5f5;border-left:3px solid #888;padding:.5em}.e{background:#fdd}"
    "iframe{border:0;width:100%}img{max-width:100%}"
)


def page(title, cells):
    """HTML of the cells with their outputs."""
    title = html.escape(title)
    body = "".join(
        f"<p>[{cell['execution_count'] or ' '}]</p>{pre(cell['source'], 'i')}"
        + "".join(map(part, cell["outputs"]))
        for cell in cells
    )
    head = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}<style>{STYLE}</style><h1>{title}</h1>{body}</html>"


def pre(text, kind=""):
    text = re.sub(r"\x1b\[[\d;]*m", "", str(text))
    return f'<pre class="{kind}">{html.escape(text)}</pre>'


def part(output):
    if "data" not in output:
        text = output["text"] if "text" in output else "\n".join(output["traceback"])
        return pre(text, "" if output.get("name") == "stdout" else "e")
    data = output["data"]
    text = data.get("text/html")
    if text:
        rows = min(40, 4 + 2 * text.count("<tr") + text.count("\n") // 9)
        return f'<iframe sandbox style="height:{rows}em" srcdoc="{html.escape(text)}"></iframe>'
    for form in ("image/svg+xml", "image/png", "image/jpeg"):
        if form in data:
            image = data[form]
            if len(image) > LARGEST_IMAGE:
                return pre(f"An image of {len(image) >> 10} kB is in the executed notebook.")
            if form == "image/svg+xml":
                image = base64.b64encode(image.encode()).decode()
            return f'<img src="data:{form};base64,{image}" alt="{html.escape(data.get("text/plain", ""))}">'
    return pre(data.get("text/markdown") or data.get("text/plain", ""))
