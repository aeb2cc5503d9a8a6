import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { itemField } from './item-field';

const reading = (field: string, items: unknown[]) =>
  drawn({
    l: { kind: 'loop', items: { value: items } },
    a: container({ group: 'l', inputs: { x: { type: 'string', from: { item: 'l', field } } } })
  });

it('takes fields that all items have', () => {
  expect(found(itemField, reading('a', [{ a: 'x' }, { a: 'y', b: 1 }]))).toEqual([]);
});

it('refuses odd names, and fields that an item lacks', () => {
  expect(found(itemField, reading('a-b', [{ 'a-b': 'x' }]))).toEqual(['error a inputs.x']);
  expect(found(itemField, reading('a', [{ a: 'x' }, {}]))).toEqual(['error a inputs.x']);
});
