import { expect, it } from 'vitest';
import { cells, container, findings, flowOf, found, port } from '../testing/flow';
import { unboundInput } from './unbound-input';

const writtenIn = { notebook: 'a.ipynb', cell: 'c3', index: 2 };

it('is content with inputs that are fed or may stay empty', () => {
  const inputs = [port('a', 'integer', { binding: { value: 1 } }), port('b', 'string', { optional: true })];
  expect(found(unboundInput, flowOf({ n: [container(), { inputs }] }))).toEqual([]);
});

it('refuses inputs that nothing feeds', () => {
  const flow = flowOf({ n: [container(), { inputs: [port('a', 'integer')] }] });
  expect(found(unboundInput, flow)).toEqual(['error n inputs.a']);
  expect(findings(unboundInput, flow)[0].message).toContain('“Score” needs a');
});

it('says which cell writes a name when that cell is in no node', () => {
  const flow = flowOf({ n: [cells(), { inputs: [port('df', 'Artifact', { derived: true, writtenIn })] }] });
  expect(found(unboundInput, flow)).toEqual(['error n inputs.df']);
  const [{ message, fix }] = findings(unboundInput, flow);
  expect(message).toBe('“Train” needs df, written in cell 3, which is not in the pipeline.');
  expect(fix).toContain('Add cell 3 of a.ipynb');
});

it('warns when code of the node that cannot be followed may bind the name', () => {
  const inputs = [port('q', 'Artifact', { derived: true, optional: true })];
  expect(found(unboundInput, flowOf({ n: [cells(), { inputs, opaque: true }] }))).toEqual([
    'warning n inputs.q'
  ]);
});

it('does not ask for an assignment that is there', () => {
  const inputs = [port('q', 'Artifact', { derived: true, optional: true })];
  const literals = [{ name: 'q', value: 7, cell: 1, id: 'c1', line: 1, code: 'q = 7', tagged: true }];
  expect(found(unboundInput, flowOf({ n: [cells(), { inputs, opaque: true, literals }] }))).toEqual([]);
});

it('warns when the name is only maybe needed', () => {
  const inputs = [port('df', 'Artifact', { derived: true, optional: true, writtenIn })];
  expect(found(unboundInput, flowOf({ n: [cells(), { inputs }] }))).toEqual(['warning n inputs.df']);
});
