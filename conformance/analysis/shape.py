"""CPython's syntax tree in the shape of ours (src/notebook/python/ast.ts).

Left out, as our tree leaves it out because nothing reads it: the text between the fields of f-strings and their
conversions, and how patterns are built beyond what they look up, what they capture, and whether they match all.
"""

import ast

OPERATORS = dict(
    pair.split(":")
    for pair in [
        "Add:+",
        "Sub:-",
        "Mult:*",
        "MatMult:@",
        "Div:/",
        "Mod:%",
        "Pow:**",
        "LShift:<<",
        "RShift:>>",
        "BitOr:|",
        "BitXor:^",
        "BitAnd:&",
        "FloorDiv://",
        "Invert:~",
        "Not:not",
        "UAdd:+",
        "USub:-",
        "And:and",
        "Or:or",
        "Eq:==",
        "NotEq:!=",
        "Lt:<",
        "LtE:<=",
        "Gt:>",
        "GtE:>=",
        "Is:is",
        "In:in",
    ]
)
OPERATORS |= {"IsNot": "is not", "NotIn": "not in"}
LISTED = {ast.Tuple: "Tuple", ast.List: "List", ast.Set: "Set"}
COMPREHENSIONS = {
    ast.ListComp: "List",
    ast.SetComp: "Set",
    ast.DictComp: "Dict",
    ast.GeneratorExp: "Generator",
}
LOOPS = (ast.While, ast.If)


def units(text):
    return len(text.encode("utf-16-le")) // 2


