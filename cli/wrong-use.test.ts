import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';
import { notebook, pipeline, shipWeft } from './testing/shipped';

const { folder, weft, write } = shipWeft();
const SUBCOMMANDS = ['analyze', 'check', 'compile', 'run'];
const NOTE = { a: { kind: 'note', text: 'x' } };

describe('the command', () => {
  it.each([[['--help']], [['help']], ...SUBCOMMANDS.map(name => [[name, '--help']])])(
    'tells how it is used: %s',
    args => {
      const { status, out, err } = weft(args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^Usage: weft /);
    }
  );

  it('tells its version', () => {
    expect(weft(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    [[], 'Usage: weft'],
    [['draw'], "weft: unknown command 'draw'"],
    [['check'], "weft: missing required argument 'pipeline'"],
    [['check', 'a.weft', 'b.weft'], 'weft: too many arguments'],
    [['check', '--nope', 'a.weft'], "weft: unknown option '--nope'"],
    [['check', 'a.weft', '--target', 'kfp-1'], "argument 'kfp-1' is invalid. Allowed choices are kfp-2.5,"],
    [['compile', 'a.weft', '-o'], "option '-o, --output <file>' argument missing"],
    [['run', 'a.weft'], 'weft: say where to run: weft run <pipeline> --local']
  ])('refuses wrong use: %s', (args, message) => {
    const { status, out, err } = weft(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('input that cannot be read', () => {
  const readers = SUBCOMMANDS.map(name => (name === 'run' ? [name, '--local'] : [name]));

  it.each(readers)('of %s is named in one sentence', (...command) => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    const said = (file: string) => {
      const { status, out, err } = weft([...command, file]);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      return err;
    };
    expect(said('nope')).toBe('weft: nope cannot be read: there is no such file or folder.\n');
    expect(said('sub')).toBe('weft: sub cannot be read: it is a folder.\n');
    expect(said('.node/web-tree-sitter.wasm')).toMatch(/cannot be read: it is no text in UTF-8\.\n$/);
  });

  it.each([
    ['broken JSON', '{\n  "weft": 1,\n}', 'weft: p.weft:3:1: a key in double quotes is expected here'],
    ['a newer file', '{\n  "weft": 99 }', 'weft: p.weft:2:11: made by a newer Weft'],
    [
      'another shape',
      '{ "weft": 1,\n"id": "a", "name": "a", "nodes": [] }',
      'weft: p.weft:2:34: nodes must be'
    ],
    ['no pipeline', '[1]', 'weft: p.weft:1:1: a pipeline file holds one object']
  ])('has its place: %s', (_what, text, message) => {
    write('p.weft', text);
    for (const command of [['check'], ['check', '--json'], ['compile'], ['run', '--local']]) {
      const { status, out, err } = weft([...command, 'p.weft']);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(message);
      expect(err.trimEnd()).not.toContain('\n');
    }
  });

  it('has its place in a notebook', () => {
    write('broken.ipynb', '{\n "cells": [}');
    const cells = [{ id: 'c', hash: '' }];
    write('p.weft', pipeline({ train: { kind: 'cells', title: 'Train', notebook: 'broken.ipynb', cells } }));
    const message = 'broken.ipynb is not valid JSON at line 2, column 12: unexpected "}".';
    expect(weft(['analyze', 'broken.ipynb', '--json'])).toEqual({
      status: 2,
      out: '',
      err: `weft: ${message}\n`
    });
    for (const command of [['check'], ['compile'], ['run', '--local']]) {
      const { status, out, err } = weft([...command, 'p.weft']);
      expect(status).toBe(2);
      expect(out + err).toContain(message);
    }
    const { status, out } = weft(['check', 'p.weft', '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(out).problems).toContainEqual(
      expect.objectContaining({ rule: 'notebook-unreadable', node: 'train', field: 'notebook' })
    );
  });

  it('has its place in a catalog', () => {
    write('p.weft', pipeline(NOTE));
    write('broken.yaml', 'weft-pools: 1\npools:\n  - id: [\n');
    write('wrong.yaml', 'weft-pools: 1\npools:\n  - id: 5\n');
    const said = (file: string) => weft(['check', 'p.weft', '--pools', file]).err;
    expect(said('broken.yaml')).toMatch(/^weft: broken\.yaml, line 4, column 1: this is no YAML: .*\.\n$/);
    expect(said('wrong.yaml')).toMatch(/^weft: wrong\.yaml, line 3, column \d+: pools\[0\].*\n$/);
    expect(said('nope.yaml')).toBe('weft: nope.yaml cannot be read: there is no such file or folder.\n');
    expect(weft(['check', 'p.weft', '--pools', 'wrong.yaml'])).toMatchObject({ status: 2, out: '' });
  });
});

describe('a run that cannot start', () => {
  it('says why in one sentence', () => {
    write('n.ipynb', notebook({ c: 'x = len("a")' }));
    const node = { kind: 'cells', title: 'A', notebook: 'n.ipynb', cells: [{ id: 'c', hash: '' }] };
    write('p.weft', pipeline({ a: node }, { parameters: { trees: { type: 'integer', default: 1 } } }));
    write('python', '#!/bin/sh\nexec python3 -I -S "$@"\n');
    chmodSync(join(folder, 'python'), 0o755);
    const said = (args: string[], env = {}) => {
      const { status, out, err } = weft(['run', 'p.weft', '--local', ...args], { env });
      expect({ status, out }).toEqual({ status: 2, out: '' });
      return err;
    };
    expect(said(['--until', 'b'])).toBe('weft: p.weft has no node b; its nodes: a.\n');
    expect(said(['--param', 'trees'])).toBe('weft: --param trees has no value: write NAME=VALUE.\n');
    expect(said(['--param', 'n=1'])).toBe('weft: the pipeline has no parameter n; its parameters: trees.\n');
    expect(said(['--param', 'trees=x'])).toMatch(/^weft: parameter trees must be an integer, .*\n$/);
    expect(said([], { WEFT_PYTHON: join(folder, 'python') })).toBe(
      'weft: kfp is not installed here; install it with: pip install "jupyterlab-weft[local]"\n'
    );
    expect(said([], { WEFT_PYTHON: '/nowhere/python' })).toMatch(/^weft: \/nowhere\/python cannot be run\./);
  }, 60_000);
});

describe('a fault inside', () => {
  const told =
    /^weft: something went wrong inside Weft: boom\. Set WEFT_DEBUG=1 for details, and please report it\.\n$/;
  const preload = (code: string) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

  it.each([
    ['thrown by a command', 'process.stdout.write = () => { throw new Error("boom"); }'],
    ['thrown elsewhere', 'setTimeout(() => { throw new Error("boom"); })'],
    ['of a promise', 'setTimeout(() => Promise.reject(new Error("boom")))']
  ])('%s is one sentence', (_what, code) => {
    write('n.ipynb', notebook({ a: 'x = 1' }));
    const { status, err } = weft(['analyze', 'n.ipynb'], { node: preload(code) });
    expect(err).toMatch(told);
    expect(status).toBe(2);
  });
});
