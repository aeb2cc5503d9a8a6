"""Context variables, in which libraries keep settings: they hold for the cells that follow."""

import pytest


@pytest.mark.parametrize("magics", [False, True])
def test_context_variables_hold_for_later_cells(bench, magics):
    copied = "import decimal\ndecimal.getcontext().prec = 5"
    prelude = [{"cell": "p", "startLine": 1, "source": copied, "index": 0}]
    third = "str(decimal.Decimal(1) / 3)"
    result = bench.run(third, "decimal.getcontext().prec = 2", third, prelude=prelude, magics=magics)
    assert result.stdout == "'0.33333'\n'0.33'\n", result.stderr
