"""Where two syntax trees part."""

import ast
import unicodedata


def first_difference(ours, theirs, at="", placed=True):
    """Where two trees part and how, as a sentence; None when they are equal. In f-strings 3.11 has no true places."""
    if isinstance(theirs, dict):
        if not isinstance(ours, dict):
            return f"{at}: {ours!r} is not {theirs!r}"
        if theirs.get("kind") == "Constant" and ours.get("kind") == "Constant":
            if ours["type"] != theirs["type"] or not same_constant(
                ours["text"], theirs["text"], theirs["type"]
            ):
                return f"{at}: {ours} is not {theirs}"
            theirs = {key: theirs[key] for key in theirs if key != "text"}
        at = f"{at}/{theirs.get('kind', '')}"
        for key, value in theirs.items():
            if key in PLACES and not placed:
                continue
            if key not in ours:
                return f"{at}: {key} is missing"
            found = first_difference(
                ours[key], value, f"{at}.{key}", placed and theirs.get("kind") != "JoinedStr"
            )
            if found:
                return found
        return None
    if isinstance(theirs, list):
        if not isinstance(ours, list) or len(ours) != len(theirs):
            return f"{at}: {str(ours)[:200]} is not {str(theirs)[:200]}"
        pairs = enumerate(zip(ours, theirs))
        return next(
            (found for i, pair in pairs if (found := first_difference(*pair, f"{at}[{i}]", placed))), None
        )
    if isinstance(ours, dict) and ours.get("kind") == "Name":
        ours = ours["id"]
    return None if ours == theirs else f"{at}: {ours!r} is not {theirs!r}"


PLACES = {"line", "column", "endLine", "endColumn"}


def same_constant(ours, theirs, kind):
    if kind == "number":
        return repr(ast.literal_eval(ours)) == theirs
    if kind == "str" and ours != theirs:
        return joined(named(ours)) == joined(theirs)
    return ours == theirs


def named(text):
    """Characters by name, which our tree keeps as written."""
    parts = text.split("\\N{")
    return parts[0] + "".join(
        unicodedata.lookup(part.partition("}")[0]) + part.partition("}")[2] for part in parts[1:]
    )


def joined(text):
    """Pairs of surrogates as the characters they mean, which JavaScript cannot tell apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
