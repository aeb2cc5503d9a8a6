import { expect, it } from 'vitest';
import { newPipeline, type PipelineNode } from '../pipeline';
import { movedPath, movedPaths, renamedAgain } from './follow-renames';

const nodes: Record<string, PipelineNode> = {
  a: { kind: 'cells', notebook: 'books/one.ipynb', cells: [] },
  b: { kind: 'cells', notebook: 'two.ipynb', cells: [] },
  c: { kind: 'pipeline', file: 'books/inner.weft' },
  d: { kind: 'pipeline' },
  e: { kind: 'container', image: 'acme/x:1' },
  f: { kind: 'notebook', notebook: 'three.ipynb' }
};
const pipeline = { ...newPipeline({ id: 'x', name: 'x' }), nodes };

it('finds the nodes of a notebook that was renamed or moved', () => {
  expect(movedPaths(pipeline, 'work', 'work/two.ipynb', 'work/deep/zwei.ipynb')).toEqual([
    { node: 'b', field: 'notebook', to: 'deep/zwei.ipynb' }
  ]);
  expect(movedPaths(pipeline, 'work', 'work/three.ipynb', 'work/drei.ipynb')).toEqual([
    { node: 'f', field: 'notebook', to: 'drei.ipynb' }
  ]);
  expect(movedPaths(pipeline, 'work', 'two.ipynb', 'zwei.ipynb')).toEqual([]);
});

it('finds all nodes of files in a folder that was renamed, and no namesake', () => {
  expect(movedPaths(pipeline, 'work', 'work/books', 'library')).toEqual([
    { node: 'a', field: 'notebook', to: '../library/one.ipynb' },
    { node: 'c', field: 'file', to: '../library/inner.weft' }
  ]);
  expect(movedPaths(pipeline, 'work', 'work/book', 'library')).toEqual([]);
});

it('says where a file is now, when it was moved', () => {
  expect(movedPath('two.ipynb', 'work', 'work/two.ipynb', 'work/zwei.ipynb')).toBe('zwei.ipynb');
  expect(movedPath('books/one.ipynb', 'work', 'work/books', 'library')).toBe('../library/one.ipynb');
  expect(movedPath('two.ipynb', 'work', 'two.ipynb', 'zwei.ipynb')).toBeUndefined();
});

it('takes renames of what was renamed before as one', () => {
  const waiting = [
    { from: 'w/a.ipynb', to: 'w/b.ipynb' },
    { from: 'w/x.ipynb', to: 'w/y.ipynb' }
  ];
  const both = (from: string, to: string) => renamedAgain(waiting, { from, to }).map(again => again.both);
  expect(both('w/b.ipynb', 'w/c.ipynb')).toEqual([{ from: 'w/a.ipynb', to: 'w/c.ipynb' }]);
  expect(both('w', 'v')).toEqual([
    { from: 'w/a.ipynb', to: 'v/b.ipynb' },
    { from: 'w/x.ipynb', to: 'v/y.ipynb' }
  ]);
  expect(both('w/a.ipynb', 'w/c.ipynb')).toEqual([]);
});
