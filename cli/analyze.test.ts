import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { analyzeCommand } from './analyze';

let folder: string;
let out: string;
let messages: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-'));
  out = '';
  messages = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    messages.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function write(cells: string[]): string {
  const path = join(folder, 'a.ipynb');
  writeFileSync(
    path,
    JSON.stringify({
      nbformat: 4,
      cells: cells.map((source, at) => ({ cell_type: 'code', id: `c${at}`, source }))
    })
  );
  return path;
}

describe('weft analyze', () => {
  it('prints the report and nothing else', async () => {
    expect(await analyzeCommand(write(['import os.path\nx = len("a")', 'print(x)']), { json: true })).toBe(0);
    expect(JSON.parse(out)).toEqual({
      cells: [
        { id: 'c0', index: 0, defines: ['os', 'x'], needs: [], imports: ['os.path'], syntaxError: null },
        { id: 'c1', index: 1, defines: [], needs: ['x'], imports: [], syntaxError: null }
      ],
      edges: [{ from: 'c0', to: 'c1', name: 'x', kind: 'data' }],
      problems: []
    });
    expect(messages).toEqual([]);
  });

  it('ends with 1 when a cell does not parse', async () => {
    expect(await analyzeCommand(write(['x = 1', 'y = (']), {})).toBe(1);
    expect(out).toContain('cell 2: does not parse at line 1');
  });

  it('ends with 2 and one sentence when the input cannot be read', async () => {
    const path = join(folder, 'b.ipynb');
    expect(await analyzeCommand(path, {})).toBe(2);
    writeFileSync(path, '{"cells": [}');
    expect(await analyzeCommand(path, { json: true })).toBe(2);
    expect(out).toBe('');
    expect(messages).toEqual([
      `${path} does not exist.\n`,
      `${path} is not valid JSON at line 1, column 12: unexpected "}".\n`
    ]);
  });
});
