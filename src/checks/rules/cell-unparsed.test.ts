import { expect, it } from 'vitest';
import type { FlowCell } from '../../flow';
import { cells, findings, flowOf, found, notebook } from '../testing/flow';
import { cellUnparsed } from './cell-unparsed';

const cell: FlowCell = { ref: { id: 'c1', hash: 'h' }, state: 'ok', index: 0, source: 'x = (' };

it('is content with cells that parse', () => {
  expect(found(cellUnparsed, flowOf({ a: [cells(), { cells: [cell] }] }))).toEqual([]);
});

it('refuses cells that do not, and says where', () => {
  const syntaxError = { message: 'unclosed bracket', line: 1, column: 4 };
  const flow = flowOf({ a: [cells(), { cells: [{ ...cell, state: 'unparsed', syntaxError }] }] });
  expect(found(cellUnparsed, flow)).toEqual(['error a cells']);
  const whole = flowOf({ a: [notebook(), { cells: [{ ...cell, state: 'unparsed', syntaxError }] }] });
  expect(found(cellUnparsed, whole)).toEqual(['error a notebook']);
  expect(findings(cellUnparsed, flow)[0].message).toContain(
    'cell 1 of a.ipynb, which is no Python at line 1: unclosed'
  );
});
