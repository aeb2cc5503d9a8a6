import { YNotebook } from '@jupyter/ydoc';
import type { JSONObject } from '@lumino/coreutils';
import { expect, it } from 'vitest';
import { writeMarks } from './step-keeper';

const MARK = { pipeline: 'p', node: 'n', step: 'Load' };

function notebook(...weft: unknown[]): YNotebook {
  const model = YNotebook.create();
  model.insertCells(
    0,
    weft.map((mark, i) => ({
      cell_type: 'code' as const,
      id: `c${i}`,
      source: '',
      metadata: mark === undefined ? {} : { weft: mark as JSONObject }
    }))
  );
  model.undoManager.clear();
  return model;
}
const kept = (model: YNotebook) => model.cells.map(cell => cell.getMetadata('weft'));

it('writes the steps of a pipeline, takes them out again, and leaves those of others', () => {
  const other = { pipeline: 'q', node: 'n', step: 'Else' };
  const model = notebook(undefined, other, MARK);
  writeMarks(model, 'p', new Map([['c0', MARK]]));
  expect(kept(model)).toEqual([MARK, other, undefined]);
  writeMarks(model, 'p', new Map([['c0', { ...MARK, step: 'Read' }]]));
  expect(kept(model)[0]).toEqual({ ...MARK, step: 'Read' });
  writeMarks(model, 'p', new Map());
  expect(kept(model)).toEqual([undefined, other, undefined]);
});

it('writes nothing when all is as it is, and nothing that undoing in the notebook takes back', () => {
  const model = notebook(undefined, MARK);
  writeMarks(
    model,
    'p',
    new Map([
      ['c0', MARK],
      ['c1', MARK]
    ])
  );
  expect(model.canUndo()).toBe(false);
  let changes = 0;
  model.changed.connect(() => changes++);
  writeMarks(
    model,
    'p',
    new Map([
      ['c0', MARK],
      ['c1', MARK]
    ])
  );
  expect(changes).toBe(0);
});
