import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { flowOf, inputsOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const PARAMETERS = { size: { type: 'integer', default: 3 } } as const;
const inputs = { trees: { from: { parameter: 'size' } } };
const CELLS = [
  'trees = 200\nforest = grow(trees)',
  'print(trees)',
  'def note():\n    return trees',
  'note()'
];

/** Inputs named `trees` of every node of a drawing. */
function trees(cells: string[], drawing: Parameters<typeof flowOf>[2]): Record<string, string[]> {
  const flow = flowOf(analyzer, cells, drawing, PARAMETERS);
  const fed = (id: string) => inputsOf(flow, id).filter(input => input.startsWith('trees '));
  return Object.fromEntries(Object.keys(drawing).map(id => [id, fed(id)]));
}

describe('a literal that a user feeds from elsewhere', () => {
  it('is fed so in every step that copies it, by itself or with a function', () => {
    expect(trees(CELLS, { a: [[0], { inputs }], b: [1], c: [3] })).toEqual({
      a: ['trees integer $size*'],
      b: ['trees integer $size'],
      c: ['trees integer $size']
    });
  });

  it('brings its constant, and its type, as the user gave them', () => {
    const given = { trees: { type: 'number', from: { value: 7 } } };
    expect(trees(CELLS, { a: [[0], { inputs: given }], b: [1] }).b).toEqual(['trees number 7']);
  });

  it('brings what another node gives, and the order of the run with it', () => {
    const count = { kind: 'container', image: 'a:1', outputs: { n: { type: 'integer' } } };
    const given = { trees: { type: 'integer', from: { node: 'z', output: 'n' } } };
    const flow = flowOf(analyzer, CELLS, { a: [[0], { inputs: given }], b: [1], z: count });
    expect(inputsOf(flow, 'b')).toEqual(['trees integer z.n']);
    expect(flow.order[0]).toBe('z');
  });

  it('yields to what the user decided for the other node', () => {
    const own = { trees: { from: { value: 1 } } };
    const none = { trees: { removed: true } };
    expect(
      trees(CELLS, { a: [[0], { inputs }], b: [[1], { inputs: own }], c: [[3], { inputs: none }] })
    ).toMatchObject({ b: ['trees integer 1*'], c: [] });
  });

  it('is another one where the notebook set the name anew', () => {
    const cells = ['trees = 200', 'trees = 300', 'print(trees)'];
    expect(trees(cells, { a: [[0], { inputs }], b: [1], c: [2] })).toMatchObject({ b: [], c: [] });
    expect(trees(cells, { a: [[0, 1], { inputs }], c: [2] }).c).toEqual([]);
    expect(trees(['trees = 200\ntrees = 300', 'print(trees)'], { a: [[0], { inputs }], b: [1] }).b).toEqual(
      []
    );
  });

  it('stays as it is where the step computes or reads the name first, as the runtime leaves it', () => {
    expect(trees(['print(trees)\ntrees = 200', 'print(trees)'], { a: [[0], { inputs }], b: [1] }).b).toEqual(
      []
    );
    expect(trees(['trees = k = 200', 'print(trees)'], { a: [[0], { inputs }], b: [1] }).b).toEqual([]);
  });

  it('stays as it is for an artifact, which is never put in its place', () => {
    const given = { trees: { from: { node: 'z', output: 'm' } } };
    const model = { kind: 'container', image: 'a:1', outputs: { m: { type: 'Model' } } };
    expect(trees(CELLS, { a: [[0], { inputs: given }], b: [1], z: model }).b).toEqual([]);
  });

  it('stays as it is where its own cell is in no step', () => {
    expect(trees(CELLS, { b: [[1], { inputs }], c: [3] })).toEqual({ b: ['trees integer $size*'], c: [] });
  });
});
