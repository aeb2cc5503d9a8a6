"""A program whose names and whose order of definitions are open: they are chosen so that it compresses well."""

import random
import re
import string
import zlib
from collections import Counter

# Marks stand for names, by the number of a scope and a number of their own; names of the module are of scope 0.
MARK = re.compile(r"(z\d+_\d+_)")
# Letters that a program holds most often come first: they cost it least.
LOCALS = "etairsnodlcpmufhgbykvxwqjz"
GLOBALS = [*string.ascii_uppercase, *(a + b for a in string.ascii_uppercase for b in LOCALS)]


class OpenProgram:
    """`parts` are lists of texts; of those in one part, definitions may change places with their neighbours."""

    def __init__(self, parts):
        self.parts = {part: [MARK.split(text) for text in texts] for part, texts in parts.items()}
        found = [mark for texts in self.parts.values() for pieces in texts for mark in pieces[1::2]]
        used = Counter(found)
        self.scopes = {}
        for mark in sorted(used, key=lambda each: (-used[each], found.index(each))):
            self.scopes.setdefault(mark.split("_")[0], []).append(mark)
        self.names = {}
        for scope, marks in self.scopes.items():
            assert scope == "z0" or len(marks) <= len(LOCALS), f"too many names in one scope: {marks}"
            self.names.update(zip(marks, GLOBALS if scope == "z0" else LOCALS))

    def text(self, part):
        names = self.names
        return "".join(names.get(piece, piece) for pieces in self.parts[part] for piece in pieces)

    def weight(self):
        return len(zlib.compress("".join(map(self.text, self.parts)).encode(), 9))

    def improve(self, tries):
        """Swaps names, and definitions, while that makes the program smaller when compressed; the same each time."""
        dice = random.Random(1)
        scopes = [marks for marks in self.scopes.values() if len(marks) > 1]
        chances = [len(marks) for marks in scopes]
        movable = [
            [i for i, each in enumerate(texts) if is_definition(each)] for texts in self.parts.values()
        ]
        places = [(part, chosen) for part, chosen in zip(self.parts, movable) if len(chosen) > 1]
        size = self.weight()
        for turn in range(tries):
            if turn % 5:
                where, pair = self.names, dice.sample(dice.choices(scopes, chances)[0], 2)
            else:
                part, chosen = dice.choice(places)
                where, pair = self.parts[part], dice.sample(chosen, 2)
            swap(where, *pair)
            now = self.weight()
            if now > size:
                swap(where, *pair)
            size = min(now, size)


def is_definition(pieces):
    return pieces[0].startswith(("def ", "class ", "async def "))


def swap(where, one, other):
    where[one], where[other] = where[other], where[one]
