import { expect, test } from 'vitest';
import { Retry } from './retry';
import { Paced, type Timers } from './timers';

/** Time that passes when the test says so. */
class Clock implements Timers {
  chance = 0;
  readonly waiting: { delay: number; run: () => void }[] = [];

  after(delay: number, run: () => void): () => void {
    const entry = { delay, run };
    this.waiting.push(entry);
    return () => void this.waiting.splice(this.waiting.indexOf(entry), 1);
  }

  random(): number {
    return this.chance;
  }

  /** Ends the wait that is there; returns how long it was. */
  pass(): number {
    const [{ delay, run }] = this.waiting.splice(0, 1);
    run();
    return delay;
  }
}

test('tries come later and later, up to half a minute, and never all at once', () => {
  const clock = new Clock();
  let tries = 0;
  const retry = new Retry(clock, () => tries++);
  const delays = (count: number) =>
    Array.from({ length: count }, () => {
      retry.later();
      return clock.pass();
    });
  expect(delays(9)).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, 15_000]);
  retry.reset();
  clock.chance = 0.5;
  expect(delays(2)).toEqual([150, 300]);
  retry.later(5000);
  expect([clock.pass(), tries]).toEqual([5600, 12]);
});

test('a try is waited for once, and may be called off', () => {
  const clock = new Clock();
  const retry = new Retry(clock, () => undefined);
  retry.later();
  retry.later();
  expect(clock.waiting.length).toBe(1);
  retry.cancel();
  expect(clock.waiting.length).toBe(0);
});

test('what is asked for often is done once in an interval', () => {
  const clock = new Clock();
  let done = 0;
  const paced = new Paced(clock, 50, () => done++);
  paced.ask();
  paced.ask();
  expect([clock.waiting.length, clock.pass(), done]).toEqual([1, 50, 1]);
  paced.ask();
  paced.dispose();
  paced.ask();
  expect([clock.waiting.length, done]).toEqual([0, 1]);
});
