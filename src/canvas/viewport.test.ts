import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, viewOf, viewShowing } from './viewport';

const seen = (
  box: { x: number; y: number; width: number; height: number },
  view: { x: number; y: number; zoom: number }
) => ({
  left: box.x * view.zoom + view.x,
  top: box.y * view.zoom + view.y,
  right: (box.x + box.width) * view.zoom + view.x,
  bottom: (box.y + box.height) * view.zoom + view.y
});
const place = fc.integer({ min: -3000, max: 3000 });

describe('views', () => {
  it('has no box around nothing', () => {
    expect(boxAround([])).toBeUndefined();
  });

  it('fits a box into the window, never larger than it is', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        const box = { x, y, width: 2000, height: 300 };
        const view = viewOf(box, 1000, 600);
        const { left, right, top, bottom } = seen(box, view);
        expect(view.zoom).toBeLessThanOrEqual(1);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(1000);
        expect(bottom).toBeLessThanOrEqual(600);
      }),
      { seed: 7 }
    );
  });

  it('moves a node into view, and not at all when it is there', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        const box = { x, y, width: 232, height: 120 };
        const view = viewShowing(box, { x: 0, y: 0, zoom: 1 }, 1000, 600);
        const { left, right, top, bottom } = seen(box, view);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(1000);
        expect(bottom).toBeLessThanOrEqual(600);
        expect(viewShowing(box, view, 1000, 600)).toBe(view);
      }),
      { seed: 7 }
    );
  });
});
