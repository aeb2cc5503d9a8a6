import { expect, it } from 'vitest';
import { container, findings, flowOf, found } from '../testing/flow';
import { duration } from './duration';

const timed = (timeout?: string, backoff?: string, maxBackoff?: string) =>
  flowOf({
    a: container({
      ...(timeout !== undefined && { timeout }),
      retry: {
        max: 2,
        ...(backoff !== undefined && { backoff }),
        ...(maxBackoff !== undefined && { maxBackoff })
      }
    })
  });

it('is content with durations', () => {
  expect(found(duration, timed())).toEqual([]);
  expect(found(duration, timed('2h30m', '0s', '1h'))).toEqual([]);
});

it.each(['soon', '', '0s', '5 parsecs'])('refuses the timeout “%s”', timeout => {
  expect(found(duration, timed(timeout))).toEqual(['error a timeout']);
});

it('refuses waits that are none', () => {
  expect(found(duration, timed(undefined, 'x', 'y'))).toEqual([
    'error a retry.backoff',
    'error a retry.maxBackoff'
  ]);
});

it('warns when the first wait is longer than the longest', () => {
  expect(found(duration, timed(undefined, '2m', '1m'))).toEqual(['warning a retry.backoff']);
  expect(findings(duration, timed(undefined, '2m', '1m'))[0].message).toContain('2m');
});

it('looks at the retries of sub-pipelines too', () => {
  const flow = flowOf({ g: { kind: 'pipeline', retry: { max: 1, backoff: 'soon' } } });
  expect(found(duration, flow)).toEqual(['error g retry.backoff']);
});
