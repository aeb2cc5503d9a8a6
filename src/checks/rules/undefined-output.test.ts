import { expect, it } from 'vitest';
import type { FlowCell } from '../../flow';
import type { NotebookNode } from '../../pipeline';
import { cells, type Facts, findings, flowOf, found, notebook } from '../testing/flow';
import { undefinedOutput } from './undefined-output';

const cell: FlowCell = { ref: { id: 'c1', hash: 'h' }, state: 'ok', index: 0, source: 'x = 1' };
const names = [{ cell: 'c1', reads: [], makes: ['x', 'f'], writes: [] }];
const facts: Facts = { cells: [cell], offers: ['x'], names };
const of = (outputs: NotebookNode['outputs'], more: Facts = {}) =>
  flowOf({ a: [notebook({ outputs }), { ...facts, ...more }] });

it('is content with names that are there at the end, and with files', () => {
  expect(found(undefinedOutput, of({ x: { type: 'integer' } }))).toEqual([]);
  expect(found(undefinedOutput, of({ table: { type: 'Dataset', file: 'out.csv' } }))).toEqual([]);
  expect(found(undefinedOutput, of({ _: { type: 'Artifact' } }, { offers: ['_'] }))).toEqual([]);
});

it('refuses names that no cell defines, of a notebook and of cells', () => {
  const flow = of({ y: { type: 'integer' } });
  expect(found(undefinedOutput, flow)).toEqual(['error a outputs.y']);
  expect(findings(undefinedOutput, flow)[0].message).toBe(
    '“Report” gives y, which none of its cells defines.'
  );
  const some = flowOf({ a: [cells({ outputs: { y: { type: 'integer' } } }), facts] });
  expect(found(undefinedOutput, some)).toEqual(['error a outputs.y']);
});

it('refuses the value of a last expression where there is none', () => {
  expect(findings(undefinedOutput, of({ _: { type: 'Artifact' } }))[0].message).toContain('ends with none');
});

it('warns of definitions, which are no values', () => {
  expect(found(undefinedOutput, of({ f: { type: 'Artifact' } }))).toEqual(['warning a outputs.f']);
});

it('says nothing of cells that it cannot follow, or that were not read', () => {
  const outputs: NotebookNode['outputs'] = { y: { type: 'integer' } };
  expect(found(undefinedOutput, of(outputs, { opaque: true }))).toEqual([]);
  expect(found(undefinedOutput, of(outputs, { cells: [] }))).toEqual([]);
  expect(found(undefinedOutput, of(outputs, { cells: [{ ...cell, state: 'unparsed' }] }))).toEqual([]);
});
