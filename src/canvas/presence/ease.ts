/** How long a thing takes to come two thirds of its way, in milliseconds: about the time between two states. */
const PACE = 50;
/** Nearer than this it is there, in flow units. */
const NEAR = 0.5;

export interface Place {
  x: number;
  y: number;
}

/** Where a thing is after some milliseconds on its way to a place; `to` itself when it is there. */
export function eased(from: Place, to: Place, ms: number): Place {
  const part = isCalm() ? 1 : 1 - Math.exp(-ms / PACE);
  const next = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  return Math.abs(to.x - next.x) < NEAR && Math.abs(to.y - next.y) < NEAR ? to : next;
}

const isCalm = () =>
  typeof window === 'object' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Calls `step` once per frame, with the milliseconds since the last, until it returns false.
 * @returns `start`, which does nothing while it runs, and `stop`
 */
export function frames(step: (ms: number) => boolean): { start(): void; stop(): void } {
  let request = 0;
  let last = 0;
  const run = (now: number): void => {
    const ms = last === 0 ? 16 : now - last;
    last = now;
    request = step(ms) ? requestAnimationFrame(run) : 0;
  };
  return {
    start: () => {
      if (request === 0) {
        last = 0;
        request = requestAnimationFrame(run);
      }
    },
    stop: () => {
      cancelAnimationFrame(request);
      request = 0;
    }
  };
}
