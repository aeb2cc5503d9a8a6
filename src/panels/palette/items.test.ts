import { expect, it } from 'vitest';
import { ACTIONS } from '../../actions';
import { PALETTE_SECTIONS } from './items';

const items = PALETTE_SECTIONS.flatMap(section => section.items);

it('adds each item by an action there is', () => {
  const known = ACTIONS.filter(action => action.writes).map(({ id }) => id);
  expect(items.map(({ action }) => action).filter(id => !known.includes(id))).toEqual([]);
});

it('has each item once', () => {
  expect(new Set(items.map(({ action }) => action)).size).toBe(items.length);
});
