import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadProject } from './project';
import { type LocalRunOptions, runLocal } from './run-local';

const CELLS = {
  load: 'epochs = 2\nrows = [1, 2, 3] * epochs',
  train: 'model = {"rows": rows}\nloss = 0.5 + epochs',
  fail: 'print("looking")\nmodel["weight"]',
  slow: 'import os, time\nprint(os.getpid())\nopen(str(os.getpid()) + ".pid", "w").close()\ntime.sleep(60)',
  read: 'text = open("data.txt").read()'
};

const cellsNode = (id: string, more: object = {}) => ({
  kind: 'cells',
  title: id,
  notebook: 'n.ipynb',
  cells: [{ id, hash: '' }],
  ...more
});

describe('runLocal', () => {
  let folder: string;
  let path: string;
  let out: string;
  let err: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weft-cli-'));
    path = join(folder, 'p.weft');
    const cells = Object.entries(CELLS).map(([id, source]) => {
      return { id, cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null };
    });
    const notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { language_info: { name: 'python' } },
      cells
    };
    writeFileSync(join(folder, 'n.ipynb'), JSON.stringify(notebook));
    out = err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation(text => ((out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation(text => ((err += String(text)), true));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const run = async (nodes: object, options: Partial<LocalRunOptions> = {}) => {
    const parameters = { epochs: { type: 'integer', default: 3 } };
    writeFileSync(path, JSON.stringify({ weft: 1, id: 'abc', name: 'demo', parameters, nodes }));
    return runLocal(await loadProject(path), { param: [], ...options });
  };
  const inputs = { epochs: { type: 'integer', from: { parameter: 'epochs' } } };
  const train = {
    load: cellsNode('load', { inputs }),
    train: cellsNode('train', { inputs, outputs: { loss: { type: 'number' } } })
  };
  const score = { kind: 'container', image: 'score:1', command: ['score'], after: ['train'] };

  it('runs what this machine can, and gives values as lines or as JSON', async () => {
    expect(await run({ ...train, score })).toBe(0);
    expect(out).toBe('train.loss = 3.5\n');
    const lines = err.replace(/\d+\.\d s/g, '? s').split('\n');
    expect(lines).toEqual([
      'score  skipped Containers need a container engine, which local runs do not use.',
      'load   running…',
      'load   succeeded ? s',
      'train  running…',
      'train  succeeded ? s',
      ''
    ]);
    expect(readdirSync(folder).sort()).toEqual(['n.ipynb', 'p.weft']);

    out = '';
    const keep = join(folder, 'kept');
    expect(await run(train, { param: ['epochs=5'], json: true, keep, until: 'train' })).toBe(0);
    const record = (step: string) => ({
      notebook: expect.stringMatching(new RegExp(`kept/.*/${step}/weft_notebook$`)) as string,
      report: expect.stringMatching(new RegExp(`kept/.*/${step}/weft_report$`)) as string
    });
    expect(JSON.parse(out)).toEqual({
      state: 'succeeded',
      steps: {
        load: { state: 'succeeded', outputs: {}, record: record('load') },
        train: { state: 'succeeded', outputs: { loss: 5.5 }, record: record('train') }
      }
    });
    const files = readdirSync(keep, { recursive: true }).map(String);
    expect(files.some(file => file.endsWith('load/rows'))).toBe(true);
  }, 60_000);

  it('names the cell and line of a failure', async () => {
    expect(await run({ ...train, fail: cellsNode('fail') }, { json: true })).toBe(1);
    const { state, steps } = JSON.parse(out);
    expect(state).toBe('failed');
    expect(steps.fail.failure).toEqual({ notebook: 'n.ipynb', cell: 'fail', line: 2 });
    expect(err).toContain("fail   failed KeyError: 'weight'\n    looking\n");
    expect(err).toContain('  File "<n.ipynb cell 3>", line 2, in <module>');
    expect(err).toContain(`${path}: fail failed: KeyError: 'weight'\n`);
  }, 60_000);

  it('reads files beside the notebook', async () => {
    writeFileSync(join(folder, 'data.txt'), 'hello');
    expect(await run({ read: cellsNode('read', { outputs: { text: { type: 'string' } } }) })).toBe(0);
    expect(out).toBe('read.text = "hello"\n');
  }, 60_000);

  it('ends the processes of an interrupted run', async () => {
    vi.stubEnv('TMPDIR', folder);
    const ended = run({ slow: cellsNode('slow') });
    const pid = () => readdirSync(folder).find(name => name.endsWith('.pid'));
    await vi.waitUntil(pid, { timeout: 50_000 });
    process.emit('SIGINT');
    expect(await ended).toBe(130);
    expect(err).toContain('slow  cancelled');
    expect(existsSync(`/proc/${parseInt(pid() ?? '')}`)).toBe(false);
    expect(readdirSync(folder).filter(name => name.startsWith('weft-run-'))).toEqual([]);
  }, 60_000);

  it('says what stands in the way before anything runs', async () => {
    await expect(run(train, { until: 'nope' })).rejects.toThrow('has no node nope; its nodes: load, train.');
    await expect(run(train, { param: ['nope=1'] })).rejects.toThrow('the pipeline has no parameter nope');
    await expect(run(train, { python: '/nowhere/python' })).rejects.toThrow('/nowhere/python cannot be run.');
    expect(await run({ score: { ...score, after: [] } })).toBe(1);
    expect(err).toContain('no node of it can run on this machine.');
    err = '';
    expect(await run({ train: cellsNode('train') })).toBe(1);
    expect(err).toContain('error');
  }, 60_000);

  it('says how to get kfp', async () => {
    const python = join(folder, 'bare-python');
    writeFileSync(python, '#!/bin/sh\nexec python3 -I -S "$@"\n', { mode: 0o755 });
    await expect(run(train, { python })).rejects.toThrow(
      'kfp is not installed here; install it with: pip install "jupyterlab-weft[local]"'
    );
    expect(readFileSync(path, 'utf8')).toContain('demo');
  }, 60_000);
});
