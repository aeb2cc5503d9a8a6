import { describe, expect, it } from 'vitest';
import { linked, plansApart, told } from './testing/linked';

/** The names that a cell takes from cells above it, of which each makes one. */
function taken(cell: string, ...names: string[]): string[] {
  const { edges, problems } = linked([...names.map(name => `${name} = input()`), cell]);
  expect(problems).toEqual([]);
  return edges.map(({ name }) => name);
}

describe('names in the text that a call is given', () => {
  it.each([
    ["df.query('amount > @limit and city in @cities')", 'df limit cities'],
    ["df.query(expr='a > @limit')", 'df limit'],
    ["df[df.a > 1].query('@limit.min() < a')", 'df limit'],
    ["df.eval('y = a * @k', inplace=True)", 'df k'],
    ['df.eval(f"y = {a} * @k")', 'df a k'],
    ['df.query(f\'b == "{a}" and c > @k and d == "{a}"\')', 'df a k'],
    ["df.query('a > @k' + ' and b < @limit')", 'df k limit'],
    ["df.query('{} > @k'.format(a))", 'df k a'],
    ["df.query('a > @k' if big else 'a < @limit')", 'df big k limit'],
    ["pd.eval('df + other.a and not b.k')", 'pd df other b'],
    ["duckdb.sql('SELECT * FROM df JOIN other USING (k)')", 'duckdb df other']
  ])('are reads of the cell: %s', (cell, names) => {
    const made = names.split(' ').toSorted();
    expect(taken(cell, ...made, 'unused').toSorted()).toEqual(made);
  });

  it.each([
    ['df.query(\'a == "@k" and `x @k` > 1 and me@k\')', 'df'],
    ["df.query(f'a > @{b}k')", 'df b'],
    ["pd.eval('df.k + k(df) + 2e5')", 'pd df'],
    ["client.query('SELECT @@version, @total')", 'client'],
    ["eval_all('k')", 'eval_all']
  ])('are none of the notebook: %s', (cell, names) => {
    expect(taken(cell, ...names.split(' '), 'k').toSorted()).toEqual(names.split(' ').toSorted());
  });

  it('are those of the function around, and else are read when it runs', () => {
    const big = "def big(d, k):\n    m = 1\n    return d.query('a > @t and b < @k + @m')";
    const { edges } = linked(['t = input()', 'k = m = 1', big, 't = input()', 'print(big(k, 1))']);
    expect(edges.map(told).toSorted()).toEqual(['1>4 k hoist', '2>4 big hoist', '3>4 t data']);
  });

  it('are carried to a step of its own', () => {
    const [, , plan] = plansApart(['df = input()', 't = input()', "print(df.query('a > @t'))"]);
    expect(plan.needs.map(({ name }) => name)).toEqual(['df', 't']);
  });
});
