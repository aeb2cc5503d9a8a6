"""Python source with no more layout than it needs."""

import io
import keyword
import re
import tokenize


def tight(text):
    """The same tokens with no more space between them than they need, and short blocks on one line."""
    lines = re.sub(r"^(?: {4})+", lambda found: " " * (len(found[0]) // 4), text, flags=re.MULTILINE)
    lines = [squeezed(line) for line in lines.split("\n") if line.strip()]
    result = []
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        last = result[-1] if result else ""
        depth = len(last) - len(last.lstrip(" "))
        if last and indent == depth and simple(line) and simple(last):
            result[-1] = f"{last};{line.lstrip(' ')}"
        else:
            result.append(line)
    joined = []
    for i, line in enumerate(result):
        above = joined[-1] if joined else ""
        depth, indent = (len(each) - len(each.lstrip(" ")) for each in (above, line))
        below = result[i + 1] if i + 1 < len(result) else ""
        if (
            above.endswith(":")
            and indent == depth + 1
            and simple(line)
            and len(below) - len(below.lstrip(" ")) <= depth
        ):
            joined[-1] = above + line.lstrip(" ")
        else:
            joined.append(line)
    return "\n".join(joined) + "\n"


COMPOUND = re.compile(r" *(?:if|elif|else|for|while|with|try|except|finally|def|class|async)\b|@| *@")


def simple(line):
    return not COMPOUND.match(line)


def squeezed(line):
    """A logical line without brackets and spaces that separate nothing."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    made, end, inside = indent, None, 0
    for token in plain(tokens_of(line.lstrip(" "))):
        gap = token.line[end : token.start[1]] if end is not None and inside else ""
        word = made[-1:].isalnum() or made[-1:] == "_"
        made += gap or (" " if word and (token.string[0].isalnum() or token.string[0] == "_") else "")
        made += token.line[token.start[1] : token.end[1]]
        inside += {"FSTRING_START": 1, "FSTRING_END": -1}.get(tokenize.tok_name[token.type], 0)
        end = token.end[1]
    return made


LAYOUT = (tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)


def tokens_of(line):
    read = tokenize.generate_tokens(io.StringIO(line + "\n").readline)
    return [token for token in read if token.type not in LAYOUT]


def plain(tokens):
    """Without brackets around tuples that stand alone after `=` or `return`, and generators that do in a call."""
    partner, open_ = {}, []
    for i, token in enumerate(tokens):
        if token.string in OPENING:
            open_.append(i)
        elif token.string in CLOSING and open_:
            partner[open_.pop()] = i
    dropped = set()
    for start, end in partner.items():
        if tokens[start].string != "(" or start == 0 or end == start + 1:
            continue
        outer = [each for each in range(start + 1, end) if depth_of(tokens, start, each) == 1]
        words = {tokens[each].string for each in outer}
        before, is_last = tokens[start - 1].string, end == len(tokens) - 1
        if ":=" in words or "yield" in words:
            continue
        top = not any(a < start < b for a, b in partner.items())
        alone = before in ("=", "return") and is_last and top and "for" not in words
        doubled = before == "(" and partner.get(start - 1) == end + 1 and "," not in words
        called = doubled and start > 1 and tokens[start - 2].type == tokenize.NAME
        negated = (
            before in ("and", "or", "if") and tokens[start + 1].string == "not" and not words & {"and", "or"}
        )
        if alone or negated or (called and tokens[start - 2].string not in keyword.kwlist):
            dropped |= {start, end}
    return [token for i, token in enumerate(tokens) if i not in dropped]


OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")


def depth_of(tokens, start, place):
    texts = [token.string for token in tokens[start:place]]
    return sum(text in OPENING for text in texts) - sum(text in CLOSING for text in texts)
