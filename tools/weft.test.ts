import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

test('paths are relative to where npm was called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-npm-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const node = { kind: 'container', image: 'alpine:3', command: ['true'] };
  writeFileSync(join(folder, 'p.weft'), JSON.stringify({ weft: 1, id: 'a', name: 'a', nodes: { a: node } }));
  const weft = (...args: string[]) => {
    const npm = ['--prefix', ROOT, 'run', '-s', 'weft', '--', ...args];
    const { status, stdout } = spawnSync('npm', npm, { cwd: folder, encoding: 'utf8' });
    return { status, stdout };
  };
  expect(weft('compile', 'p.weft', '-o', 'out.yaml')).toEqual({ status: 0, stdout: '' });
  expect(readdirSync(folder).sort()).toEqual(['out.yaml', 'p.weft']);
  expect(weft('compile', 'p.weft')).toEqual({
    status: 0,
    stdout: readFileSync(join(folder, 'out.yaml'), 'utf8')
  });
  expect(weft('check', 'nope.weft')).toEqual({ status: 2, stdout: '' });
}, 60_000);
