import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { CellsNode, PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { PipelineEditError } from './edit-error';
import { mergeCells, moveCells, splitCells } from './move-cells';

const cells = (ids: string, settings: Partial<CellsNode> = {}): CellsNode => ({
  kind: 'cells',
  notebook: 'n.ipynb',
  cells: ids.split('').map(id => ({ id, hash: `h${id}` })),
  ...settings
});

function open(nodes: Record<string, PipelineNode>): SharedPipeline {
  const doc = createSharedPipeline();
  const parameters = { n: { type: 'integer', default: 1 } };
  doc.load({ ...newPipeline({ id: 'x', name: 'start' }), parameters, nodes });
  return doc;
}

const node = (doc: SharedPipeline, id: string) => doc.pipeline.nodes[id] as CellsNode;

/** Runs an edit, and shows that undoing it leaves nothing behind. */
function undone(doc: SharedPipeline, edit: () => void): void {
  const before = structuredClone(doc.stored);
  edit();
  const after = structuredClone(doc.stored);
  doc.undo();
  expect(doc.stored).toEqual(before);
  doc.redo();
  expect(doc.stored).toEqual(after);
}

describe('moveCells', () => {
  it('takes the decisions on names that only these cells read or make with them', () => {
    const doc = open({
      a: cells('pq', {
        inputs: { x: { removed: true }, y: { from: { parameter: 'n' }, pinned: true } },
        outputs: { m: { type: 'Model' }, o: { type: 'Dataset' } }
      }),
      b: cells('r'),
      user: cells('s', {
        inputs: { m: { from: { node: 'a', output: 'm' } }, o: { from: { node: 'a', output: 'o' } } }
      })
    });
    undone(doc, () => moveCells(doc, 'a', 'b', ['q'], { inputs: ['x'], outputs: ['m'] }));
    expect(node(doc, 'a')).toEqual(
      cells('p', {
        inputs: { y: { from: { parameter: 'n' }, pinned: true } },
        outputs: { o: { type: 'Dataset' } }
      })
    );
    expect(node(doc, 'b')).toEqual(
      cells('rq', { inputs: { x: { removed: true } }, outputs: { m: { type: 'Model' } } })
    );
    expect(node(doc, 'user').inputs).toEqual({
      m: { from: { node: 'b', output: 'm' } },
      o: { from: { node: 'a', output: 'o' } }
    });
  });

  it('keeps what the other node decided itself', () => {
    const doc = open({
      a: cells('p', { inputs: { x: { removed: true } } }),
      b: cells('r', { inputs: { x: { from: { parameter: 'n' }, pinned: true } } })
    });
    moveCells(doc, 'a', 'b', ['p'], { inputs: ['x'], outputs: [] });
    expect(node(doc, 'b').inputs).toEqual({ x: { from: { parameter: 'n' }, pinned: true } });
    expect(node(doc, 'a').inputs).toBeUndefined();
  });

  it('drops a binding between nodes that become one', () => {
    const doc = open({
      a: cells('p', { outputs: { x: { type: 'Dataset' } } }),
      b: cells('r', { inputs: { x: { from: { node: 'a', output: 'x' }, pinned: true } } })
    });
    moveCells(doc, 'a', 'b', ['p'], { inputs: [], outputs: ['x'] });
    expect(node(doc, 'b')).toEqual(cells('rp', { inputs: {}, outputs: { x: { type: 'Dataset' } } }));
  });

  it('refuses nodes of two notebooks', () => {
    const doc = open({ a: cells('p'), b: { ...cells('r'), notebook: 'other.ipynb' } });
    expect(() => moveCells(doc, 'a', 'b', ['p'], { inputs: [], outputs: [] })).toThrow(PipelineEditError);
  });
});

describe('mergeCells', () => {
  it('joins cells, decisions and order, and takes the other node away', () => {
    const doc = open({
      first: cells('p', { pool: 'big', after: ['z'] }),
      second: cells('q', { outputs: { m: { type: 'Model' } }, after: ['y', 'first'] }),
      user: cells('s', { inputs: { m: { from: { node: 'second', output: 'm' } } }, after: ['second'] }),
      y: cells('1'),
      z: cells('2')
    });
    undone(doc, () => mergeCells(doc, 'first', ['second']));
    expect(Object.keys(doc.pipeline.nodes).sort()).toEqual(['first', 'user', 'y', 'z']);
    expect(node(doc, 'first')).toEqual(
      cells('pq', { pool: 'big', after: ['z', 'y'], outputs: { m: { type: 'Model' } } })
    );
    expect(node(doc, 'user')).toMatchObject({
      inputs: { m: { from: { node: 'first', output: 'm' } } },
      after: ['first']
    });
  });
});

describe('splitCells', () => {
  it('gives cells a node with the same settings', () => {
    const doc = open({ a: cells('pq', { title: 'Both', pool: 'big', outputs: { m: { type: 'Model' } } }) });
    let id = '';
    undone(doc, () => {
      id = splitCells(doc, 'a', ['q'], { inputs: [], outputs: ['m'] }, [5, 6]);
    });
    expect(node(doc, id)).toEqual(cells('q', { pool: 'big', outputs: { m: { type: 'Model' } } }));
    expect(node(doc, 'a')).toEqual(cells('p', { title: 'Both', pool: 'big' }));
    expect(doc.pipeline.layout[id]).toEqual([5, 6]);
  });
});

it('loses no cell and no decision, however cells are moved', () => {
  const ids = ['a', 'b', 'c'];
  const move = fc.record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    cells: fc.subarray([...'pqrstu']),
    names: fc.subarray(['x', 'y', 'z'])
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 8 }), moves => {
      const doc = open({
        a: cells('pq', { inputs: { x: { removed: true } }, outputs: { x: { type: 'A' } } }),
        b: cells('rs', { inputs: { y: { removed: true } }, outputs: { y: { type: 'B' } } }),
        c: cells('tu', { inputs: { z: { removed: true } }, outputs: { z: { type: 'C' } } }),
        user: cells('0', { inputs: { z: { from: { node: 'c', output: 'z' }, pinned: true } } })
      });
      for (const { from, to, cells: moved, names } of moves) {
        moveCells(doc, from, to, moved, { inputs: names, outputs: names });
      }
      const all = ids.map(id => node(doc, id));
      expect(all.flatMap(each => each.cells.map(cell => cell.id)).sort()).toEqual([...'pqrstu']);
      expect(all.flatMap(each => Object.keys(each.inputs ?? {})).sort()).toEqual(['x', 'y', 'z']);
      const maker = ids.find(id => node(doc, id).outputs?.z);
      expect(node(doc, 'user').inputs).toEqual({ z: { from: { node: maker, output: 'z' }, pinned: true } });
    }),
    { seed: 11, numRuns: 200 }
  );
});
