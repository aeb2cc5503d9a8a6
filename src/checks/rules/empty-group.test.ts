import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { emptyGroup } from './empty-group';

it.each(['loop', 'branch', 'choice', 'exit-handler', 'pipeline'] as const)('refuses an empty %s', kind => {
  const note = { kind: 'note' as const, text: '', group: 'g' };
  expect(found(emptyGroup, drawn({ g: { kind }, n: note }))).toEqual(['error g kind']);
  expect(found(emptyGroup, drawn({ g: { kind }, a: container({ group: 'g' }) }))).toEqual([]);
});

it('leaves files that cannot be read to their own rule', () => {
  expect(found(emptyGroup, drawn({ g: { kind: 'pipeline', file: 'x.weft' } }))).toEqual([]);
});
