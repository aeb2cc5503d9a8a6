import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, cancelRun, LOG_LINES, parseEvent, type Run, type RunEvent, startRun } from './index';

const start = (run = ['a', 'b'], skipped: { node: string; reason: string }[] = []) =>
  startRun('r1', 'demo', 100, { run, skipped });
const after = (events: RunEvent[], run = start()) => events.reduce(applyEvent, run);
const states = (run: Run) => Object.fromEntries([...run.steps].map(([id, { state }]) => [id, state]));

const ends = (node: string, state: 'succeeded' | 'failed', time: number): RunEvent =>
  state === 'failed'
    ? {
        event: 'step-ended',
        time,
        node,
        state,
        message: 'ValueError: bad',
        failure: { notebook: 'a.ipynb', cell: 'c1', line: 2 }
      }
    : { event: 'step-ended', time, node, state, outputs: { loss: 0.5 } };

describe('a run', () => {
  it('begins with all its steps, and those that are left out with the reason', () => {
    const run = start(['a'], [{ node: 'c', reason: 'No engine.' }]);
    expect(run.state).toBe('waiting');
    expect(states(run)).toEqual({ a: 'waiting', c: 'skipped' });
    expect(run.steps.get('c')?.message).toBe('No engine.');
  });

  it('follows its steps', () => {
    let run = after([{ event: 'run-started', time: 110, steps: ['a', 'b'] }]);
    expect([run.state, run.started, states(run)]).toEqual(['running', 110, { a: 'waiting', b: 'waiting' }]);
    run = after(
      [
        { event: 'step-started', time: 120, node: 'a' },
        { event: 'step-log', time: 121, node: 'a', text: 'one' },
        { event: 'step-log', time: 122, node: 'a', text: 'two' }
      ],
      run
    );
    expect(run.steps.get('a')).toEqual({
      node: 'a',
      state: 'running',
      started: 120,
      log: ['one', 'two'],
      outputs: {}
    });
    run = after([ends('a', 'succeeded', 130), ends('b', 'failed', 150)], run);
    expect(run.steps.get('a')).toMatchObject({ state: 'succeeded', ended: 130, outputs: { loss: 0.5 } });
    expect(run.steps.get('b')).toMatchObject({
      state: 'failed',
      message: 'ValueError: bad',
      failure: { notebook: 'a.ipynb', cell: 'c1', line: 2 }
    });
    run = after([{ event: 'run-ended', time: 160, state: 'failed', message: 'b failed' }], run);
    expect(run).toMatchObject({ state: 'failed', ended: 160, message: 'b failed' });
  });

  it('leaves the run that was given as it is', () => {
    const run = start();
    const before = structuredClone(run);
    after([{ event: 'step-started', time: 1, node: 'a' }, ends('a', 'succeeded', 2)], run);
    expect(run).toEqual(before);
  });

  it('ends steps with it: what ran is cancelled, what waited is skipped or cancelled', () => {
    const running = after([{ event: 'step-started', time: 1, node: 'a' }]);
    expect(states(cancelRun(running, 5))).toEqual({ a: 'cancelled', b: 'cancelled' });
    const failed = applyEvent(running, { event: 'run-ended', time: 5, state: 'failed' });
    expect(states(failed)).toEqual({ a: 'cancelled', b: 'skipped' });
  });

  it('is not cancelled after its end', () => {
    const done = after([ends('a', 'succeeded', 2), { event: 'run-ended', time: 3, state: 'succeeded' }]);
    expect(cancelRun(done, 9)).toBe(done);
  });

  it('shows a step that nobody announced', () => {
    expect(states(after([{ event: 'step-started', time: 1, node: 'new' }])).new).toBe('running');
  });

  it('keeps the last lines of output', () => {
    const lines = Array.from({ length: LOG_LINES + 5 }, (_, i): RunEvent => {
      return { event: 'step-log', time: i, node: 'a', text: `${i}` };
    });
    const { log } = after(lines).steps.get('a') ?? { log: [] };
    expect([log.length, log[0], log.at(-1)]).toEqual([LOG_LINES, '5', `${LOG_LINES + 4}`]);
  });

  it('has the same states whatever the order in which its events come, and when they come twice', () => {
    const nodes = ['a', 'b', 'c', 'd'];
    const step = fc.record({
      started: fc.boolean(),
      ended: fc.option(fc.constantFrom('succeeded' as const, 'failed' as const))
    });
    const end = fc.constantFrom('succeeded' as const, 'failed' as const, 'cancelled' as const);
    const history = fc
      .tuple(fc.array(step, { minLength: 4, maxLength: 4 }), fc.option(end))
      .map(([steps, over]) => {
        const events: RunEvent[] = [{ event: 'run-started', time: 110, steps: nodes }];
        steps.forEach(({ started, ended }, i) => {
          if (started) {
            events.push({ event: 'step-started', time: 120 + i, node: nodes[i] });
          }
          if (ended) {
            events.push(ends(nodes[i], ended, 140 + i));
          }
        });
        return over ? [...events, { event: 'run-ended' as const, time: 200, state: over }] : events;
      });
    const shuffled = history.chain(events =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })
      )
    );
    const summary = (run: Run) => [
      { ...run, steps: [] },
      [...run.steps].sort(([one], [other]) => (one < other ? -1 : 1))
    ];
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(summary(after(mixed, start(nodes)))).toEqual(summary(after(events, start(nodes))));
      }),
      { seed: 11, numRuns: 300 }
    );
  });
});

describe('parseEvent', () => {
  it('reads what a runner prints', () => {
    const events: RunEvent[] = [
      { event: 'run-started', time: 1, steps: ['a'] },
      { event: 'step-log', time: 1.5, node: 'a', text: 'ä' },
      ends('a', 'failed', 2)
    ];
    expect(events.map(event => parseEvent(JSON.stringify(event)))).toEqual(events);
  });

  it('takes nothing else', () => {
    const lines = [
      '',
      'hello',
      'null',
      '{}',
      '{"event":"step-started","time":"1","node":"a"}',
      '{"event":"step-ended","time":1,"node":"a","state":"fine"}'
    ];
    expect(lines.map(parseEvent)).toEqual(lines.map(() => undefined));
  });
});
