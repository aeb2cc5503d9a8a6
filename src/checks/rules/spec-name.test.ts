import { expect, it } from 'vitest';
import type { SpecNames } from '../../pipeline';
import { container, drawn, found } from '../testing/flow';
import { specName } from './spec-name';

const named = (names: SpecNames) => drawn({ a: container({ names }) });

it('takes names as the SDK makes them', () => {
  expect(found(specName, named({ task: 'train-2', component: 'comp-train-2' }))).toEqual([]);
});

it.each<[SpecNames, string]>([
  [{ task: 'Train' }, 'error a names.task'],
  [{ task: 'a_b' }, 'error a names.task'],
  [{ component: 'comp_a' }, 'error a names.component'],
  [{ component: 'system-x' }, 'error a names.component'],
  [{ task: 'a'.repeat(64) }, 'warning a names.task']
])('speaks of %j', (names, said) => expect(found(specName, named(names))).toEqual([said]));
