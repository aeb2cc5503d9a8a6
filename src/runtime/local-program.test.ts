import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { EVENT_PREFIX, localProgram } from './index';

describe('localProgram', () => {
  it('hands every character to Python, and says in an event why a run cannot begin', () => {
    const spec = 'name: "ä ☃ 😀 \\\\"\n\'\'\'"""';
    const code = localProgram(spec, { train: 'n1' }).replace("_weft['run_in_kernel']", '_got');
    const python = `_got = lambda *args: print(ascii(args))\n${code}`;
    const done = spawnSync('python3', ['-'], { input: python, encoding: 'utf8' });
    expect(done.stderr).toBe('');
    const text = `name: "\\xe4 \\u2603 \\U0001f600 \\\\\\\\"\\n\\'\\'\\'"""`;
    expect(done.stdout).toBe(`('${text}', {}, {'train': 'n1'})\n`);

    const refused = spawnSync('python3', ['-'], { input: localProgram(spec, {}), encoding: 'utf8' });
    expect(refused.stdout.startsWith(EVENT_PREFIX)).toBe(true);
    const event = JSON.parse(refused.stdout.slice(EVENT_PREFIX.length));
    expect(event).toMatchObject({ event: 'run-ended', state: 'failed' });
  });
});
