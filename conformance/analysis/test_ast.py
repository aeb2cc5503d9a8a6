"""Our syntax tree is CPython's, over the standard library."""

from bridge import ask
from difference import first_difference
from shape import Shape
from stdlib import sources

# Sources whose trees differ, and why
KNOWN = dict.fromkeys(
    ["lib2to3/tests/data/py3_test_grammar.py", "test/test_grammar.py"],
    "`a ^ b & c`, without parentheses: the grammar groups from the left. The same names are read in the same order.",
)


def test_trees_of_the_standard_library_are_those_of_cpython():
    found = list(sources())
    different = {}
    for source, ours in zip(found, ask("ast", (source.text for source in found))):
        difference = (
            first_difference(ours, Shape(source.text).module(source.tree))
            if isinstance(ours, list)
            else f"line {ours['line']}: {ours['message']}"
        )
        if difference:
            different[source.name] = difference
    equal = len(found) - len(different)
    print(f"{equal} of {len(found)} trees are equal ({100 * equal / len(found):.2f} %)")
    for name, difference in different.items():
        print(f"{name}: {difference}\n  {KNOWN.get(name, 'not explained')}")
    assert different.keys() <= KNOWN.keys()
    assert equal >= 0.995 * len(found)
