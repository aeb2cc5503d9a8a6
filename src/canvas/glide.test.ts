import { expect, it } from 'vitest';
import { glide } from './glide';

it.each([
  [{ clientWidth: 800, clientHeight: 600 }, false, 200],
  [{ clientWidth: 800, clientHeight: 600 }, true, 0],
  [{ clientWidth: 0, clientHeight: 600 }, false, 0],
  [{ clientWidth: 0, clientHeight: 0 }, false, 0],
  [null, false, 0]
])('moves the view of %j, calmly: %s, for %s ms', (canvas, isCalm, duration) => {
  expect(glide(canvas, isCalm).duration).toBe(duration);
});
