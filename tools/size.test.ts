import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = /\.(ts|tsx|mts|mjs|cjs|py|css)$/;
const EMPTY_NAME = /^_*(utils?|helpers?|common|misc|manager)\b/i;

/** Sources that git keeps or is about to, shortest first. */
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8'
})
  .split('\n')
  .filter(path => SOURCE.test(path) && existsSync(join(ROOT, path)))
  .map(path => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);

const at = (share: number) => sources[Math.floor((sources.length - 1) * share)]?.lines ?? 0;

test('files are small', async ({ annotate }) => {
  await annotate(
    `${sources.length} files: median ${at(0.5)} lines, 90 % within ${at(0.9)}, longest ${at(1)}`
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(at(0.5)).toBeLessThanOrEqual(80);
  expect(at(0.9)).toBeLessThanOrEqual(250);
  expect(sources.filter(({ lines }) => lines > 400)).toEqual([]);
});

test('files are named after one idea', () => {
  expect(sources.filter(({ path }) => EMPTY_NAME.test(basename(path)))).toEqual([]);
});
