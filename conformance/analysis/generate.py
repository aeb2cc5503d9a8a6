"""Synthetic notebooks: every kind of statement and scope, from a seed. Any value may meet any operation (`thing.py`)."""

import ast
import warnings
from random import Random

NAMES = ["a", "b", "c", "d", "e", "n", "x", "y", "z"]
FUNCTIONS = ["f", "g", "h"]
CLASSES = ["K", "L"]
INNER = ["i", "j", "k"]
PARAMETERS = ["p", "q", "r"]
WALRUS = ["u", "v", "w"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "@", "&", "|", "^", ">>"]
MODULES = ["math", "json", "os.path", "collections.abc", "string"]
FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


def notebook(seed, cells=6):
    """The sources of a notebook."""
    random = Random(seed)
    return [cell(random) for _ in range(cells)]


def cell(random):
    while True:
        writer = Writer(random)
        source = "\n".join(
            line for _ in range(random.randint(1, 5)) for line in writer.statement(2, top=True)
        )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(source, "<cell>", "exec", FLAGS, dont_inherit=True)
        except SyntaxError:
            continue
        return source


class Writer:
    """Writes statements as lists of lines; `depth` bounds the nesting."""

    def __init__(self, random, names=NAMES):
        self.random, self.names = random, names
        self.loops, self.function = 0, False

    def one(self, *choices):
        return self.random.choice(choices)

    def name(self):
        return self.random.choice(self.names)

    def statement(self, depth, top=False):
        simple = [
            *[self.assign] * 6,
            *[self.augmented] * 2,
            *[self.mutate] * 2,
            *[self.call] * 3,
            *[self.annotated, self.delete, self.unpack, self.chain, self.show, self.imports, self.walrus],
        ]
        nested = [self.branch, self.loop, self.repeat, self.attempt, self.context, self.match, self.define]
        nested += [self.define, self.declare, self.lambdas]
        if self.function:
            simple += [self.leave]
        if self.loops:
            simple += [self.skip]
        kinds = simple if depth == 0 or self.random.random() < 0.6 else nested
        if top and self.random.random() < 0.04:
            kinds = [self.coroutine]
        return self.random.choice(kinds)(depth)

    def block(self, depth, most=3):
        return [
            f"    {line}" for _ in range(self.random.randint(1, most)) for line in self.statement(depth - 1)
        ]

    # simple statements

    def assign(self, _):
        return [f"{self.name()} = {self.value(2)}"]

    def chain(self, _):
        return [f"{self.name()} = {self.target()} = {self.value(1)}"]

    def augmented(self, _):
        return [f"{self.target()} {self.one(*OPERATORS)}= {self.value(1)}"]

    def target(self):
        name = self.name()
        return self.one(name, name, f"{name}[{self.value(0)}]", f"{name}.part", f"{name}.part[{self.name()}]")

    def mutate(self, _):
        call = self.one(
            "append({})", "update({})", "sort()", "fit({}, {})", "insert(0, {})", "frobnicate({})"
        )
        return [f"{self.name()}.{call.format(*[self.value(1)] * 2)}"]

    def call(self, _):
        function = self.one(*FUNCTIONS, *FUNCTIONS, *CLASSES, "print", "risky")
        return [f"{function}({self.arguments()})"]

    def arguments(self):
        kinds = [
            lambda: self.value(1),
            lambda: f"*({self.value(0)}, {self.name()})",
            lambda: f"key={self.value(0)}",
            lambda: f"lambda {self.one(*PARAMETERS)}=None: {self.value(1)}",
        ]
        chosen = self.random.sample(kinds, self.random.randint(0, 2))
        return ", ".join(kind() for kind in sorted(chosen, key=kinds.index))

    def annotated(self, _):
        value = self.one("", f" = {self.value(1)}")
        return [f"{self.one(self.name(), self.name() + '.part')}: {self.one('int', 'list[int]', 'T')}{value}"]

    def delete(self, _):
        return [f"del {self.one(self.name(), self.name(), self.name() + '[0]', self.name() + '.part')}"]

    def unpack(self, _):
        kind = self.one("{0}, {1} = {2}, {3}", "({0}, *{1}), {4} = [{2}, {3}], {2}", "[{0}, {1}] = {2}, {3}")
        return [kind.format(self.name(), self.name(), self.value(1), self.value(1), self.target())]

    def show(self, _):
        return [self.value(2)]

    def walrus(self, _):
        return [f"({self.one(*WALRUS)} := {self.value(1)})", f"{self.name()} = {self.one(*WALRUS)}"]

    def imports(self, _):
        module = self.one(*MODULES)
        root = module.split(".")[0]
        return [
            self.one(
                f"import {module}", f"import {module} as {self.name()}", f"from {root} import __name__ as b"
            )
        ]

    def leave(self, _):
        return [self.one(f"return {self.value(1)}", "return", f"raise ValueError({self.name()})")]

    def skip(self, _):
        return self.one(["break"], ["continue"], [f"if {self.value(0)}: {self.one('break', 'continue')}"])

    # statements with blocks

    def branch(self, depth):
        lines = [f"if {self.value(1)}:", *self.block(depth)]
        for _ in range(self.random.randint(0, 1)):
            lines += [f"elif {self.value(1)}:", *self.block(depth)]
        return lines + self.maybe("else:", depth)

    def maybe(self, head, depth, chance=0.5):
        return [head, *self.block(depth)] if self.random.random() < chance else []

    def inside(self, depth):
        self.loops += 1
        lines = self.block(depth)
        self.loops -= 1
        return lines

    def loop(self, depth):
        head = self.one(
            f"for {self.one(*INNER, self.name())} in {self.value(1, iterated=True)}:",
            f"for {self.one(*INNER)}, {self.name()} in enumerate({self.value(0, iterated=True)}):",
            f"for {self.name()}[0] in [{self.value(0)}]:",
        )
        return [head, *self.inside(depth), *self.maybe("else:", depth, 0.3)]

    def repeat(self, depth):
        if self.random.random() < 0.3:
            return ["while True:", *self.inside(depth), "    break"]
        test = self.one("coin()", f"coin() and {self.value(0)}", f"({self.one(*WALRUS)} := coin())")
        return [f"while {test}:", *self.inside(depth), *self.maybe("else:", depth, 0.3)]

    def attempt(self, depth):
        body = ["try:", *self.block(depth)]
        if self.random.random() < 0.5:
            body.append("    risky()")
        final = self.last(depth)
        if final and self.random.random() < 0.3:
            return body + final
        star = self.one("", "", "", "*")
        kind = self.one("ValueError", "(ValueError, TypeError)", "Exception")
        as_name = self.one("", f" as {self.one('error', self.name())}")
        handlers = [f"except{star} {kind}{as_name}:", *self.block(depth)]
        if not star and self.random.random() < 0.3:
            handlers += self.one(
                ["except:", *self.block(depth), "    raise"], ["except KeyError:", *self.block(depth)]
            )
        return body + handlers + self.maybe("else:", depth, 0.3) + final

    def last(self, depth):
        """A `finally` that is not left, so that whatever stops a cell stops it."""
        loops, function, self.loops, self.function = self.loops, self.function, 0, False
        lines = self.maybe("finally:", depth, 0.4)
        self.loops, self.function = loops, function
        return lines

    def context(self, depth):
        items = self.one(
            f"{self.value(1)}",
            f"{self.value(0)} as {self.target()}",
            f"({self.name()} as {self.name()}, {self.value(0)} as {self.name()})",
        )
        return [f"with {items}:", *self.block(depth)]

    def match(self, depth):
        subject = self.one(
            f"[{self.value(0)}, {self.name()}]",
            f"{{'k': {self.value(0)}}}",
            f"({self.name()}, 1)",
            self.name(),
        )
        lines = [f"match {subject}:"]
        for _ in range(self.random.randint(1, 2)):
            pattern = self.one(
                *[
                    f"[{self.name()}, {self.one(*INNER)}]",
                    f"[{self.name()}, *rest]",
                    f"{{'k': {self.name()}, **rest}}",
                ],
                *[
                    "1 | 2",
                    "'text' | None",
                    f"K(part={self.name()})",
                    f"int() as {self.name()}",
                    f"{self.name()}.part",
                ],
            )
            guard = self.one("", f" if {self.value(0)}")
            lines += [f"    case {pattern}{guard}:", *[f"    {line}" for line in self.block(depth)]]
        if self.random.random() < 0.5:
            lines += [
                f"    case {self.one('_', self.name())}:",
                *[f"    {line}" for line in self.block(depth)],
            ]
        return lines

    def define(self, depth):
        """A function, whose names are parameters, locals, those around it, and those of the notebook."""
        name = self.one(*FUNCTIONS)
        given = self.random.sample(PARAMETERS, self.random.randint(0, 3))
        parameters = [f"{one}={self.value(0)}" for one in given]
        parameters += self.one([], ["*args"], ["*", f"only={self.name()}"], ["**kwargs"])
        annotation = self.one("", f" -> {self.name()}")
        head = (
            [f"@{self.one(self.name(), 'deco(' + self.name() + ')')}"] if self.random.random() < 0.2 else []
        )
        kind = self.one("def", "def", "def", "async def")
        head.append(f"{kind} {name}({', '.join(parameters)}){annotation}:")
        inner = Writer(self.random, [*NAMES, *given])
        inner.function = True
        body = inner.block(depth, 4)
        if self.random.random() < 0.25:
            word = self.one("global", "global", "nonlocal") if self.function else "global"
            body.insert(0, f"    {word} {self.name()}")
        if self.random.random() < 0.1:
            body.append(f"    yield {self.value(0)}")
        called = [f"{name}()"] if self.random.random() < 0.3 else []
        return head + body + called

    def declare(self, depth):
        """A class, whose body runs at once and whose methods run later."""
        name = self.one(*CLASSES)
        bases = self.one("", "", f"({self.one('B', name)})", f"(metaclass={self.name()})")
        head = [f"@{self.name()}"] if self.random.random() < 0.2 else []
        body = [f"    {line}" for line in self.statement(0)]
        body += [
            f"    {line}" for _ in range(self.random.randint(0, 2)) for line in self.statement(depth - 1)
        ]
        method = Writer(self.random, [*NAMES, "self"])
        method.function = True
        body += [
            f"    def method(self, p={self.value(0)}):",
            *[f"    {line}" for line in method.block(depth)],
        ]
        used = (
            [self.one(f"{self.name()} = {name}()", f"{name}().method()")]
            if self.random.random() < 0.3
            else []
        )
        return [*head, f"class {name}{bases}:", *body, *used]

    def lambdas(self, _):
        return [f"{self.one(*FUNCTIONS)} = lambda {self.one(*PARAMETERS)}={self.value(0)}: {self.value(2)}"]

    def coroutine(self, depth):
        return self.one(
            [f"{self.name()} = await {self.name()}({self.value(0)})"],
            [f"async with {self.name()} as {self.name()}:", *self.block(depth)],
            [f"async for {self.one(*INNER)} in {self.name()}:", *self.inside(depth)],
            [f"{self.name()} = [{self.value(0)} async for {self.one(*INNER)} in {self.name()}]"],
        )

    # expressions

    def value(self, depth, iterated=False):
        plain = [lambda: self.one(*self.names, *self.names, *INNER, *WALRUS)]
        if not iterated:
            plain += [lambda: self.one("1", "'text'", "None", "0.5")]
        made = [
            lambda: f"{self.one(*FUNCTIONS)}({self.arguments()})",
            lambda: f"{self.value(0)} {self.one(*OPERATORS)} {self.value(0)}",
            lambda: f"{self.name()}.part",
            lambda: f"{self.name()}[{self.value(0)}]",
            lambda: f"[{self.value(0)}, {self.value(0)}]",
        ]
        rich = [
            lambda: f"{self.name()}[{self.name()}:{self.value(0)}, ...]",
            lambda: f"{{'k': {self.value(0)}, **dict({self.one(*NAMES)}=1)}}",
            lambda: f"({self.value(0)} {self.one('and', 'or')} {self.value(1)})",
            lambda: f"({self.value(0)} if {self.value(0)} else {self.value(1)})",
            lambda: f"not {self.value(0)}",
            lambda: (
                f"({self.value(0)} {self.one('<', '==', 'is not', 'in')} {self.name()} != {self.value(0)})"
            ),
            lambda: f"({self.one(*WALRUS)} := {self.value(0)})",
            lambda: f"f'{{{self.name()}!r:>{{{self.name()}}}}} {{{self.name()}}}'",
            lambda: f"(lambda {self.one(*INNER)}: {self.value(1)})({self.value(0)})",
            lambda: f"{self.name()}.pop({self.value(0)})",
            *[self.comprehension] * 3,
        ]
        chosen = plain if depth == 0 else [*plain, *made] if iterated else [*plain, *made, *rich]
        return self.random.choice(chosen)()

    def comprehension(self):
        one, other = self.random.sample(INNER, 2)
        loops = f"for {one} in {self.value(1, iterated=True)}"
        loops += self.one("", "", f" if {self.value(0)}", f" for {other} in {self.one(one, self.name())}")
        element = self.one(one, self.name(), f"{one} + {self.name()}", f"[{one} for {one} in {self.name()}]")
        return self.one(
            f"[{element} {loops}]",
            f"{{{element}: {self.name()} {loops}}}",
            f"({element} {loops})",
            f"list({element} {loops})",
            f"[({self.one(*WALRUS)} := {self.name()}) {loops}]",
        )
