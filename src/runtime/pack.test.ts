import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ARGUMENT_BYTES, packStep, StepTooLargeError, unpackStep, type PackedStep } from './index';
import { RUNTIMES } from './step-runtime';

const step: PackedStep = {
  notebook: 'a.ipynb',
  prelude: [{ cell: 'p', startLine: 2, source: 'import math', index: 0 }],
  cells: [{ id: 'c', index: 2, source: 'y = math.sqrt(x)\nprint("√", y, "$(HOME) $$ {{$.x}} python3")' }],
  inputs: { x: { type: 'integer', artifact: false } },
  outputs: { y: { type: 'number', artifact: false } },
  magics: false
};

describe('packStep', () => {
  it('has the shape that the subprocess runner of the SDK takes', () => {
    const { command, args } = packStep(step);
    expect(command.some(part => part.includes('kfp.dsl.executor_main'))).toBe(true);
    expect(command[0]).toBe('sh');
    expect(args).toEqual(['{{$}}']);
  });

  const runtimeBytes = (more: Partial<PackedStep>) => atob(packStep({ ...step, ...more }).command[3]).length;

  it.each(Object.entries(RUNTIMES))('holds the runtime with %j to 8 kB', (_, runtime) => {
    expect(atob(runtime).length).toBeLessThanOrEqual(8192);
  });

  it('carries one of the runtimes, whatever the step', () => {
    const ports: PackedStep['outputs'][] = [{}, { m: { type: 'Metrics', artifact: true } }];
    const steps = ports.flatMap(outputs => [false, true].map(magics => ({ magics, outputs })));
    const carried = steps.map(more => packStep({ ...step, ...more }).command[3]);
    expect(new Set(carried)).toEqual(new Set(Object.values(RUNTIMES)));
  });

  it('carries what a step needs and no more', () => {
    const file = { file: { type: 'Dataset', artifact: true, file: 'a.csv' } };
    const steps = [{ inputs: file }, { outputs: file }, { magics: true }];
    steps.forEach(more => expect(runtimeBytes(more)).toBeGreaterThan(runtimeBytes({})));
  });

  it('packs equal steps to equal bytes, whatever the order of their ports', () => {
    const port = { type: 'Model', artifact: true };
    const one = packStep({ ...step, outputs: { a: port, b: port } });
    const other = packStep({ ...step, outputs: { b: port, a: port } });
    expect(other).toEqual(one);
  });

  it('lets nothing of the code meet those who rewrite commands', () => {
    const [, , , runtime, packed] = packStep(step).command;
    expect(runtime + packed).toMatch(/^[A-Za-z0-9+/=]+$/);
  });

  it('gives back what it packed', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.nat(), (notebook, source, index) => {
        const packed = { ...step, notebook, cells: [{ id: 'c', index, source }] };
        expect(unpackStep(packStep(packed).command)).toEqual(packed);
      }),
      { seed: 7, numRuns: 100 }
    );
  });

  it('tells a whole notebook from a step of cells that is not one', () => {
    const whole = { ...step, whole: { parameters: ['c'] } };
    expect(unpackStep(packStep(whole).command)).toEqual(whole);
    expect(unpackStep(packStep(step).command)).not.toHaveProperty('whole');
  });

  it('does not unpack the command of somebody else', () => {
    expect(unpackStep(['sh', '-c', 'echo', 'a', 'b'])).toBeUndefined();
  });

  it('refuses code that does not fit into one argument, and says how much it is', () => {
    let seed = 1;
    const noise = Array.from({ length: MAX_ARGUMENT_BYTES }, () => (seed = (seed * 48271) % 2147483647) % 10);
    const cells = [{ id: 'c', index: 0, source: noise.join('') + noise.reverse().join('') }];
    const pack = () => packStep({ ...step, cells });
    expect(pack).toThrow(StepTooLargeError);
    expect(pack).toThrow(/a\.ipynb takes \d+ bytes/);
  });
});

describe('a packed step', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weft-pack-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs with nothing but Python', () => {
    const { command } = packStep(step);
    const outputFile = join(folder, 'out.json');
    const input = JSON.stringify({ inputs: { parameterValues: { x: 9 } }, outputs: { outputFile } });
    const done = spawnSync(command[0], [...command.slice(1), input], { encoding: 'utf8' });
    expect(done.stderr).toBe('');
    expect(done.stdout).toBe('√ 3.0 $(HOME) $$ {{$.x}} python3\n');
    expect(JSON.parse(readFileSync(outputFile, 'utf8')).parameterValues).toEqual({ y: 3 });
  });
});