class Shape:
    """Shapes the trees of one source; positions are UTF-16 units, as in JavaScript."""

    def __init__(self, source):
        self.texts = source.split("\n")
        self.lines = [None if line.isascii() else line.encode() for line in self.texts]

    def module(self, tree):
        return self.block(tree.body)

    def column(self, line, offset):
        encoded = self.lines[line - 1]
        return offset if encoded is None else units(encoded[:offset].decode())

    def place(self, node):
        return {"line": node.lineno, "column": self.column(node.lineno, node.col_offset)}

    def end(self, node):
        line, offset = node.end_lineno, node.end_col_offset
        # to CPython, a block ends behind the last semicolon in it
        if isinstance(node, ast.stmt) and hasattr(node, "body"):
            offset = len(self.texts[line - 1].encode()[:offset].rstrip(b"; "))
        return {"endLine": line, "endColumn": self.column(line, offset)}

    def block(self, statements):
        return [self.statement(statement) for statement in statements]

    def statement(self, node):
        kind, fields = self.parts(node)
        decorators = getattr(node, "decorator_list", None)
        # definitions begin at their first `@`
        start = {"line": decorators[0].lineno} if decorators else {}
        return {"kind": kind, **fields, **self.place(node), **start, **self.end(node)}

    def parts(self, node):
        name = type(node).__name__
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return "FunctionDef", {
                "async": name == "AsyncFunctionDef",
                "name": node.name,
                "decorators": self.all(node.decorator_list),
                "typeParams": [],
                "args": self.arguments(node.args),
                "returns": self.maybe(node.returns),
                "body": self.block(node.body),
            }
        if isinstance(node, ast.ClassDef):
            return name, {
                "name": node.name,
                "decorators": self.all(node.decorator_list),
                "typeParams": [],
                "bases": self.all(node.bases),
                "keywords": self.keywords(node.keywords),
                "body": self.block(node.body),
            }
        if isinstance(node, ast.Assign):
            return name, {"targets": self.all(node.targets), "value": self.expression(node.value)}
        if isinstance(node, ast.AugAssign):
            return name, {
                "target": self.expression(node.target),
                "operator": f"{operator(node.op)}=",
                "value": self.expression(node.value),
            }
        if isinstance(node, ast.AnnAssign):
            return name, {
                "target": self.expression(node.target),
                "annotation": self.expression(node.annotation),
                "value": self.maybe(node.value),
                "simple": bool(node.simple),
            }
        if isinstance(node, (ast.For, ast.AsyncFor)):
            return "For", {
                "async": name == "AsyncFor",
                "target": self.expression(node.target),
                "iter": self.expression(node.iter),
                "body": self.block(node.body),
                "orelse": self.block(node.orelse),
            }
        if isinstance(node, LOOPS):
            return name, {
                "test": self.expression(node.test),
                "body": self.block(node.body),
                "orelse": self.block(node.orelse),
            }
        if isinstance(node, (ast.With, ast.AsyncWith)):
            items = [
                {"context": self.expression(item.context_expr), "target": self.maybe(item.optional_vars)}
                for item in node.items
            ]
            return "With", {"async": name == "AsyncWith", "items": items, "body": self.block(node.body)}
        if isinstance(node, ast.Match):
            return name, {
                "subject": self.expression(node.subject),
                "cases": [self.case(one) for one in node.cases],
            }
        if name in ("Try", "TryStar"):
            return "Try", {
                "star": name == "TryStar",
                "body": self.block(node.body),
                "handlers": [self.handler(one) for one in node.handlers],
                "orelse": self.block(node.orelse),
                "finalbody": self.block(node.finalbody),
            }
        if isinstance(node, ast.Import):
            return name, {"names": self.aliases(node.names)}
        if isinstance(node, ast.ImportFrom):
            return name, {"module": "." * node.level + (node.module or ""), "names": self.aliases(node.names)}
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            return name, {"names": node.names}
        if isinstance(node, ast.Return):
            return name, {"values": self.present(node.value)}
        if isinstance(node, ast.Raise):
            return name, {"values": self.present(node.exc, node.cause)}
        if isinstance(node, ast.Assert):
            return name, {"values": self.present(node.test, node.msg)}
        if isinstance(node, ast.Delete):
            return name, {"targets": self.all(node.targets)}
        if isinstance(node, ast.Expr):
            return name, {"value": self.expression(node.value)}
        assert isinstance(node, (ast.Pass, ast.Break, ast.Continue)), name
        return name, {}

    def handler(self, node):
        # CPython keeps no position of the name
        return {"type": self.maybe(node.type), "name": node.name, "body": self.block(node.body)}

    def aliases(self, names):
        return [{"name": one.name, "asname": one.asname, **self.place(one), **self.end(one)} for one in names]

    def arguments(self, node):
        """Parameters in the order of the source."""
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        rows = [
            ("positionalOnly" if at < len(node.posonlyargs) else "plain", one, defaults[at])
            for at, one in enumerate(positional)
        ]
        rows += [("args", node.vararg, None)] if node.vararg else []
        rows += [("keywordOnly", one, value) for one, value in zip(node.kwonlyargs, node.kw_defaults)]
        rows += [("kwargs", node.kwarg, None)] if node.kwarg else []
        return [
            {
                "name": one.arg,
                "annotation": self.maybe(one.annotation),
                "default": self.maybe(default),
                "kind": kind,
                **self.place(one),
            }
            for kind, one, default in rows
        ]

    def case(self, node):
        reads, captures = [], []
        self.pattern(node.pattern, reads, captures)
        return {
            "pattern": {
                "kind": "Pattern",
                "reads": reads,
                "captures": captures,
                "irrefutable": matches_all(node.pattern),
            },
            "guard": self.maybe(node.guard),
            "body": self.block(node.body),
        }

    def pattern(self, node, reads, captures):
        """What a pattern looks up, in the order of the source, and the names it captures."""
        if isinstance(node, ast.MatchValue):
            reads += [self.expression(node.value)] if isinstance(node.value, ast.Attribute) else []
        elif isinstance(node, ast.MatchClass):
            reads.append(self.expression(node.cls))
            for one in node.patterns + node.kwd_patterns:
                self.pattern(one, reads, captures)
        elif isinstance(node, ast.MatchMapping):
            for key, one in zip(node.keys, node.patterns):
                reads += [self.expression(key)] if isinstance(key, ast.Attribute) else []
                self.pattern(one, reads, captures)
            captures += [node.rest] if node.rest else []
        elif isinstance(node, (ast.MatchSequence, ast.MatchOr)):
            for one in node.patterns:
                self.pattern(one, reads, captures)
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)):
            if getattr(node, "pattern", None):
                self.pattern(node.pattern, reads, captures)
            captures += [node.name] if node.name else []

    def keywords(self, nodes):
        return [{"arg": one.arg, "value": self.expression(one.value)} for one in nodes]

    def all(self, nodes):
        return [self.expression(node) for node in nodes]

    def present(self, *nodes):
        return [self.expression(node) for node in nodes if node]

    def maybe(self, node):
        return self.expression(node) if node else None

    def expression(self, node):
        kind, fields = self.value(node)
        return {"kind": kind, **fields, **self.place(node)}

    def value(self, node):
        name = type(node).__name__
        if isinstance(node, ast.Name):
            return name, {"id": node.id}
        if isinstance(node, ast.Constant):
            return name, constant(node.value)
        if isinstance(node, ast.Attribute):
            return name, {"value": self.expression(node.value), "attr": node.attr}
        if isinstance(node, ast.Subscript):
            return name, {"value": self.expression(node.value), "slice": self.expression(node.slice)}
        if isinstance(node, ast.Call):
            return name, {
                "func": self.expression(node.func),
                "args": self.all(node.args),
                "keywords": self.keywords(node.keywords),
            }
        if isinstance(node, ast.BinOp):
            return "Operation", {"operator": operator(node.op), "operands": self.all([node.left, node.right])}
        if isinstance(node, ast.UnaryOp):
            return "Operation", {"operator": operator(node.op), "operands": [self.expression(node.operand)]}
        if isinstance(node, ast.Compare):
            return "Operation", {
                "operator": " ".join(map(operator, node.ops)),
                "operands": self.all([node.left, *node.comparators]),
            }
        if isinstance(node, ast.BoolOp):
            return name, {"operator": operator(node.op), "operands": self.all(node.values)}
        if isinstance(node, ast.IfExp):
            return name, {"operator": "if", "operands": self.all([node.test, node.body, node.orelse])}
        if isinstance(node, ast.Lambda):
            return name, {"args": self.arguments(node.args), "body": self.expression(node.body)}
        if type(node) in COMPREHENSIONS:
            elements = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            return "Comp", {
                "type": COMPREHENSIONS[type(node)],
                "lazy": isinstance(node, ast.GeneratorExp),
                "elts": self.all(elements),
                "generators": [self.generator(one) for one in node.generators],
            }
        if isinstance(node, ast.NamedExpr):
            return name, {"target": self.expression(node.target), "value": self.expression(node.value)}
        if type(node) in LISTED:
            return name, {"elts": self.all(node.elts)}
        if isinstance(node, ast.Dict):
            # `**mapping` has no key
            pairs = zip(node.keys, node.values)
            return name, {"elts": [one for key, value in pairs for one in self.pair(key, value)]}
        if isinstance(node, ast.Starred):
            return name, {"value": self.expression(node.value)}
        if isinstance(node, ast.Slice):
            return name, {part: self.maybe(getattr(node, part)) for part in ("lower", "upper", "step")}
        if isinstance(node, (ast.Await, ast.Yield, ast.YieldFrom)):
            return name, {"operands": self.present(node.value)}
        assert isinstance(node, ast.JoinedStr), name
        fields = list(self.fields(node))
        if fields:
            return name, {"operands": fields}
        return "Constant", constant("".join(part.value for part in node.values))

    def pair(self, key, value):
        if key:
            return self.all([key, value])
        return [{"kind": "Starred", "value": self.expression(value)}]

    def generator(self, node):
        return {
            "async": bool(node.is_async),
            "target": self.expression(node.target),
            "iter": self.expression(node.iter),
            "ifs": self.all(node.ifs),
        }

    def fields(self, node):
        """The values in an f-string, each followed by those in its format."""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield self.expression(part.value)
                yield from self.fields(part.format_spec) if part.format_spec else ()


def operator(node):
    return OPERATORS[type(node).__name__]


def constant(value):
    if isinstance(value, str):
        return {"type": "str", "text": value}
    if isinstance(value, bytes):
        return {"type": "bytes", "text": value.decode("latin-1")}
    if isinstance(value, (int, float, complex)) and not isinstance(value, bool):
        return {"type": "number", "text": repr(value)}
    return {"type": "other", "text": "..." if value is ... else repr(value)}


def matches_all(pattern):
    return isinstance(pattern, ast.MatchAs) and (pattern.pattern is None or matches_all(pattern.pattern))
