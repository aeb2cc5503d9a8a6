import { expect, it } from 'vitest';
import type { Binding } from '../../pipeline';
import { container, drawn, found } from '../testing/flow';
import { loopItems } from './loop-items';

const loop = (items?: Binding) =>
  drawn(
    { l: { kind: 'loop', ...(items && { items }) }, a: container({ group: 'l' }) },
    { parameters: { rows: { type: 'list' }, n: { type: 'integer' } } }
  );

it.each<Binding>([{ value: [1] }, { parameter: 'rows' }])('takes %j', items => {
  expect(found(loopItems, loop(items))).toEqual([]);
});

it.each<Binding | undefined>([undefined, { value: [] }, { value: 'abc' }, { parameter: 'n' }])(
  'refuses %j',
  items => {
    expect(found(loopItems, loop(items))).toEqual(['error l items']);
  }
);

it('leaves items that are gone to the rule of references', () => {
  expect(found(loopItems, loop({ parameter: 'gone' }))).toEqual([]);
});
