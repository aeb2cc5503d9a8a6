import { describe, expect, it } from 'vitest';
import { linked, plansApart, told } from './testing/linked';

const MAKER =
  'import logging\ndef get_logger(name):\n    l = logging.getLogger(name)\n' +
  '    l.addHandler(logging.StreamHandler())\n    return l';

/** The first lines of what the last step copies. */
const copied = (...cells: string[]): string[] =>
  plansApart(cells)
    .at(-1)!
    .prelude.map(({ source }) => source.split('\n')[0]);

describe('a logger that a function of the notebook gives', () => {
  it('is asked for again in each step, with its level and handlers', () => {
    const cells = [MAKER, 'log = get_logger("a")', 'log.info("x")'];
    expect(linked(cells).edges.map(told)).toContain('1>2 log hoist');
    expect(copied(...cells)).toEqual(['import logging', 'def get_logger(name):', 'log = get_logger("a")']);
    expect(
      copied('import logging\ndef ask(n):\n    return logging.getLogger(n)', 'log = ask("a")', 'log')
    ).toContain('log = ask("a")');
  });

  it.each([
    [MAKER, 'log, x = get_logger("a"), f()', 'log'],
    [MAKER, 'if f():\n    log = get_logger("a")', 'log'],
    [MAKER, 'with f():\n    log = get_logger("a")\n    g()', 'log'],
    ['def get_logger(n):\n    l = make(n)\n    return l', 'log = get_logger("a")', 'log']
  ])('is a value where more goes with it, or it may be another thing: %s ‖ %s', (...cells) => {
    expect(linked(cells).edges.map(told)).toContain('1>2 log data');
  });
});
