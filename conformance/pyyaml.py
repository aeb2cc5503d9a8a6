"""YAML as the SDK writes it, and as it would if it knew what the server's reader takes for something else."""

import re

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Quoting(yaml.SafeDumper):
    """Quotes what Go's reader takes for a boolean or a number, too."""

    def ignore_aliases(self, data):
        return True


# gopkg.in/yaml.v2, resolve.go: one-letter booleans, and numbers without their underscores
GO = re.compile(
    r"^(?:[yYnN]|[-+]?_*0_*(?:[bB][01_]+|[oO][0-7_]+|[xX][0-9a-fA-F_]+)"
    r"|[-+]?_*(?:\._*[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE]_*[-+]?_*[0-9][0-9_]*)?)$"
)
Quoting.add_implicit_resolver("!go", GO, list("-+.0123456789yYnN"))


def documents(text):
    return [each for each in yaml.load_all(text, Loader=LOADER) if each is not None]


def comment(text):
    """The comment lines that stand first."""
    lines = text.splitlines(keepends=True)
    body = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:body])


def dump(each, dumper=Quoting):
    return yaml.dump(each, Dumper=dumper, sort_keys=True)
