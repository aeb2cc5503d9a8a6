import { beforeEach, expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { CellsNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { PipelineEditError } from './edit-error';
import { followToNotebook, replaceCell } from './follow-cells';

const ref = (id: string) => ({ id, hash: `h-${id}` });
let doc: SharedPipeline;
beforeEach(() => {
  doc = createSharedPipeline();
  doc.load({
    ...newPipeline({ id: 'x', name: 'start' }),
    nodes: {
      fit: { kind: 'cells', notebook: 'a.ipynb', cells: ['a', 'b', 'c'].map(ref), pool: 'gpu' },
      load: { kind: 'cells', notebook: 'a.ipynb', cells: [ref('d')] }
    },
    layout: { fit: [10, 20] }
  });
});
const node = (id: string) => doc.pipeline.nodes[id] as CellsNode;
const ids = (id: string) => node(id).cells.map(cell => cell.id);

test('pieces take the place of the cell they come from, and none take it out', () => {
  replaceCell(doc, 'fit', 'b', [ref('b1'), ref('b'), ref('c')]);
  expect(ids('fit')).toEqual(['a', 'b1', 'b', 'c']);
  replaceCell(doc, 'fit', 'b1', []);
  expect(ids('fit')).toEqual(['a', 'b', 'c']);
  expect(() => replaceCell(doc, 'fit', 'z', [])).toThrow(PipelineEditError);
});

test('a node follows all of its cells to another notebook', () => {
  expect(followToNotebook(doc, 'load', 'b.ipynb', new Map([['d', ref('e')]]))).toBe('load');
  expect(node('load')).toEqual({ kind: 'cells', notebook: 'b.ipynb', cells: [ref('e')] });
});

test('some of its cells get a node of their own, as one step that can be undone', () => {
  const id = followToNotebook(doc, 'fit', 'b.ipynb', new Map([['b', ref('e')]]));
  expect(ids('fit')).toEqual(['a', 'c']);
  expect(node(id)).toEqual({ kind: 'cells', notebook: 'b.ipynb', cells: [ref('e')], pool: 'gpu' });
  expect(doc.pipeline.layout[id]).toEqual([50, 60]);
  doc.undoManager.undo();
  expect(ids('fit')).toEqual(['a', 'b', 'c']);
  expect(doc.pipeline.nodes[id]).toBeUndefined();
});
