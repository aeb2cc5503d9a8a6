import { expect, it } from 'vitest';
import { layoutNewest } from './client';

it('does the work itself where there are no workers', async () => {
  const box = { x: 3, y: 4, width: 100, height: 50 };
  expect(await layoutNewest({ nodes: [{ id: 'a', group: '', box }], edges: [] })).toEqual({ a: [3, 4] });
});
