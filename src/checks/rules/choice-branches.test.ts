import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { choiceBranches } from './choice-branches';

const choice = { kind: 'choice' as const };
const branch = { kind: 'branch' as const, group: 'c' };

it('is content with branches, notes and what is in them', () => {
  const flow = drawn({
    c: choice,
    b: branch,
    x: container({ group: 'b' }),
    n: { kind: 'note', text: '', group: 'c' }
  });
  expect(found(choiceBranches, flow)).toEqual([]);
});

it('refuses what is in no branch', () => {
  const flow = drawn({ c: choice, b: branch, x: container({ group: 'c' }) });
  expect(found(choiceBranches, flow)).toEqual(['error x group']);
});
