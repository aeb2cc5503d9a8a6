import { beforeAll, describe, expect, it } from 'vitest';
import { type CellAnalyzer, hashSource } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import type { CellRef } from '../pipeline';
import type { FlowCell } from './flow';
import { followCells } from './follow-cells';
import { offerElsewhere } from './found-elsewhere';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** Code cells by id in notebook order; an id that starts with `#` is Markdown. */
const notebook = (cells: [id: string, source: string][], path = 'a.ipynb') =>
  analyzer.notebook({
    path,
    language: 'python',
    cells: cells.map(([id, source], index) => ({
      id,
      index,
      type: id.startsWith('#') ? 'markdown' : 'code',
      source,
      tags: []
    }))
  });
const ref = (id: string, source: string): CellRef => ({ id, hash: hashSource(source) });
/** A cell as `id state`, with `<drawn` where it is held under another id and `?ids` for what is offered. */
const told = ({ ref, state, drawn, candidates }: FlowCell): string =>
  `${ref.id} ${state}${drawn ? ` <${drawn}` : ''}${candidates ? ` ?${candidates.map(({ id }) => id)}` : ''}`;
/** Where the cells of nodes stand, drawn as given. */
const follow = (now: [string, string][], ...drawn: CellRef[][]) =>
  followCells(drawn, notebook(now)).map(cells => cells.map(told));

const A = 'a = load()';
const B = 'b = fit(a)';

describe('a cell is followed by its id', () => {
  it('when it was moved or changed', () => {
    expect(
      follow(
        [
          ['b', B],
          ['a', 'a = 2']
        ],
        [ref('a', A), ref('b', B)]
      )
    ).toEqual([['b ok', 'a changed']]);
  });

  it('and the cell that has the drawn source is offered when it changed', () => {
    expect(
      follow(
        [
          ['a', 'a = 2'],
          ['x', A]
        ],
        [ref('a', A)]
      )
    ).toEqual([['a changed ?x']]);
  });
});

describe('a cell whose id is gone is followed by its source', () => {
  it('when one cell has it that no node holds', () => {
    expect(
      follow(
        [
          ['x', A],
          ['b', B]
        ],
        [ref('a', A)]
      )
    ).toEqual([['x moved <a']]);
    expect(follow([['x', A]], [ref('a', A)], [ref('x', A)])).toEqual([['a missing'], ['x ok']]);
  });

  it('in every node that holds it', () => {
    expect(follow([['x', A]], [ref('a', A)], [ref('a', A)])).toEqual([['x moved <a'], ['x moved <a']]);
  });

  it('when as many have it as are looked for', () => {
    expect(
      follow(
        [
          ['x', A],
          ['y', A]
        ],
        [ref('a', A), ref('c', A)]
      )
    ).toEqual([['x moved <a', 'y moved <c']]);
  });

  it('and the choice is left to people when two could be meant', () => {
    expect(
      follow(
        [
          ['x', A],
          ['y', A]
        ],
        [ref('a', A)]
      )
    ).toEqual([['a missing ?x,y']]);
    expect(follow([['x', A]], [ref('a', A), ref('c', A)])).toEqual([['a missing ?x', 'c missing ?x']]);
  });

  it('but never by blank sources', () => {
    expect(follow([['x', ' ']], [ref('a', '')])).toEqual([['a missing']]);
  });
});

describe('ids of notebooks without ids', () => {
  it('say no more than a place, so that the source comes first', () => {
    const drawn = [ref('cell-0', A), ref('cell-1', B)];
    const now: [string, string][] = [
      ['cell-0', 'new = 1'],
      ['cell-1', A],
      ['cell-2', B]
    ];
    expect(follow(now, drawn)).toEqual([['cell-1 moved <cell-0', 'cell-2 moved <cell-1']]);
    expect(
      follow(
        [
          ['cell-0', 'a = 2'],
          ['cell-1', B]
        ],
        drawn
      )
    ).toEqual([['cell-0 changed', 'cell-1 ok']]);
  });
});

describe('a cell that was cut in pieces', () => {
  const whole = `${A}\n\n${B}\nprint(b)`;

  it('is followed to all of them, wherever the id went', () => {
    const last: [string, string][] = [
      ['x', A],
      ['y', B],
      ['a', 'print(b)']
    ];
    // Both seams are the same: JupyterLab cuts at ends of lines.
    expect(
      follow(
        [
          ['x', A],
          ['a', `${B}\nprint(b)`]
        ],
        [ref('a', whole)]
      )
    ).toEqual([['x split <a', 'a split']]);
    expect(
      follow(
        [
          ['a', A],
          ['x', `${B}\nprint(b)`]
        ],
        [ref('a', whole)]
      )
    ).toEqual([['a split', 'x split <a']]);
    expect(follow(last, [ref('a', last.map(([, source]) => source).join('\n'))])).toEqual([
      ['x split <a', 'y split <a', 'a split']
    ]);
    expect(
      follow(
        [
          ['x', 'a = load('],
          ['a', ')']
        ],
        [ref('a', A)]
      )
    ).toEqual([['x unparsed <a', 'a unparsed']]);
  });

  it('leaves pieces alone that are in a node, apart, or not all of it', () => {
    const rest = `${B}\nprint(b)`;
    expect(
      follow(
        [
          ['x', A],
          ['a', rest]
        ],
        [ref('a', whole)],
        [ref('x', A)]
      )
    ).toEqual([['a changed'], ['x ok']]);
    expect(
      follow(
        [
          ['x', A],
          ['#', ''],
          ['a', rest]
        ],
        [ref('a', whole)]
      )
    ).toEqual([['a changed']]);
    expect(
      follow(
        [
          ['x', 'z = 1'],
          ['a', rest]
        ],
        [ref('a', whole)]
      )
    ).toEqual([['a changed']]);
  });

  it('at its end is the piece that has the source', () => {
    expect(
      follow(
        [
          ['x', A],
          ['a', '']
        ],
        [ref('a', A)]
      )
    ).toEqual([['x moved <a']]);
  });
});

it('a cell that its notebook lacks is offered where another notebook has it', () => {
  const other = notebook(
    [
      ['p', B],
      ['q', A],
      ['r', A]
    ],
    'b.ipynb'
  );
  const here = notebook([['x', 'x = 1']]);
  const cells = new Map([
    ['n', { path: 'a.ipynb', cells: followCells([[ref('a', A)]], here)[0] }],
    ['m', { path: 'b.ipynb', cells: followCells([[ref('r', A)]], other)[0] }]
  ]);
  const offered = offerElsewhere(
    cells,
    new Map([
      ['a.ipynb', here],
      ['b.ipynb', other]
    ])
  );
  expect(offered.get('n')).toMatchObject([
    { state: 'missing', candidates: [{ notebook: 'b.ipynb', id: 'q', index: 1 }] }
  ]);
  expect(offered.get('n')?.[0].candidates).toHaveLength(1);
});
